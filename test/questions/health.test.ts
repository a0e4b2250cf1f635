import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { health, liveness, probeOf, readiness } from '../../src/questions/health.ts';
import { identityTopic } from '../../src/questions/identity.ts';
import { process } from '../../src/questions/process.ts';
import { levelOf } from '../../src/questions/question.ts';
import { storage } from '../../src/questions/storage.ts';
import { componentOf, expectMended, type Saying } from './one-component.ts';

const settled = componentOf(storage, identityTopic, process, health);

describe('health', () => {
  it.each<[string, Saying, Saying]>([
    ['a web program', {}, { readiness: 'http:/', liveness: 'tcp', startup: 'tcp' }],
    ['a database', { image: 'docker.io/library/postgres:18.6' }, { readiness: 'tcp', liveness: 'none', startup: 'none' }],
    ['gRPC', { port: '50051' }, { readiness: 'tcp', liveness: 'none' }],
    ['a command', { protocol: 'tcp', readiness: 'exec:pg_isready', liveness: 'tcp' }, { startup: 'tcp' }],
    ['a page without restarts', { readiness: 'http:/readyz', liveness: 'none' }, { startup: 'tcp' }],
    ['a page said plainly', { readiness: '/health' }, { readiness: 'http:/health' }],
    ['a worker', { port: 'none' }, { liveness: 'none', startup: 'none' }],
    ['a worker with a heartbeat', { port: 'none', liveness: 'exec:test -f /tmp/alive' }, { startup: 'exec:test -f /tmp/alive' }],
  ])('of %s', (_, saying, choices) => {
    const outcome = settled(saying);
    expect(outcome.choices).toMatchObject(choices);
    expect(outcome.refused).toEqual([]);
  });

  it('of work that finishes is not asked', () => {
    expect(settled({ run: 'once', readiness: 'tcp', liveness: 'tcp', startup: 'tcp' }).settled.idle).toHaveLength(3);
  });

  it('is asked for where a page can answer', () => {
    expect(levelOf(readiness, settled().known)).toBe('essential');
    expect(levelOf(readiness, settled({ protocol: 'tcp' }).known)).toBe('quiet');
  });

  it.each<[Saying, string]>([
    [{ liveness: 'http:/' }, 'liveness/T24'],
    [{ readiness: 'exec:true', liveness: 'exec:true' }, 'liveness/T24'],
    [{ port: 'none', liveness: 'tcp', startup: 'none' }, 'liveness/own-port'],
    [{ port: 'none', startup: 'http:/up' }, 'startup/own-port'],
    [{ readiness: 'tcp:admin' }, 'readiness/own-port'],
    [{ ports: ['metrics=9090'], liveness: 'tcp:admin' }, 'liveness/own-port'],
  ])('refuses %j', (saying, refusal) => {
    expect(settled(saying).refused).toEqual([refusal]);
    expectMended(settled, saying);
  });

  it('may knock on another port, and try the same port for both', () => {
    expect(settled({ ports: ['admin=9090'], liveness: 'tcp:admin' }).refused).toEqual([]);
    expect(settled({ readiness: 'tcp', liveness: 'tcp' }).refused).toEqual([]);
  });
});

describe('a check', () => {
  it.each([
    ['none', undefined],
    ['tcp', { kind: 'tcp', port: 'http' }],
    ['tcp:admin', { kind: 'tcp', port: 'admin' }],
    ['http:/healthz?full=1', { kind: 'http', path: '/healthz?full=1' }],
    ['exec:pg_isready -d "my shop"', { kind: 'exec', command: ['pg_isready', '-d', 'my shop'] }],
  ])('%s', (said, probe) => {
    expect(liveness.type.parse(said)).toEqual({ value: said });
    expect(probeOf(said, 'http')).toEqual(probe);
  });

  it.each([
    '',
    'http',
    'http:',
    'http:healthz',
    'http:/a b',
    'http:/a\n',
    'http:/../etc',
    'http:/a/..',
    'https:/',
    'tcp:',
    'tcp:8080:1',
    'tcp:Admin',
    'exec:',
    'exec:  ',
    "exec:echo 'a",
    'exec:a\nb',
    'exec:a\u0000',
    'grpc',
    'NONE',
  ])('is not %j', (said) => expect(liveness.type.parse(said)).toHaveProperty('says'));

  it('stays what it is, and always has a program to run', () => {
    const said = fc.oneof(
      fc.webPath().map((path) => `http:${path}`),
      fc.string().map((line) => `exec:${line}`),
      fc.stringMatching(/^tcp(:[a-z]{1,15})?$/),
      fc.string(),
    );
    fc.assert(
      fc.property(said, (each) => {
        const parsed = readiness.type.parse(each);
        if ('says' in parsed) return;
        expect(readiness.type.parse(readiness.type.print(parsed.value))).toEqual(parsed);
        const probe = probeOf(parsed.value, 'http');
        if (probe?.kind === 'exec') expect(probe.command[0]).toBeTruthy();
      }),
    );
  });
});
