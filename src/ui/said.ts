import type { Answers, Value, Values } from '../model/value.ts';
import { component } from '../questions/basics.ts';
import { catalogue } from '../questions/catalogue.ts';
import type { AnyQuestion } from '../questions/question.ts';
import type { Decisions, Settled, Slot } from '../questions/settle.ts';
import type { Outlook } from './settling.ts';
import { applicationQuestions, componentQuestions } from './vocabulary.ts';

/** Everything that was said, by whatever source but the presets, with the strongest word on each question, and what a cluster showed. */
export interface WhatWasSaid {
  readonly slots: readonly Slot[];
  readonly said: Pick<Answers, 'application' | 'components'>;
}

type Wanted = (asked: AnyQuestion, slot?: Slot) => boolean;

/** In the order of the catalogue, so that the same answers always read the same. */
function strongest(questions: readonly AnyQuestion[], sources: readonly (Values | undefined)[], wanted: Wanted, slot?: Slot): Values {
  const entries = questions.flatMap((asked): readonly (readonly [string, Value])[] => {
    const value = sources.map((values) => values?.[asked.id]).find((each) => each !== undefined);
    return value === undefined || !wanted(asked, slot) ? [] : [[asked.id, value]];
  });
  return Object.fromEntries(entries);
}

/** What was said to come to this outlook, and applies to it. A flag that does nothing would be refused. */
export function repeatableIn(outlook: Outlook): WhatWasSaid {
  const { idle } = outlook.settled;
  return saidIn(outlook, (asked, slot) => !idle.some((spot) => spot.question === asked && spot.slot === slot?.key));
}

/** All that was said to come to this outlook. What a cluster showed is said, too: without that cluster the same comes of it. */
export function saidIn({ request, settled }: Outlook, wanted: Wanted = () => true): WhatWasSaid {
  const sources = [...request.answers.filter(({ source }) => source !== 'preset'), seenIn(settled)];
  // Nobody needs to say a name that the rule gives anyway, though the answers file has one for every component.
  const nameless = settled.components[0]?.decisions[component.id]?.source === 'rule' ? request.slots[0] : undefined;
  const keyOf = (slot: Slot) => (slot === nameless && slot.preset === undefined ? '' : slot.key);
  const slots = request.slots.map(
    (slot) =>
      [
        keyOf(slot),
        strongest(
          componentQuestions(catalogue),
          sources.map(({ components }) => components[slot.key]),
          wanted,
          slot,
        ),
      ] as const,
  );
  return {
    slots: request.slots.map((slot) => ({ ...slot, key: keyOf(slot) })),
    said: {
      application: strongest(
        applicationQuestions(catalogue),
        sources.map(({ application }) => application),
        wanted,
      ),
      components: Object.fromEntries(slots),
    },
  };
}

/** What the rules learned from a cluster that was read. */
const seenIn = ({ application, components, whole }: Settled): Pick<Answers, 'application' | 'components'> => ({
  application: seenAmong({ ...application, ...whole }),
  components: Object.fromEntries(components.map(({ slot, decisions }) => [slot.key, seenAmong(decisions)])),
});

const seenAmong = (decisions: Decisions): Values =>
  Object.fromEntries(Object.entries(decisions).flatMap(([id, { source, choice }]) => (source === 'cluster' ? [[id, choice]] : [])));

/** The same with every component under its own name, as the answers file holds it. */
export function namedIn(outlook: Outlook): readonly { readonly name: string; readonly preset?: string; readonly values: Values }[] {
  const { slots, said } = saidIn(outlook);
  return slots.map(({ key, preset }, index) => {
    const { [component.id]: _, ...values } = said.components[key] ?? {};
    const name = outlook.settled.components[index]?.known.get(component) ?? key;
    return { name, ...(preset === undefined ? {} : { preset }), values };
  });
}
