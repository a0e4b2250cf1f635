import { expect, it } from 'vitest';
import { boxesForTests } from './boxes.ts';
import { type Followed, following, leave } from './following.ts';

// Two hundred frames are drawn.
const boxOf = boxesForTests();

/** Columns and rows: narrower, wider, lower, higher, below what the wizard needs, and back. */
const sizes: readonly (readonly [number, number])[] = [
  [60, 20],
  [100, 30],
  [40, 24],
  [30, 10],
  [29, 9],
  [20, 5],
  [80, 24],
  [200, 60],
  [10, 3],
  [31, 40],
  [120, 12],
  [1, 1],
  [5, 30],
  [80, 24],
  [79, 23],
  [81, 25],
];

/** To the second question, whose list does not fit into every window. */
const toList = ({ press }: Followed) => press('\r', { kind: 'enter' });

it('every size of the window shows what belongs there, and no letter of another size', async () => {
  const wizard = await following(boxOf());
  await toList(wizard);
  for (const [columns, rows] of sizes) {
    wizard.resize(columns, rows);
    await wizard.settle();
    await wizard.press('\u001b[B', { kind: 'down' });
  }
  await leave(wizard);
});

it.each([
  ['a question', '', []],
  ['an explanation', '?', [{ kind: 'explain' }]],
  ['the YAML', 'y', [{ kind: 'yaml' }]],
  ['the review', 'r', [{ kind: 'review' }]],
] as const)('after many sizes at once %s stands as in a terminal that always had the last one', async (_, keys, presses) => {
  const wizard = await following(boxOf());
  await toList(wizard);
  await wizard.press(keys, ...presses);
  for (const [columns, rows] of [...sizes, ...sizes]) wizard.resize(columns, rows);
  for (const [columns, rows] of [
    [33, 11],
    [97, 31],
  ] as const) {
    wizard.resize(columns, rows);
    await wizard.settle();
  }
  const fresh = await following(boxOf(), 97, 31);
  await toList(fresh);
  await fresh.press(keys, ...presses);
  expect(wizard.pty.screen()).toBe(fresh.pty.screen());
  await Promise.all([leave(wizard), leave(fresh)]);
});

it('what stood on the main screen before stands there after many sizes, and the last words below it', async () => {
  const box = boxOf();
  const pty = box.open(['shop'], { script: 'echo before; "$0" "$@"; echo after' });
  await pty.see('quit');
  for (const [columns, rows] of sizes) pty.resize(columns, rows);
  pty.resize(80, 24);
  await pty.see(/\^C quit$/);
  pty.type('\u0003');
  expect(await pty.see(/after$/)).toBe('before\nNothing was written.\nafter');
  expect(pty.terminal.buffer.normal.baseY).toBe(0);
});
