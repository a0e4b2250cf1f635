import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, sameValue, type Value } from '../../src/model/value.ts';
import type { Decisions, Settled, Spot } from '../../src/questions/settle.ts';
import { type Asking, currentOf } from '../../src/ui/asking.ts';
import { answersOf, type Base, type Interview, interviewOf, settledOf } from '../../src/ui/interview.ts';
import { depth } from '../../src/ui/opening.ts';
import { rowsOf } from '../../src/ui/review.ts';
import { answer, back, edit } from '../../src/ui/walk.ts';
import { smallBase } from './small-base.ts';

const start = (base: Base = smallBase()): Interview => interviewOf(base, { all: false });
const image = 'ghcr.io/example/shop:2.4.1';

function asked(interview: Interview): Asking {
  const now = currentOf(interview);
  if (now.kind === 'review') throw new Error('Nothing is asked any more.');
  return now;
}

const idNow = (interview: Interview): string => {
  const now = currentOf(interview);
  return now.kind === 'review' ? 'review' : `${now.spot.slot ?? '-'}/${now.question.id}`;
};

/** Accepts every suggestion and gives the image where only the person can know. */
function accepted(interview: Interview): { readonly end: Interview; readonly ids: readonly string[] } {
  const ids: string[] = [];
  let at = interview;
  for (let now = currentOf(at); now.kind === 'asking'; now = currentOf(at)) {
    ids.push(now.question.id);
    at = answer(at, now.suggestion ? undefined : image);
  }
  return { end: at, ids };
}

function spotOf(interview: Interview, id: string): Spot {
  const now = currentOf(interview);
  const row = now.kind === 'review' ? rowsOf(now).find(({ spot }) => spot.question.id === id) : undefined;
  if (!row) throw new Error(`${id} is not on the review.`);
  return row.spot;
}

const choicesOf = ({ application, components, whole }: Settled): unknown => ({
  application: stated(application),
  components: components.map(({ slot, decisions }) => [slot.key, stated(decisions)]),
  whole: stated(whole),
});
const stated = (decisions: Decisions) =>
  Object.entries(decisions).map(([id, { choice, source, rule, reason }]) => ({ id, choice, source, rule, reason }));

describe('the order of the questions', () => {
  it('asks what is essential: the application, the component, the whole', () => {
    expect(accepted(start()).ids).toEqual(['platform', 'image', 'run', 'port', 'needs', 'deliver']);
  });

  it('asks first how much is to be asked, unless that is said', () => {
    const first = asked(interviewOf({ ...smallBase(), opening: [depth] }));
    expect(first.question.id).toBe('questions');
    const all = answer(interviewOf({ ...smallBase(), opening: [depth] }), 'all');
    expect(accepted(all).ids).toEqual([
      'platform',
      'namespace',
      'create-namespace',
      'isolation',
      'image',
      'run',
      'port',
      'needs',
      'tags',
      'deliver',
    ]);
    expect(answersOf(all)).toEqual({ source: 'interview', application: {}, components: {} });
  });

  it('does not ask what a flag or a file answered', () => {
    const flags: Answers = { source: 'flag', application: { platform: 'openshift' }, components: { '': { port: 9000 } } };
    expect(accepted(start(smallBase(flags))).ids).toEqual(['image', 'run', 'needs', 'deliver']);
  });

  it('asks the essential questions of a component that is needed, which its preset leaves open', () => {
    let at = answer(answer(start()), image);
    at = answer(answer(at), undefined);
    at = answer(at, ['cache']);
    expect([idNow(at), asked(at).component]).toEqual(['cache/port', 'cache']);
    expect(accepted(at).ids).toEqual(['port', 'needs', 'deliver']);
  });
});

