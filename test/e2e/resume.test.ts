import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { platform } from '../../src/questions/application.ts';
import { image, run } from '../../src/questions/basics.ts';
import { depth, startOf } from '../../src/ui/opening.ts';
import { treeOf } from '../output/folder.ts';
import { differences } from './bad-input/sandbox.ts';
import { type Box, boxesForTests } from './boxes.ts';
import { type Face, faces } from './faces-of-the-program.ts';
import type { Pty } from './pty.ts';

// Several programs start one after the other, slowly where others work too.
const boxOf = boxesForTests();
const goOn = 'npx create-k8s-app --resume';
const start = startOf([]);
const said = 'ghcr.io/example/shop:2.4.1';
/** A plain question with all its choices stands on such a screen. */
const tall = { rows: 60 };

/** The file in which the answers of this folder are kept, if any. */
function keptIn({ root }: Box): string | undefined {
  const folder = join(root, 'state', 'create-k8s-app');
  const [file] = existsSync(folder) ? readdirSync(folder) : [];
  return file && join(folder, file);
}

/** The language is changed, the second platform chosen, the image said and taken back: then the interview is left. */
async function leaveAtImage({ asks, otherLanguage, back, secondChoice }: Face, pty: Pty): Promise<void> {
  const steps = [
    [asks(depth), '\r'],
    [asks(start), '\r'],
    [asks(platform), otherLanguage],
    [asks(platform, 'es'), secondChoice],
    [asks(image, 'es'), `${said}\r`],
    [asks(run, 'es'), back],
    [asks(image, 'es'), '\u0003'],
  ] as const;
  for (const [shown, keys] of steps) {
    await pty.see(shown);
    pty.type(keys);
  }
  await pty.see(goOn);
  expect(await pty.exited).toBe(130);
}

/** One clear sentence, and what to do. */
async function expectRefusal(pty: Pty, says: string): Promise<void> {
  expect(await pty.exited).toBe(2);
  const screen = await pty.see('without --resume');
  expect(screen).toContain(`create-k8s-app: ${says}`);
  expect(screen.split('\n').filter((line) => line.startsWith('create-k8s-app:'))).toHaveLength(1);
}

const nothingKept = 'There is no unfinished interview in this folder.';

describe.each(Object.entries(faces))('an interview that was left in the face %s', (_, before) => {
  it.each(Object.entries(faces))(
    'goes on in the face %s at the same question, in its language, and is forgotten at its end',
    async (__, after) => {
      const box = boxOf();
      await leaveAtImage(before, box.open(['shop', ...before.flags], tall));
      expect(box.made()).toEqual({});

      const pty = box.open(['--resume', ...after.flags], tall);
      expect(await pty.see(after.asks(image, 'es'))).toContain(said);
      pty.type('\r');
      await pty.see(after.asks(run, 'es'));
      pty.type(after.acceptAll);
      expect(await pty.exited).toBe(0);
      const answers = readFileSync(join(box.here, 'shop/create-k8s-app.yaml'), 'utf8');
      expect([answers.includes('openshift'), answers.includes(said)]).toEqual([true, true]);

      expect(keptIn(box)).toBeUndefined();
      await expectRefusal(box.open(['--resume']), nothingKept);
    },
  );

  it('keeps nothing where nothing was answered', async () => {
    const box = boxOf();
    const pty = box.open(['shop', ...before.flags]);
    await pty.see(before.asks(depth));
    pty.type('\u0003');
    expect(await pty.exited).toBe(130);
    expect(await pty.see('Nothing was written.')).not.toContain(goOn);
    expect([keptIn(box), box.made()]).toEqual([undefined, {}]);
  });

  it('can be left and taken up again many times', async () => {
    const box = boxOf();
    await leaveAtImage(before, box.open(['shop', ...before.flags], tall));
    const kept = readFileSync(keptIn(box) ?? '', 'utf8');
    for (let round = 0; round < 2; round++) {
      const pty = box.open(['--resume'], tall);
      await pty.see(before.asks(image, 'es'));
      pty.type('\u0003');
      expect(await pty.exited).toBe(130);
      await pty.see(goOn);
      expect(readFileSync(keptIn(box) ?? '', 'utf8')).toBe(kept);
    }
  });

  it('is kept when its end cannot be written, and written when it is taken up again', async () => {
    const box = boxOf();
    const shop = ['shop', '--image', said];
    await box.run({ argv: shop });
    const made = treeOf(box.here);
    appendFileSync(join(box.here, 'shop/README.md'), 'mine');
    const pty = box.open([...shop, ...before.flags], tall);
    await pty.see(before.asks(depth));
    pty.type(before.acceptAll);
    expect(await pty.exited).toBe(1);
    await pty.see('--overwrite');
    expect(pty.screen()).toContain(goOn);

    const again = box.open(['--resume', '--overwrite'], tall);
    await again.see(before === faces.plain ? /go ahead:$/ : 'go ahead');
    again.type(before === faces.plain ? '\r' : 'w');
    expect(await again.exited).toBe(0);
    expect(differences(treeOf(box.here), made)).toEqual([]);
    expect(keptIn(box)).toBeUndefined();
  });
});

describe('answers that are kept', () => {
  it('count where nobody can be asked, and stay until something is written', async () => {
    const box = boxOf();
    const pty = box.open(['shop', '--image', said], tall);
    await pty.see(faces.wizard.asks(depth));
    pty.type('\r');
    await pty.see(faces.wizard.asks(platform));
    pty.type(faces.wizard.secondChoice);
    await pty.see(faces.wizard.asks(run));
    pty.type('\u0003');
    expect(await pty.exited).toBe(130);

    const { code, stdout } = await box.run({ argv: ['--resume', '--yes', '--dry-run'], through: withState(box) });
    expect([code, stdout.includes('README.md'), box.made()]).toEqual([0, true, {}]);
    expect((await box.run({ argv: ['--resume', '--yes'], through: withState(box) })).code).toBe(0);
    expect(readFileSync(join(box.here, 'shop/create-k8s-app.yaml'), 'utf8')).toContain('openshift');
    expect(keptIn(box)).toBeUndefined();
  });

  it('and are damaged are refused', async () => {
    const box = boxOf();
    await leaveAtImage(faces.wizard, box.open(['shop']));
    appendFileSync(keptIn(box) ?? '', '{');
    await expectRefusal(box.open(['--resume']), 'The unfinished answers in ');
  });

  it('lose a preset that this version does not know, and its question is asked again', async () => {
    const box = boxOf();
    await leaveAtImage(faces.wizard, box.open(['shop']));
    const file = keptIn(box) ?? '';
    writeFileSync(file, readFileSync(file, 'utf8').replace('{"id":"start"}', '{"id":"start","value":"cobol"}'));
    const pty = box.open(['--resume'], tall);
    await pty.see(faces.wizard.asks(start, 'es'));
    pty.type('\r');
    await pty.see(faces.wizard.asks(image, 'es'));
    pty.type('\u0003');
    expect(await pty.exited).toBe(130);
  });
});

/** The same home as in the terminal. */
const withState = ({ root }: Box): readonly string[] => ['env', `XDG_STATE_HOME=${join(root, 'state')}`];
