import { PassThrough, Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { interviewOf } from '../../src/ui/interview.ts';
import { plainWords } from '../../src/ui/plain-words.ts';
import { runPrompts } from '../../src/ui/prompts.ts';
import { smallBase } from './small-base.ts';

const image = 'ghcr.io/example/shop:2.4.1';

/** The plain interview on streams that are no terminal, and what it wrote to them. */
function begun({ columns = 80, unicode = true, signal = new AbortController().signal } = {}) {
  const keys = Object.assign(new PassThrough(), { ref: () => {} });
  let written = '';
  const watchers = new Set<() => void>();
  const screen = new Writable({
    write: (drawn, _, done) => {
      written += drawn;
      for (const watcher of watchers) watcher();
      done();
    },
  });
  const stdin = keys as unknown as NodeJS.ReadStream;
  const stdout = Object.assign(screen, { columns }) as unknown as NodeJS.WriteStream;
  const outcome = runPrompts(interviewOf(smallBase(), { all: false }), { language: 'en', stdin, stdout, signal, unicode });
  const seen = (words: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (written.includes(words)) resolve();
      };
      watchers.add(look);
      look();
    });
  return { keys, outcome, seen, output: () => written };
}

/** All that would act on a terminal but the ends of lines. */
const acting = /(?!\n)\p{Cc}/u;

it('takes lines that come all at once, and none of them is lost', async () => {
  const { keys, outcome, output } = begun();
  keys.write(`2\n${image}\r\n\n\n\n\n\n`);
  expect(await outcome).toMatchObject({
    outcome: 'write',
    answers: { application: { platform: 'openshift' }, components: { '': { image } } },
  });
  expect(output()).not.toMatch(acting);
  expect(output()).toContain('Answer, or Enter for “Kubernetes”: ');
  expect(keys.isPaused()).toBe(true);
});

it('takes a line that comes in pieces, in letters of several bytes', async () => {
  const { keys, outcome, output } = begun();
  for (const byte of Buffer.from('ópenshift\n')) keys.write(Buffer.of(byte));
  keys.end();
  expect(await outcome).toMatchObject({ outcome: 'left', interview: { steps: [{ value: 'openshift' }] } });
  expect(output()).toContain('Platform: OpenShift.');
});

it('is left when the signal comes, before a question and while it waits', async () => {
  expect(await begun({ signal: AbortSignal.abort() }).outcome).toMatchObject({ outcome: 'left' });
  const leaving = new AbortController();
  const { keys, outcome, seen, output } = begun({ signal: leaving.signal });
  keys.write('2\n');
  await seen('Answer: ');
  leaving.abort();
  expect(await outcome).toMatchObject({ outcome: 'left', language: 'en', interview: { steps: [{ value: 'openshift' }] } });
  expect(output().endsWith('Answer: \n')).toBe(true);
});

it('is left when no more lines come, and takes a last one without an end', async () => {
  const { keys, outcome, output } = begun();
  keys.end('2');
  expect(await outcome).toMatchObject({ outcome: 'left', interview: { steps: [{ value: 'openshift' }] } });
  expect(output().endsWith('Answer: \n')).toBe(true);
});

it('lets nothing that was typed act on the terminal', async () => {
  const { keys, outcome, output } = begun();
  keys.end(Buffer.from('\u001b[A\n\u001b]0;title\u0007\nx\u0000y\n:find \u009b2J\n\xff\n2\t\n', 'utf8'));
  expect(await outcome).toMatchObject({ outcome: 'left', interview: { steps: [{ value: 'openshift' }] } });
  expect(output()).not.toMatch(acting);
  expect(output().split(plainWords.oddKey.en.slice(0, 40))).toHaveLength(5);
});

it.each([{ columns: 30 }, { columns: 0 }, { columns: 300 }])('breaks its lines for a terminal of %o', async ({ columns }) => {
  const { keys, outcome, output } = begun({ columns });
  keys.end('?\n:help\n');
  await outcome;
  // A terminal ends the line of a prompt itself when Enter is pressed.
  const lines = output().replaceAll('“Kubernetes”: ', '“Kubernetes”:\n').split('\n');
  const longest = Math.max(...lines.map((line) => line.length));
  const width = Math.min(columns || 80, 100);
  expect(longest).toBeLessThanOrEqual(width);
  expect(longest).toBeGreaterThan(width - 12);
});

it('keeps to ASCII where the terminal shows no more', async () => {
  const { keys, outcome, output } = begun({ unicode: false });
  keys.end('>\n?\n:ayuda\n');
  await outcome;
  expect(output()).toMatch(/^[\n -~]*$/);
  expect(output()).toContain('Respuesta, o Intro para "Kubernetes":');
});
