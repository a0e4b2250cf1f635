import { describe, expect, it } from 'vitest';
import type { Values } from '../../src/model/value.ts';
import { filesFor, productOf } from '../../src/ui/product.ts';
import { completedOutlookOf } from '../../src/ui/settling.ts';
import { presets } from '../presets-of-the-house.ts';

/** The application `shop` with this main component. */
function made(values: Values, preset?: string, source: 'file' | 'flag' = 'flag') {
  const means = { presets, random: (bytes: number) => Buffer.alloc(bytes, 'a'), read: () => undefined };
  const answers = [{ source, application: {}, components: { '': values } }];
  const outlook = completedOutlookOf(
    { hasComponents: true, slots: [], added: [], folder: 'shop', answers, ...(preset === undefined ? {} : { preset }) },
    means,
  );
  return { outlook, product: productOf(outlook, { command: 'create', folder: 'shop', language: 'en' }) };
}

function readmeOf(values: Values, preset?: string): string {
  const { outlook, product } = made(values, preset);
  return filesFor(outlook, product, presets, 'en', () => 'a').find(({ path }) => path === 'README.md')?.content ?? '';
}

const image = 'ghcr.io/example/shop:2.4.1';

describe('the decisions in the README', () => {
  it('tell the size only where it decides something', () => {
    expect(readmeOf({ image })).toContain('| Size | `small` |');
    expect(readmeOf({}, 'kafka')).not.toContain('| Size |');
  });

  it('leave the long lists of a preset to the manifests, and tell those of a person', () => {
    expect(readmeOf({}, 'kafka')).not.toContain('| Settings |');
    expect(readmeOf({ image, env: ['LOG_LEVEL=info'] })).toContain('| Settings | `LOG_LEVEL=info` | It is your answer. |');
  });
});

describe('before it runs, the README asks for', () => {
  it('a metrics server where an autoscaler needs it', () => {
    expect(readmeOf({ image, replicas: '2-6' })).toContain('kubectl get apiservice v1beta1.metrics.k8s.io');
    expect(readmeOf({ image })).not.toContain('metrics');
  });
});

describe('the command that repeats a run', () => {
  it('leaves out what an answers file keeps although it does nothing', () => {
    const { product } = made({ image, port: 9090, schedule: '@daily' }, undefined, 'file');
    expect(product.repeat).toContain('--port 9090');
    expect(product.repeat).not.toContain('--schedule');
  });
});
