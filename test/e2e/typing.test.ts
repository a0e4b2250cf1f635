import { describe, expect, it } from 'vitest';
import { platform } from '../../src/questions/application.ts';
import { image } from '../../src/questions/basics.ts';
import { calls } from '../../src/questions/connections.ts';
import { depth, startOf } from '../../src/ui/opening.ts';
import { itemsIn } from '../../src/ui/tui/entry.ts';
import type { Press } from '../../src/ui/tui/press.ts';
import { boxesForTests } from './boxes.ts';
import { faces } from './faces-of-the-program.ts';
import { type Followed, following, leave } from './following.ts';

// Several programs start one after the other, slowly where others work too.
const boxOf = boxesForTests();
const enter: Press = { kind: 'enter' };
const pasted = (words: string) => [`\u001b[200~${words}\u001b[201~`, { kind: 'paste', text: words }] as const;
const emptied = ['\u0005\u0015', { kind: 'move', motion: 'end' }, { kind: 'erase', motion: 'start' }] as const;

async function atImage(columns = 80): Promise<Followed> {
  const wizard = await following(boxOf(), columns);
  for (let step = 0; step < 3; step++) await wizard.press('\r', enter);
  expect(asked(wizard)).toBe(image.id);
  return wizard;
}

const asked = ({ session }: Followed): string | undefined => {
  const { scene } = session();
  return scene.kind === 'question' ? scene.now.question.id : undefined;
};

/** One character of two columns, one of none, one of several code points, and one of the other direction. */
const odd = ['漢', 'é', 'e\u0301', '🙂', '👨‍👩‍👧‍👦', '🇪🇸', '漢é🙂'.repeat(20), 'שלום'];

describe('letters that are no part of a name', () => {
  it.each([80, 40, 30])('are refused in a sentence, typed and pasted, in a window of %d columns that stays aligned', async (columns) => {
    const wizard = await atImage(columns);
    for (const words of odd) {
      await wizard.press(words, { kind: 'text', text: words });
      expect(wizard.pty.screen().replace(/\s+/g, ' ')).toContain('is not accepted');
      await wizard.press(...emptied);
      await wizard.press(...pasted(words));
      expect(wizard.pty.screen().replace(/\s+/g, ' ')).toContain('is not accepted');
      await wizard.press('\r', enter);
      await wizard.press(...emptied);
    }
    await leave(wizard);
  });
});

it('odd letters and a very long line are refused in a sentence line by line too', async () => {
  const pty = boxOf().open(['shop', '--plain', '--lang', 'en'], { rows: 60 });
  for (const question of [depth, startOf([]), platform]) {
    await pty.see(faces.plain.asks(question));
    pty.type('\r');
  }
  // A long line leaves nothing else on the screen.
  const refused = (count: number) => (screen: string) =>
    screen.endsWith(':') && pty.output().replace(/\s+/g, ' ').split('is not accepted').length === count + 1;
  for (const [index, words] of [...odd, 'x'.repeat(5000)].entries()) {
    await pty.see(refused(index));
    pty.type(`${words}\r`);
  }
  await pty.see(refused(odd.length + 1));
  pty.type('\u0003');
  expect(await pty.exited).toBe(130);
});

describe('what is pasted', () => {
  it('is one line where one is asked for', async () => {
    const wizard = await atImage();
    await wizard.press(...pasted('ghcr.io/example/shop:2.4.1\r\nsecond\nthird\r\n'));
    expect(wizard.pty.screen()).toContain('❯ ghcr.io/example/shop:2.4.1 second third ▏');
    await wizard.press(...emptied);
    await wizard.press(...pasted('  ghcr.io/example/shop:2.4.1\n'));
    await wizard.press('\r', enter);
    expect(asked(wizard)).not.toBe(image.id);
    await leave(wizard);
  });

  it('is a line each in a list', async () => {
    const wizard = await atImage();
    await wizard.press(`ghcr.io/example/shop:2.4.1\r`, { kind: 'text', text: 'ghcr.io/example/shop:2.4.1' }, enter);
    await wizard.press(`/${calls.id}`, { kind: 'find' }, { kind: 'text', text: calls.id });
    await wizard.press('\r', enter);
    expect(asked(wizard)).toBe(calls.id);
    await wizard.press(...pasted('10.20.0.0/16:5432\r\n\r\npayments/api:8080\n漢:1'));
    const { scene } = wizard.session();
    const entry = scene.kind === 'question' && scene.entry.kind === 'list' ? scene.entry : undefined;
    expect(entry && itemsIn(entry)).toEqual(['10.20.0.0/16:5432', 'payments/api:8080', '漢:1']);
    expect(wizard.pty.screen()).toContain('✗');
    await leave(wizard);
  });

  it('is nothing where something is chosen, whatever its letters would do as keys', async () => {
    const wizard = await following(boxOf());
    await wizard.press(...pasted('wrly?/ jk\r\n\u0003\u001b[B'));
    await leave(wizard);
  });

  it.each([
    ['one word', 'x'.repeat(5000)],
    ['words', 'word '.repeat(1000)],
    ['lines', 'line\r\n'.repeat(800)],
    ['wide characters', '漢'.repeat(5000)],
  ])('may be thousands of characters: %s', async (_, words) => {
    const wizard = await atImage();
    await wizard.press(...pasted(words));
    expect(wizard.pty.screen().replace(/\s+/g, ' ')).toContain('is not accepted');
    await wizard.press('\r', enter);
    await wizard.press(...emptied);
    // Without the marks of a paste the terminal hands it over in pieces.
    await wizard.press(words.replace(/\s+/g, ''), { kind: 'text', text: words.replace(/\s+/g, '') });
    expect(wizard.pty.screen().replace(/\s+/g, ' ')).toContain('is not accepted');
    await leave(wizard);
  });
});
