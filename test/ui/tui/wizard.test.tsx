import { cleanup, render } from 'ink-testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { answersOf, interviewOf } from '../../../src/ui/interview.ts';
import { sessionOf } from '../../../src/ui/tui/session.ts';
import { storeOf } from '../../../src/ui/tui/store.ts';
import { Wizard } from '../../../src/ui/tui/wizard.tsx';
import { smallBase } from '../small-base.ts';

const down = '\u001b[B';
const left = '\u001b[D';
const home = '\u001b[H';
const end = '\u001b[F';
const backspace = '\u007f';
const image = 'ghcr.io/example/shop:2.4.1';

afterEach(cleanup);

/** The wizard on a terminal of 100 columns; `see` waits for a frame that holds the words. */
function open(language: 'en' | 'es' = 'en', unicode = true) {
  const look = { language, color: false, unicode, columns: 100, rows: 30 };
  const store = storeOf(sessionOf(interviewOf(smallBase(), { all: false }), look));
  const app = render(<Wizard store={store} />);
  const frame = () => app.lastFrame() ?? '';
  return {
    store,
    type: (keys: string) => app.stdin.write(keys),
    see: (words: string | RegExp) => expect.poll(frame, { interval: 5, timeout: 5000 }).toMatch(words),
    answers: () => answersOf(store.get().interview),
    frame,
  };
}

describe('keys', () => {
  it('are folded in order when one read holds several of them', async () => {
    const wizard = open();
    await wizard.see('Kubernetes or OpenShift?');
    wizard.type(`\r${image}\r`);
    await wizard.see('When does it run?');
    wizard.type(`${down}${down}\r`);
    await wizard.see('At what times does it run?');
    expect(wizard.answers().components).toEqual({ '': { image, run: 'scheduled' } });
  });

  it('find Enter at the end of a text that comes in one read', async () => {
    const wizard = open();
    await wizard.see('Kubernetes or OpenShift?');
    wizard.type('\r');
    await wizard.see('Which image?');
    wizard.type('shop\r');
    await wizard.see('Add the version, as in shop:1.0.0');
    wizard.type(':1.2.3\r');
    await wizard.see('When does it run?');
    expect(wizard.answers().components).toEqual({ '': { image: 'shop:1.2.3' } });
  });

  it('j, k and l work where nothing is typed, and are letters where something is', async () => {
    const wizard = open();
    await wizard.see('❯ ● Kubernetes');
    wizard.type('j');
    await wizard.see('❯ ● OpenShift');
    wizard.type('l');
    await wizard.see('¿Kubernetes u OpenShift?');
    wizard.type('k\rjkl');
    await wizard.see('❯ jkl▏');
  });
});

describe('a question', () => {
  it('shows what a choice is for and why it is suggested', async () => {
    const wizard = open();
    await wizard.see('It suits every cluster that you reach with kubectl.');
    await wizard.see('It is what most clusters run.');
    await wizard.see('1 of about 6');
  });

  it('is taken by Enter when a suggestion stands there, and needs an answer when none does', async () => {
    const wizard = open();
    wizard.type('\r');
    await wizard.see('Which image?');
    wizard.type('\r');
    await wizard.see('Only you know this');
    wizard.type(`${image}\r\r`);
    await wizard.see('8080   suggested');
    expect(wizard.answers().components).toEqual({ '': { image } });
  });

  it('says what is wrong with a value while it is typed', async () => {
    const wizard = open();
    wizard.type(`\r${image}\r\r80`);
    await wizard.see('Port 80 needs root');
    wizard.type('\r');
    await wizard.see('Which port does it listen on?');
    wizard.type(`${backspace}081`);
    await wizard.see('❯ 8081▏');
    wizard.type('\r');
    await wizard.see('What else does it need?');
  });

  it('leads back by Esc and by the left arrow, with the answer that was given', async () => {
    const wizard = open();
    wizard.type(`\r${image}\r`);
    await wizard.see('When does it run?');
    wizard.type(left);
    await wizard.see(`❯ ${image}▏`);
    wizard.type('\u001b');
    await wizard.see('Kubernetes or OpenShift?');
    wizard.type('\r\r');
    await wizard.see('When does it run?');
  });

  it('takes what is highlighted in a list of choices when nothing is marked', async () => {
    const wizard = open();
    wizard.type(`\r${image}\r\r\r`);
    await wizard.see('What else does it need?');
    wizard.type(`${down}\r`);
    await wizard.see('cache: Which port does it listen on?');
    expect(wizard.answers().components).toEqual({ '': { image, needs: ['cache'] } });
  });

  it('keeps to ASCII where the terminal shows no more', async () => {
    const wizard = open('en', false);
    wizard.type(`\r${image}`);
    await wizard.see('> ghcr.io');
    expect(wizard.frame()).not.toMatch(/[❯●○✗✓▏─⏎←↑⇥]/u);
  });
});

describe('the review', () => {
  async function reviewed() {
    const wizard = open();
    wizard.type(`\r${image}\r\r\r\r\r`);
    await wizard.see('All good: go ahead');
    return wizard;
  }

  it('shows who decided, why, and why not the others', async () => {
    const wizard = await reviewed();
    await wizard.see(/○ Platform +Kubernetes/);
    wizard.type('\u001b[6~');
    await wizard.see(/● Image +ghcr.io\/example\/shop:2.4.1/);
    wizard.type(`${home}${down.repeat(2)}`);
    await wizard.see('It is what most clusters run. (rule M7)');
    await wizard.see('Not “OpenShift”: It suits Red Hat OpenShift and OKD clusters');
  });

  it('changes one decision and comes back to it', async () => {
    const wizard = await reviewed();
    wizard.type(`${down}${down}\r`);
    await wizard.see('Kubernetes or OpenShift?');
    wizard.type(`${down}\r`);
    await wizard.see(/❯ ● Platform +OpenShift/);
    expect(wizard.answers().application).toEqual({ platform: 'openshift' });
  });

  it('writes by Enter on the first row, and by w from anywhere', async () => {
    const first = await reviewed();
    first.type('\r');
    expect(first.store.get().outcome).toBe('write');
    const second = await reviewed();
    second.type(`${end}w`);
    expect(second.store.get().outcome).toBe('write');
    expect(second.answers()).toEqual({ source: 'interview', application: {}, components: { '': { image } } });
  });

  it('takes no paste for keys', async () => {
    const wizard = await reviewed();
    wizard.type('\u001b[200~www\u001b[201~');
    wizard.type(down);
    await wizard.see('❯ ○ Name');
    expect(wizard.store.get().outcome).toBeUndefined();
  });
});

it('is left by Ctrl-C at any time', async () => {
  const wizard = open();
  wizard.type('\r\u0003');
  expect(wizard.store.get().outcome).toBe('left');
});
