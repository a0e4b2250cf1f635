import type { Text } from './text.ts';

/** Exit codes that a script can rely on. */
export const exits = { done: 0, failure: 1, usage: 2, findings: 3, cluster: 4, notReady: 5, left: 130 } as const;
export type Exit = (typeof exits)[keyof typeof exits];

/** What a person is told when something expected goes wrong: one sentence, what to do, the flags that mend it. */
export interface Complaint {
  readonly says: Text;
  readonly fix?: Text;
  readonly flags?: readonly string[];
}

/** The one error class: an expected refusal of the I/O floors, thrown and caught once. Anything else is a bug. */
export class Problem extends Error {
  readonly complaints: readonly Complaint[];
  readonly exit: Exit;
  constructor(exit: Exit, ...complaints: readonly Complaint[]) {
    super(complaints.map((complaint) => complaint.says.en).join('\n'));
    this.name = 'Problem';
    this.exit = exit;
    this.complaints = complaints;
  }
}
