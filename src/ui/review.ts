import type { Text } from '../model/text.ts';
import { component } from '../questions/basics.ts';
import type { Decision } from '../questions/question.ts';
import type { Settled, Spot } from '../questions/settle.ts';
import { type Part, partsOf } from './agenda.ts';
import type { Interview } from './interview.ts';

/** A decision, and where it was taken. */
export interface Row {
  readonly spot: Spot;
  readonly decision: Decision;
}

/** The decisions of one topic. */
export interface Group {
  readonly title: Text;
  /** Name of the component that the group speaks of. */
  readonly component?: string;
  readonly rows: readonly Row[];
}

/** Nothing is left to ask: every decision stands here, to be read and overruled. */
export interface Review {
  readonly kind: 'review';
  readonly groups: readonly Group[];
  readonly settled: Settled;
}

export const reviewOf = (interview: Interview, settled: Settled): Review => ({
  kind: 'review',
  settled,
  groups: partsOf(interview, settled).flatMap(groupsOf),
});

export const rowsOf = (review: Review): readonly Row[] => review.groups.flatMap((group) => group.rows);

const groupsOf = ({ topics, known, decisions, slot }: Part): readonly Group[] =>
  topics.flatMap((topic) => {
    const rows = topic.questions.flatMap((question): readonly Row[] => {
      const decision = decisions[question.id];
      return decision ? [{ spot: slot === undefined ? { question } : { slot, question }, decision }] : [];
    });
    const named = slot === undefined ? {} : { component: known.get(component) ?? slot };
    return rows.length > 0 ? [{ title: topic.title, ...named, rows }] : [];
  });
