import { describe, expect, it } from 'vitest';
import { amountsText, leftText, printAmount } from '../src/model/amount.ts';

describe('an amount of what a quota counts', () => {
  it.each([
    [{ 'requests.cpu': 0.3 }, '300m CPU left', 'quedan 300m de CPU'],
    [{ 'requests.cpu': 2 }, '2 CPU left', 'quedan 2 CPU'],
    [{ 'requests.memory': 6 * 2 ** 30 }, '6Gi of memory left', 'quedan 6Gi de memoria'],
    [{ 'requests.storage': 2 ** 30 }, '1Gi of storage left', 'queda 1Gi de almacenamiento'],
    [{ pods: 1 }, '1 pod left', 'queda 1 pod'],
    [{ pods: 0 }, '0 pods left', 'quedan 0 pods'],
    [{ pods: 1, 'limits.cpu': 1.5 }, '1 pod and 1500m of CPU limits left', 'quedan 1 pod y 1500m de límites de CPU'],
    [{ 'count/widgets.example.com': 3 }, '3 of count/widgets.example.com left', 'quedan 3 de count/widgets.example.com'],
  ])('%j is told', (amounts, en, es) => {
    expect(leftText(amounts)).toEqual({ en, es });
  });

  it('is written as Kubernetes writes it', () => {
    expect(printAmount('limits.cpu', 0.25)).toBe('250m');
    expect(printAmount('requests.ephemeral-storage', 2 ** 20)).toBe('1Mi');
    expect(amountsText({ persistentvolumeclaims: 2, services: 1 }).es).toBe('2 peticiones de volumen y 1 Service');
  });
});