describe('answers', () => {
  it('records nothing where every suggestion is accepted', () => {
    const { end } = accepted(start());
    expect(answersOf(end)).toEqual({ source: 'interview', application: {}, components: { '': { image } } });
    expect(settledOf(end).components[0]?.decisions['port']).toMatchObject({ choice: 8080, source: 'rule' });
  });

  it('takes the suggestion itself for accepting it', () => {
    expect(answersOf(answer(start(), 'kubernetes')).application).toEqual({});
  });

  it('does nothing where there is no suggestion to accept', () => {
    const at = answer(start());
    expect(answer(at)).toBe(at);
  });

  it('lets an answer that does not apply fall idle, and brings it back', () => {
    let { end } = accepted(answer(answer(answer(start()), image), 'scheduled'));
    end = edit(end, spotOf(end, 'schedule'));
    end = answer(end, '0 8 * * 1');
    const runs = (value: string) => {
      end = answer(edit(end, spotOf(end, 'run')), value);
      return accepted(end).end;
    };
    expect(answersOf(runs('once')).components['']).toEqual({ image, run: 'once' });
    expect(answersOf(runs('scheduled')).components['']).toEqual({ image, run: 'scheduled', schedule: '0 8 * * 1' });
  });

  it('forgets a component that is needed no longer, and remembers it when it is needed again', () => {
    let at = answer(answer(answer(answer(start()), image)), undefined);
    at = answer(at, ['cache']);
    at = accepted(answer(at, 7000)).end;
    at = answer(edit(at, spotOf(at, 'needs')), []);
    expect(settledOf(at).components.map(({ slot }) => slot.key)).toEqual(['']);
    expect(answersOf(at).components).toEqual({ '': { image } });
    at = answer(edit(at, spotOf(at, 'needs')), ['cache']);
    expect(answersOf(at).components).toEqual({ '': { image, needs: ['cache'] }, cache: { port: 7000 } });
  });
});

describe('a choice that cannot work', () => {
  it('is refused while it is typed, with its reason', () => {
    const at = asked(answer(answer(answer(start()), image)));
    expect(at.read('80')).toMatchObject({ says: { en: expect.stringContaining('needs root') } });
    expect(at.read('eighty')).toMatchObject({ says: { en: expect.stringContaining('not accepted') } });
    expect(at.read('8081')).toEqual({ value: 8081 });
  });

  it('is asked again when an earlier answer makes it impossible', () => {
    let { end } = accepted(start());
    end = answer(edit(end, spotOf(end, 'pod-security')), 'baseline');
    end = answer(edit(end, spotOf(end, 'port')), 80);
    expect(idNow(end)).toBe('review');
    end = answer(edit(end, spotOf(end, 'pod-security')), 'restricted');
    expect(asked(end)).toMatchObject({ question: { id: 'port' }, said: 80, refusal: { rule: 'privileged-port' } });
    expect(idNow(answer(end))).toBe('review');
  });

  it('is asked although a flag said it', () => {
    const flags: Answers = { source: 'flag', application: {}, components: { '': { port: 80 } } };
    const at = answer(answer(answer(start(smallBase(flags))), image));
    expect(asked(at)).toMatchObject({ question: { id: 'port' }, refusal: { source: 'flag' } });
    expect(settledOf(answer(at, 8080)).refusals).toEqual([]);
  });
});

describe('back', () => {
  it('leads through every question to the first one, and offers again what was answered', () => {
    let { end, ids } = accepted(start());
    for (const id of ids.toReversed()) {
      end = back(end);
      expect(asked(end).question.id).toBe(id);
    }
    expect(back(end)).toBe(end);
    expect(answersOf(end)).toMatchObject({ application: {}, components: {} });
    expect(asked(answer(end)).said).toBe(image);
  });

  it('leaves the overruling of a decision without a change', () => {
    const { end } = accepted(start());
    const editing = edit(end, spotOf(end, 'port'));
    expect(asked(editing).question.id).toBe('port');
    expect(back(editing)).toEqual(end);
  });

  it('does not get stuck after an edit that brings a new question in the middle', () => {
    let { end } = accepted(start());
    end = answer(edit(end, spotOf(end, 'run')), 'scheduled');
    expect(asked(end).question.id).toBe('schedule');
    expect(asked(back(end)).question.id).toBe('run');
  });
});

