import { describe, expect, it } from 'vitest';
import { interviewOf } from '../../src/ui/interview.ts';
import { phrases } from '../../src/ui/phrases.ts';
import type { PlainTerminal } from '../../src/ui/plain-terminal.ts';
import { interviewOn } from '../../src/ui/prompts.ts';
import { smallBase } from './small-base.ts';

const image = 'ghcr.io/example/shop:2.4.1';

/** A terminal at which somebody takes rows by the beginning of their label and types lines; `leave` leaves. */
function scripted(...script: readonly string[]) {
  const keys = [...script];
  const seen: string[] = [];
  const faults: string[] = [];
  const terminal: PlainTerminal = {
    choose: async (message, rows, at) => {
      seen.push(message);
      const key = keys.shift() ?? 'leave';
      const row = key === '' ? rows[at] : rows.find(({ label }) => label.startsWith(key));
      if (key === 'leave') return undefined;
      if (!row || row.refused !== undefined) throw new Error(`“${key}” cannot be taken from ${JSON.stringify(rows)}.`);
      return row.value;
    },
    type: async (message, suggested, initial, faultOf) => {
      seen.push(message);
      for (;;) {
        const line = keys.shift() ?? 'leave';
        if (line === 'leave') return undefined;
        const said = line || initial || suggested;
        const fault = faultOf(said);
        if (fault === undefined) return said;
        faults.push(fault);
      }
    },
    say: (line) => void seen.push(line),
  };
  const run = (all = false) => interviewOn(terminal, interviewOf(smallBase(), { all }), { language: 'en' });
  return { run, seen, faults };
}

const written = (components: object, application: object = {}, language = 'en') => ({
  outcome: 'write',
  answers: { source: 'interview', application, components },
  language,
});

describe('the plain interview', () => {
  it('writes nothing down where everything is accepted', async () => {
    expect(await scripted('', image, '', '', '', '', 'All good').run()).toEqual(written({ '': { image } }));
  });

  it('says what is wrong with a line, and takes the next', async () => {
    const { run, faults } = scripted('', '', 'shop', image, '', '80', '9000', '', '', 'All good');
    expect(await run()).toEqual(written({ '': { image, port: 9000 } }));
    expect(faults).toEqual([phrases.needsAnswer.en, expect.stringContaining('Add the version'), expect.stringContaining('needs root')]);
  });

  it('leads back by a row and by <, and changes the language by a row and by >', async () => {
    const { run, seen } = scripted('OpenShift', '<', 'español', 'Kubernetes', '>', image, '← back', '', '', '', '', '', 'All good');
    expect(await run()).toEqual(written({ '': { image } }));
    expect(seen).toContain('¿Qué imagen? (2 de unas 6)');
  });

  it('adds components and takes them away again', async () => {
    const script = ['', image, '', '', '+ Cache', '- cache', '+ Cache', 'That is all: cache', '', 'nothing', '', 'All good'];
    expect(await scripted(...script).run()).toEqual(written({ '': { image, needs: ['cache'] } }));
  });

  it('lets a list grow by typed items', async () => {
    const script = ['', '', 'yes', 'only', image, '', '', 'nothing', '+ Add', 'Blue', 'blue', 'That is all', '', 'All good'];
    const { run, faults } = scripted(...script);
    expect(await run(true)).toEqual(written({ '': { image, tags: ['blue'] } }));
    expect(faults).toEqual([expect.stringContaining('"Blue" is not accepted')]);
  });

  it('changes a decision from the review', async () => {
    const script = ['', image, '', '', '', '', 'Change', 'Isolation', 'everyone', 'All good'];
    expect(await scripted(...script).run()).toEqual(written({ '': { image } }, { isolation: 'open' }));
  });

  it('tells why it asks again, and what else would do', async () => {
    const change = (what: string, to: string) => ['Change', what, to];
    const script = [...change('Pod Security', 'baseline'), ...change('Port', '80'), ...change('Pod Security', 'restricted')];
    const { run, seen } = scripted('', image, '', '', '', '', ...script, '8080', 'All good');
    expect(await run()).toEqual(written({ '': { image } }));
    expect(seen).toContainEqual(expect.stringMatching(/^Port 80 needs root/));
    expect(seen).toContain('Pod Security: baseline (a namespace that allows root)');
  });

  it('is left at any prompt', async () => {
    expect(await scripted('', 'leave').run()).toMatchObject({ outcome: 'left' });
    expect(await scripted('', image, '', '', 'leave').run()).toMatchObject({ outcome: 'left' });
  });
});
