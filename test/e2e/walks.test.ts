import { describe, expect, it, vi } from 'vitest';
import { languages } from '../../src/model/text.ts';
import { put } from '../output/folder.ts';
import { differences } from './bad-input/sandbox.ts';
import { type Box, boxesForTests } from './boxes.ts';
import { withoutRowEnds } from './following.ts';
import { type Walk, walksIn } from './walks.ts';

// Some thousand frames are drawn, by several programs at a time.
vi.setConfig({ testTimeout: 120_000 });

const boxOf = boxesForTests();
const walksEach = 5;

function boxFor({ files }: Walk): Box {
  const box = boxOf();
  for (const [path, content] of Object.entries(files)) put(box.here, path, content ?? '');
  return box;
}

/** What the program makes of the same answers without an interview. */
async function madeByFlags(walk: Walk) {
  const box = boxFor(walk);
  expect(await box.run({ argv: walk.sameByFlags })).toMatchObject({ code: 0, stdout: '' });
  return box.made();
}

async function keyByKey(walk: Walk) {
  const box = boxFor(walk);
  const pty = box.open(walk.argv);
  await pty.see(/\^C \S+$/);
  for (const [index, { key, shows }] of walk.keys.entries()) {
    pty.type(key);
    // The last key ends the wizard, so that nobody sees what it shows.
    if (index < walk.keys.length - 1) await pty.see((screen) => withoutRowEnds(screen) === shows);
  }
  expect(await pty.exited).toBe(0);
  return box.made();
}

async function atOnce(walk: Walk) {
  const box = boxFor(walk);
  const pty = box.open(walk.argv);
  await pty.see(/\^C \S+$/);
  pty.type(walk.keys.map(({ key }) => key).join(''));
  expect(await pty.exited).toBe(0);
  return box.made();
}

describe.each(languages.map((language, seed) => ({ language, seed })))(
  'a walk through the wizard in a terminal ($language)',
  ({ language, seed }) => {
    it.concurrent.each(walksIn(language, seed, walksEach).map((walk) => ({ walk, keys: walk.keys.length })))(
      'of $keys keys shows what the session shows, and writes what the flags write, by single keys and in one write',
      async ({ walk }) => {
        const [flags, ...walks] = await Promise.all([madeByFlags(walk), keyByKey(walk), atOnce(walk)]);
        expect(Object.keys(flags)).toContain('shop/README.md');
        expect(walks.map((made) => differences(made, flags))).toEqual([[], []]);
      },
    );
  },
);
