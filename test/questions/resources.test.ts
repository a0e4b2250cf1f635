import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantityOf } from '../../src/model/quantity.ts';
import { identityTopic } from '../../src/questions/identity.ts';
import { process } from '../../src/questions/process.ts';
import { resources, resourcesOf, type Size, sizes } from '../../src/questions/resources.ts';
import { storage } from '../../src/questions/storage.ts';
import { componentOf, expectMended, type Saying } from './one-component.ts';

const settled = componentOf(storage, identityTopic, process, resources);
const everySize = Object.keys(sizes) as Size[];

describe('the resources', () => {
  it.each(everySize)('of the size %s come from the table', (size) => {
    const { cpu, memory, cpuLimit, memoryLimit } = sizes[size];
    const outcome = settled({ size });
    expect(outcome.choices).toMatchObject({ cpu, memory, 'cpu-limit': cpuLimit, 'memory-limit': memoryLimit });
    expect(outcome.rules).toMatchObject({ cpu: 'size', memory: 'size', 'cpu-limit': 'size', 'memory-limit': 'size' });
    expect(outcome.refused).toEqual([]);
  });

  it('are small unless said', () => expect(settled().choices).toMatchObject({ size: 'small' }));

  it.each<[Saying, Saying]>([
    [{ cpu: '100m' }, { 'cpu-limit': '500m' }],
    [{ cpu: '800m' }, { 'cpu-limit': '3200m' }],
    [{ cpu: '0.5' }, { 'cpu-limit': '2' }],
    [{ cpu: '2', 'cpu-limit': '2' }, { 'cpu-limit': '2' }],
    [{ cpu: '2', 'cpu-limit': 'none' }, { 'cpu-limit': 'none' }],
    [{ memory: '512Mi' }, { 'memory-limit': '512Mi' }],
    [{ memory: '3Gi' }, { 'memory-limit': '3Gi' }],
  ])('raise the limit where %j', (saying, limits) => {
    expect(settled(saying).choices).toMatchObject(limits);
    expect(settled(saying).refused).toEqual([]);
  });

  it.each<[Saying, string]>([
    [{ 'cpu-limit': '50m' }, 'cpu-limit/below-request'],
    [{ cpu: '2', 'cpu-limit': '1500m' }, 'cpu-limit/below-request'],
    [{ 'memory-limit': '128Mi' }, 'memory-limit/below-request'],
    [{ memory: '1G', 'memory-limit': '953Mi' }, 'memory-limit/below-request'],
    [{ writable: ['/tmp', '/dev/shm=memory:300Mi', '/cache=memory:212Mi'] }, 'memory-limit/in-memory'],
  ])('refuse %j', (saying, refusal) => {
    expect(settled(saying).refused).toEqual([refusal]);
    expectMended(settled, saying);
  });

  it('never have a limit by rule that is below the request', () => {
    const saying = fc.record({
      size: fc.constantFrom(...everySize),
      cpu: fc.integer({ min: 1, max: 9999 }).map((milli) => `${milli}m`),
      memory: fc.integer({ min: 1, max: 99_999 }).map((mebi) => `${mebi}Mi`),
    });
    fc.assert(
      fc.property(saying, (said) => {
        expect(settled(said).refused).toEqual([]);
      }),
    );
  });
});

describe('what each pod gets', () => {
  const given = (saying: Saying) => resourcesOf(settled(saying).known);

  it('is requests and limits', () => {
    expect(given({})).toEqual({
      requests: { cpu: '100m', memory: '256Mi', ephemeralStorage: '64Mi' },
      limits: { cpu: '500m', memory: '512Mi', ephemeralStorage: '256Mi' },
    });
  });

  it('has no CPU limit where none is wanted', () => expect(given({ 'cpu-limit': 'none' }).limits).not.toHaveProperty('cpu'));

  it.each<[string, Saying, string, string]>([
    ['a web program', { size: 'tiny' }, '64Mi', '256Mi'],
    ['a database', { writable: ['/var/run/postgresql=16Mi', '/tmp=128Mi', '/dev/shm=memory:64Mi'] }, '128Mi', '512Mi'],
    ['a broker', { writable: ['/opt/kafka/config=16Mi', '/opt/kafka/logs=256Mi', '/tmp=128Mi'] }, '256Mi', '1Gi'],
    ['something large', { size: 'large' }, '256Mi', '1Gi'],
    ['a single writer nothing', { writable: [] }, '32Mi', '128Mi'],
    ['scratch data', { data: 'scratch', 'storage-size': '5Gi' }, '2Gi', '8Gi'],
    ['data on a disk of its own', { data: 'keep', 'storage-size': '5Gi' }, '64Mi', '256Mi'],
  ])('of the node’s disk: %s', (_, saying, request, limit) => {
    const { requests, limits } = given(saying);
    expect([requests.ephemeralStorage, limits.ephemeralStorage]).toEqual([request, limit]);
  });

  it('holds its directories when they are full', () => {
    const rooms = fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 5 });
    fc.assert(
      fc.property(rooms, fc.constantFrom(...everySize), (mebis, size) => {
        const { requests, limits } = given({ size, writable: mebis.map((mebi, i) => `/dir${i}=${mebi}Mi`) });
        const full = mebis.reduce((sum, mebi) => sum + mebi, 0) * 2 ** 20;
        expect(quantityOf(limits.ephemeralStorage)).toBeGreaterThan(full);
        expect(quantityOf(requests.ephemeralStorage)).toBeLessThanOrEqual(quantityOf(limits.ephemeralStorage) ?? 0);
      }),
    );
  });
});

it('reads back what it prints', () => {
  for (const { type } of resources.questions) for (const value of type.samples) expect(type.parse(type.print(value))).toEqual({ value });
});
