import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { depth } from '../../src/ui/opening.ts';
import { type Box, boxesForTests } from './boxes.ts';
import type { Pty } from './pty.ts';

// Ten programs start one after the other, slowly where others work too.
const boxOf = boxesForTests();
const goOn = 'npx create-k8s-app --resume';
const faces = ['--lang=en', '--plain'];

/** Runs the program from a shell that looks at the terminal's settings before and after, and says how it ended. */
const script = `
trap : INT
stty -a > ../before
sh -c 'echo $$ > ../pid; exec "$0" "$@"' "$0" "$@"
code=$?
stty -a > ../after
echo "ended with $code"`;

interface Started {
  readonly box: Box;
  readonly pty: Pty;
  /** The process of the program itself. */
  readonly pid: number;
}

/** A program that waits at its second question. */
async function started(flag: string, env: Readonly<Record<string, string>> = {}): Promise<Started> {
  const box = boxOf();
  const pty = box.open(['shop', flag], { script, env, rows: 60 });
  await pty.see(depth.ask.en);
  pty.type('\r');
  await pty.see(/What do you want to run\?[\s\S]*(quit|go on”:)$/);
  return { box, pty, pid: Number(readFileSync(join(box.root, 'pid'), 'utf8')) };
}

/** Waits for the end, and sees that the terminal is as it was before. */
async function expectLeft({ box, pty }: Started, code: number): Promise<string> {
  const screen = await pty.see(`ended with ${code}`);
  await pty.exited;
  const { modes, buffer } = pty.terminal;
  expect([modes.bracketedPasteMode, modes.synchronizedOutputMode, buffer.active.type]).toEqual([false, false, 'normal']);
  expect(isCursorShown(pty.output())).toBe(true);
  expect(settings(box, 'after')).toBe(settings(box, 'before'));
  expect(box.made()).toEqual({});
  return screen;
}

const settings = ({ root }: Box, file: string): string => readFileSync(join(root, file), 'utf8');

/** DECTCEM: the last one counts. */
const isCursorShown = (output: string): boolean => output.lastIndexOf('\u001b[?25h') >= output.lastIndexOf('\u001b[?25l');

/** Code that runs in the process of the program, before it. */
const withCode = (code: string) => ({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` });

for (const face of faces) {
  it.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)(`%s ends the interview, and the answers are kept (${face})`, async (sign) => {
    const run = await started(face);
    process.kill(run.pid, sign);
    expect(await expectLeft(run, 130)).toContain(goOn);
  });

  it(`Ctrl-C ends the interview, and the answers are kept (${face})`, async () => {
    const run = await started(face);
    run.pty.type('\u0003');
    expect(await expectLeft(run, 130)).toContain(goOn);
  });

  it.each([
    ['SIGINT', 'SIGTERM', 143],
    ['SIGTERM', 'SIGHUP', 129],
    ['SIGHUP', 'SIGINT', 130],
    ['SIGINT', 'SIGINT', 130],
  ] as const)(`after %s a second signal, %s, ends a program that does not end (${face})`, async (first, second, code) => {
    const run = await started(face, withCode('setInterval(() => {}, 1000);'));
    process.kill(run.pid, first);
    await run.pty.see(goOn);
    process.kill(run.pid, second);
    await expectLeft(run, code);
  });
}

const fault = 'throw new Error("a fault of the test")';
const onKey = (deed: string): string =>
  `process.stdin.on('data', (key) => { if (String(key).startsWith('z')) { ${deed} } }); process.stdin.pause();`;

/** Code that breaks something, so that the key `z` brings about a fault. */
const breaks: Readonly<Record<string, string>> = {
  'where a key is read': `const { flatMap } = Array.prototype;
    Array.prototype.flatMap = function (...how) { if (this[0] === 'z') ${fault}; return flatMap.apply(this, how); };`,
  'in a timer': onKey(`setTimeout(() => { ${fault} })`),
  'in a promise that nobody awaits': onKey(`(async () => { ${fault} })()`),
};

it.each(Object.entries(breaks))('a fault %s is told on the screen of before, and the answers are kept', async (_, code) => {
  const run = await started('--lang=en', withCode(code));
  run.pty.type('z');
  const screen = await expectLeft(run, 1);
  expect(screen).toContain('This is a bug in create-k8s-app itself');
  expect(screen).toContain('Error: a fault of the test');
  expect(screen).toContain(goOn);
});

it('a fault while the screen is drawn is told on the screen of before', async () => {
  const whileDrawing = `let isBroken = false;
    ${onKey('isBroken = true;')}
    const { stringify } = JSON;
    JSON.stringify = (...what) => { if (isBroken) ${fault}; return stringify(...what); };`;
  const run = await started('--lang=en', withCode(whileDrawing));
  run.pty.type('z');
  run.pty.type('\u001b[B');
  const screen = await expectLeft(run, 1);
  expect(screen).toContain('This is a bug in create-k8s-app itself');
  expect(screen).toContain('Error: a fault of the test');
});
