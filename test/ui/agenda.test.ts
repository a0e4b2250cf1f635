import { describe, expect, it } from 'vitest';
import { catalogue, settled } from '../../src/questions/catalogue.ts';
import { agendaOf } from '../../src/ui/agenda.ts';
import { type Base, interviewOf, settledOf } from '../../src/ui/interview.ts';
import { requestFor } from '../random-answers.ts';

/** Ids of what an interview about the essentials asks. */
function asked(hasComponents: boolean): readonly string[] {
  const settle: Base['settle'] = (interview) =>
    settled(requestFor({ hasComponents, slots: [], added: [], facts: { folder: 'shop' }, answers: [interview] }));
  const interview = interviewOf({ catalogue, opening: [], settle }, { all: false });
  return agendaOf(interview, settledOf(interview)).map(({ question }) => question.id);
}

describe('who works in a namespace', () => {
  it('is asked where the namespace is all there is', () => {
    expect(asked(false)).toEqual(['platform', 'developers', 'viewers', 'quota', 'deliver']);
  });

  it('is not asked of whoever makes an application', () => {
    expect(asked(true)).not.toContain('developers');
    expect(asked(true)).not.toContain('viewers');
  });
});