describe('laws', () => {
  type Move = { readonly kind: 'answer' | 'accept' | 'back' | 'edit'; readonly pick: number };
  const move = (kind: Move['kind'], weight: number) => ({ weight, arbitrary: fc.nat(60).map((pick): Move => ({ kind, pick })) });
  const moves = fc.array(fc.oneof(move('answer', 6), move('accept', 4), move('back', 2), move('edit', 2)), { maxLength: 40 });

  const keyOf = ({ slot, question }: Spot): string => JSON.stringify([slot, question.id]);

  /** A value that can be taken here, by number: one of the options, or a sample of the type. */
  function valueAt(now: Asking, pick: number): Value | undefined {
    const values = [...now.options.filter(({ refused }) => !refused).map(({ value }) => value), ...now.question.type.samples];
    const able = values.filter((value) => 'value' in now.read(now.question.type.print(value)));
    return able[pick % Math.max(1, able.length)];
  }

  /** An interview, and beside it what was said and not taken back, kept without its help. */
  interface Walked {
    readonly at: Interview;
    readonly said: ReadonlyMap<string, Value>;
  }

  const less = (said: ReadonlyMap<string, Value>, spot: Spot) => new Map([...said].filter(([key]) => key !== keyOf(spot)));

  function walked({ at, said }: Walked, { kind, pick }: Move): Walked {
    const now = currentOf(at);
    if (kind === 'back') {
      const before = back(at);
      return { at: before, said: at.editing || before === at ? said : less(said, asked(before).spot) };
    }
    if (now.kind === 'review') {
      const rows = rowsOf(now);
      const row = rows[pick % rows.length];
      return kind === 'edit' && row ? { at: edit(at, row.spot), said } : { at, said };
    }
    const value = kind === 'answer' ? valueAt(now, pick) : undefined;
    const isSaid = value !== undefined && !sameValue(value, now.suggestion?.choice);
    if (value === undefined && !now.suggestion) return { at, said };
    return { at: answer(at, value), said: isSaid ? less(said, now.spot).set(keyOf(now.spot), value) : less(said, now.spot) };
  }

  const walkOn = (walk: readonly Move[]): Walked => walk.reduce(walked, { at: start(), said: new Map() });

  /** The answers that belong to a component which is there, as one source would give them at once. */
  function givenAtOnce(said: ReadonlyMap<string, Value>, slots: readonly string[]): Answers {
    const application: Record<string, Value> = {};
    const components: Record<string, Record<string, Value>> = {};
    for (const [key, value] of said) {
      const [slot, id] = JSON.parse(key) as [string | null, string];
      if (slot === null) application[id] = value;
      else if (slots.includes(slot)) components[slot] = { ...components[slot], [id]: value };
    }
    return { source: 'interview', application, components };
  }

  it('gives the same decisions after any walk as the same answers given at once', () => {
    fc.assert(
      fc.property(moves, (walk) => {
        const { at, said } = walkOn(walk);
        const settled = settledOf(at);
        const slots = settled.components.map(({ slot }) => slot.key);
        expect(choicesOf(settled)).toEqual(choicesOf(at.base.settle(givenAtOnce(said, slots))));
      }),
      { numRuns: 300 },
    );
  });

  it('hands over no answer that does not apply, and none that is missing', () => {
    fc.assert(
      fc.property(moves, (walk) => {
        const { at } = walkOn(walk);
        const settled = at.base.settle(answersOf(at));
        expect(settled.idle).toEqual([]);
        expect(choicesOf(settled)).toEqual(choicesOf(settledOf(at)));
      }),
    );
  });

  it('comes to the review from anywhere by accepting and answering what is open', () => {
    fc.assert(
      fc.property(moves, (walk) => {
        let { at } = walkOn(walk);
        for (let steps = 0; steps < 60 && currentOf(at).kind === 'asking'; steps++) {
          const now = asked(at);
          at = answer(at, now.suggestion ? undefined : valueAt(now, 0));
        }
        expect(currentOf(at).kind).toBe('review');
        expect(settledOf(at)).toMatchObject({ open: [], refusals: [] });
      }),
    );
  });

  it('comes back to the first question from anywhere, step by step', () => {
    fc.assert(
      fc.property(moves, (walk) => {
        let { at } = walkOn(walk);
        for (let before: Interview | undefined; at !== before; ) [before, at] = [at, back(at)];
        expect(asked(at).before).toEqual([]);
      }),
    );
  });
});
