import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityTopic } from '../../src/questions/identity.ts';
import { args, command, extraPortOf, ports, process, writable, writableOf } from '../../src/questions/process.ts';
import { levelOf, type ValueType } from '../../src/questions/question.ts';
import { storage } from '../../src/questions/storage.ts';
import { componentOf, expectMended, type Saying } from './one-component.ts';

const settled = componentOf(storage, identityTopic, process);

const accepted = (type: ValueType<readonly string[]>, said: string | readonly string[]): boolean => 'value' in type.parse(said);

describe('the process', () => {
  it.each<[Saying, Saying | Record<string, number>]>([
    [{}, { command: [], args: [], ports: [], writable: ['/tmp=64Mi'], 'image-pull-secret': 'none' }],
    [{}, { grace: 45 }],
    [{ image: 'docker.io/library/postgres:18.6' }, { grace: 120 }],
    [{ image: 'docker.io/library/postgres:18.6', run: 'once' }, { grace: 30 }],
    [{ run: 'scheduled' }, { grace: 30 }],
    [{ grace: '0' }, { grace: 0 }],
    [{ 'image-pull-secret': 'registry-login' }, { 'image-pull-secret': 'registry-login' }],
  ])('%j gives %j', (saying, choices) => expect(settled(saying).choices).toMatchObject(choices));

  it('asks for command and arguments where the program finishes', () => {
    for (const asked of [command, args]) {
      expect(levelOf(asked, settled({ run: 'once' }).known)).toBe('essential');
      expect(levelOf(asked, settled().known)).toBe('quiet');
    }
  });

  it('has more ports only beside a first one', () => {
    const idle = settled({ port: 'none', ports: ['metrics=9090'] }).settled.idle;
    expect(idle.map(({ question }) => question.id)).toEqual(['ports']);
    expect(settled({ run: 'once' }).choices).not.toHaveProperty('ports');
  });

  it.each<[Saying, string]>([
    [{ ports: ['http=9090'] }, 'ports/unique-name'],
    [{ ports: ['https=9443'] }, 'ports/unique-name'],
    [{ image: 'docker.io/library/postgres:18.6', ports: ['postgresql=9187'] }, 'ports/unique-name'],
    [{ ports: ['metrics=9090', 'metrics=9091'] }, 'ports/unique-name'],
    [{ ports: ['metrics=8080'] }, 'ports/unique-number'],
    [{ ports: ['metrics=9090', 'admin=9090'] }, 'ports/unique-number'],
    [{ ports: ['metrics=9090', 'syslog=514'] }, 'ports/privileged-port'],
    [{ writable: ['/tmp', '/tmp=1Gi'] }, 'writable/unique'],
    [{ data: 'keep', 'mount-path': '/var//lib/db/', writable: ['/tmp', '/var/lib/db'] }, 'writable/unique'],
  ])('refuses %j', (saying, refusal) => {
    expect(settled(saying).refused).toEqual([refusal]);
    expectMended(settled, saying);
  });

  it('lets in ports below 1024 where root is allowed', () => {
    expect(settled({ ports: ['syslog=514'], 'pod-security': 'baseline' }).refused).toEqual([]);
  });
});

describe('a port beside the main one', () => {
  it.each(['metrics=9090', 'a=1', 'x-9=65535', 'exactly-fifteen=1024'])('%s', (item) => expect(accepted(ports.type, item)).toBe(true));
  it.each([
    '9090',
    '=9090',
    '90=9090',
    'Metrics=9090',
    '-a=1',
    'a-=1',
    'a--b=1',
    'sixteen-letters-=1',
    'sixteencharacter=1',
    'a=0',
    'a=65536',
    'a=080',
    'a=80\n',
    'a=8=0',
  ])('is not %j', (item) => expect(accepted(ports.type, item)).toBe(false));
  it('has a name and a number', () => expect(extraPortOf('metrics=9090')).toEqual({ name: 'metrics', port: 9090 }));
});

describe('a directory that may be written', () => {
  it.each([
    ['/tmp', { path: '/tmp', size: '64Mi', inMemory: false }],
    ['/var/cache=1Gi', { path: '/var/cache', size: '1Gi', inMemory: false }],
    ['/dev/shm=memory:128Mi', { path: '/dev/shm', size: '128Mi', inMemory: true }],
  ])('%s', (item, path) => {
    expect(accepted(writable.type, item)).toBe(true);
    expect(writableOf(item)).toEqual(path);
  });
  it.each([
    '/',
    '',
    'tmp',
    '/tmp/',
    '//tmp',
    '/tmp/../etc',
    '/..',
    '/./tmp',
    '/t mp',
    '/tmp\n',
    '/tmp:ro',
    '/tmp=',
    '/tmp=0',
    '/tmp=0.0Gi',
    '/tmp=memory:',
    '/tmp=64mb',
    '/a=b=1Gi',
    '/proc',
    '/proc/sys',
    '/sys/fs',
    '/dev',
    '/dev/null',
  ])('is not %j', (item) => expect(accepted(writable.type, item)).toBe(false));
  it.each(['/process', '/device', '/...', '/.cache'])('is %s, which only looks like one of the kernel’s', (item) =>
    expect(accepted(writable.type, item)).toBe(true),
  );
});

describe('the words of a command or its arguments', () => {
  it('may have lines and tabs, but no control characters', () => {
    expect(accepted(args.type, ['-c', 'one\n\ttwo', ''])).toBe(true);
    expect(accepted(command.type, [''])).toBe(false);
    for (const type of [command.type, args.type])
      for (const bad of ['\u0000', 'a\u001b[31m', 'a\r\n', '\u009b']) expect(accepted(type, bad)).toBe(false);
  });

  it('stay what they are', () => {
    const said = fc.array(fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(said, (items) => {
        const parsed = args.type.parse(items);
        if ('value' in parsed) expect(args.type.parse(args.type.print(parsed.value))).toEqual(parsed);
        else expect(items.some((item) => /\p{Cc}/u.test(item))).toBe(true);
      }),
    );
  });
});

it('reads back what it prints', () => {
  for (const { type } of process.questions) for (const value of type.samples) expect(type.parse(type.print(value))).toEqual({ value });
});
