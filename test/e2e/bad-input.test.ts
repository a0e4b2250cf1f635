import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { treeOf } from '../output/folder.ts';
import { answersFileRefusals } from './bad-input/answers-files.ts';
import { commandRefusals } from './bad-input/commands.ts';
import { flagRefusals } from './bad-input/flags.ts';
import { placeRefusals } from './bad-input/places.ts';
import { planRefusals } from './bad-input/plans.ts';
import type { Refusal } from './bad-input/refusal.ts';
import { differences, type Outcome, type Sandbox, type Sandboxes, sandboxes } from './bad-input/sandbox.ts';

let boxes: Sandboxes;
beforeAll(() => {
  boxes = sandboxes();
});
afterAll(() => boxes.close());

const program = 'create-k8s-app:';
/** A complaint is a sentence and what to do, each on its line. */
const linesPerComplaint = 2;
/** A screen of 80 columns and some more: a paragraph is no sentence any more. */
const longestLine = 600;

/** Signs of a fault that nobody foresaw. */
const faults = [/^\s+at .*[:(]\d+:\d+/m, /undefined/, /\[object/, /NaN/, /Error:/, /fault of create-k8s-app/];

function expectNoFault({ stdout, stderr }: Outcome, hides: string | undefined): void {
  for (const fault of faults) expect(stdout + stderr).not.toMatch(fault);
  if (hides !== undefined) expect(stdout + stderr).not.toContain(hides);
}

async function prepared({ files = {}, prepare }: Refusal): Promise<Sandbox> {
  const sandbox = boxes.sandbox();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(sandbox.here, path)), { recursive: true });
    writeFileSync(join(sandbox.here, path), content);
  }
  await prepare?.(sandbox);
  return sandbox;
}

/** Runs a row, and sees that it is refused without a trace. */
async function refused(row: Refusal, more: readonly string[]): Promise<Outcome> {
  const sandbox = await prepared(row);
  const before = treeOf(sandbox.root);
  const outcome = await sandbox.run({ ...row, argv: [...row.argv, ...more] });
  expectNoFault(outcome, row.hides);
  expect({ code: outcome.code, changed: differences(before, treeOf(sandbox.root)) }).toEqual({ code: row.exit ?? 2, changed: [] });
  return outcome;
}

/** In plain words: as many complaints as foreseen, in their order, each of two lines at most, and what to do. */
async function expectWords(row: Refusal): Promise<void> {
  const { stdout, stderr } = await refused(row, []);
  expect(stdout).toBe('');
  const lines = stderr.trimEnd().split('\n');
  const heads = lines.filter((line) => line.startsWith(program));
  expect(heads.map((head, index) => (head.includes(row.says[index] ?? head) ? row.says[index] : head))).toEqual(row.says);
  expect(stderr).toContain(row.todo);
  expect(lines.length).toBeLessThanOrEqual(linesPerComplaint * heads.length);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(longestLine);
}

/** For programs: one document with the same words. */
async function expectJson(row: Refusal): Promise<void> {
  const { stdout, stderr } = await refused(row, ['--json']);
  expect(stderr).toBe('');
  const { problem, ...others } = JSON.parse(stdout);
  expect(others).toEqual({});
  expect(problem).toEqual({ says: expect.any(String), fix: expect.any(String), flags: expect.any(Array) });
  for (const piece of row.says) expect(problem.says).toContain(piece.replaceAll('\ufffd', '\u001b'));
  expect([problem.says, problem.fix, ...problem.flags].join('\n')).toContain(row.todo);
}

const sayings = { ...flagRefusals, ...planRefusals, ...answersFileRefusals };

describe.each(Object.entries({ ...sayings, ...placeRefusals, ...commandRefusals }))('%s', (_, rows) => {
  it.concurrent.each(rows)('$name', expectWords);
});

/** Both reports are made of the same complaints, so that a few of each sort are enough. */
const few = 3;

describe.each(Object.entries(sayings))('as JSON, %s', (_, rows) => {
  it.concurrent.each(rows.slice(0, few))('$name', expectJson);
});

it('two outputs are refused as JSON', () =>
  expectJson({ name: '', argv: ['shop', '--stdout'], says: ['--stdout and --json'], todo: 'Leave one' }));
