import { describe, expect, it } from 'vitest';
import { developers, platform, viewers } from '../../src/questions/application.ts';
import { deliver } from '../../src/questions/delivery.ts';
import { quota } from '../../src/questions/quota.ts';
import { called, depth } from '../../src/ui/opening.ts';
import { differences } from './bad-input/sandbox.ts';
import { type Box, boxesForTests } from './boxes.ts';
import { type Face, faces } from './faces-of-the-program.ts';

const boxOf = boxesForTests();
const said = ['--platform', 'openshift', '--developers', 'user:ana@example.com', '--developers', 'group:team-shop'];

async function madeByFlags(argv: readonly string[]): Promise<ReturnType<Box['made']>> {
  const box = boxOf();
  expect(await box.run({ argv: [...argv, '--yes', '--lang', 'en'] })).toMatchObject({ code: 0 });
  return box.made();
}

/** Chooses OpenShift and names two who may work in it, from the first question to the end. */
async function madeIn(face: Face, argv: readonly string[], name?: string): Promise<ReturnType<Box['made']>> {
  const box = boxOf();
  const pty = box.open([...argv, ...face.flags], { rows: 60 });
  const steps = [
    [depth, '\r'],
    ...(name === undefined ? [] : [[called, `${name}\r`] as const]),
    [platform, face.secondChoice],
    [developers, 'user:ana@example.com\rgroup:team-shop\r\r'],
    [viewers, '\r'],
    [quota, '\r'],
    [deliver, '\r'],
  ] as const;
  for (const [question, keys] of steps) {
    await pty.see(face.asks(question));
    pty.type(keys);
  }
  await pty.see('go ahead');
  pty.type('\r');
  expect(await pty.exited).toBe(0);
  return box.made();
}

describe.each(Object.entries(faces))('a namespace for other people in the face %s', (_, face) => {
  it('that is named with the command is what the flags make', async () => {
    const made = await madeIn(face, ['namespace', 'team-shop']);
    expect(Object.keys(made)).toEqual(expect.arrayContaining(['team-shop/admin/namespace.yaml', 'team-shop/admin/resourcequota.yaml']));
    expect(differences(made, await madeByFlags(['namespace', 'team-shop', ...said]))).toEqual([]);
  });

  it('that nobody named is asked for its name, and is the same', async () => {
    const made = await madeIn(face, ['namespace'], 'team-shop');
    expect(differences(made, await madeByFlags(['namespace', 'team-shop', ...said]))).toEqual([]);
  });

  it('that nobody named and whose interview was left goes on with its name', async () => {
    const box = boxOf();
    const pty = box.open(['namespace', ...face.flags], { rows: 60 });
    await pty.see(face.asks(depth));
    pty.type('\r');
    await pty.see(face.asks(called));
    pty.type('team-shop\r');
    await pty.see(face.asks(platform));
    pty.type('\u0003');
    expect(await pty.exited).toBe(130);
    const again = box.open(['--resume'], { rows: 60 });
    await again.see(face.asks(platform));
    again.type(face.acceptAll);
    expect(await again.exited).toBe(0);
    expect(differences(box.made(), await madeByFlags(['namespace', 'team-shop']))).toEqual([]);
  });
});
