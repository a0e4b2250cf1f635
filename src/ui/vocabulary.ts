import type { Preset } from '../questions/presets.ts';
import type { ValueType } from '../questions/question.ts';
import { type AnyQuestion, type Catalogue, questionsOf } from '../questions/question.ts';

/** What a person can speak of: the questions, and the presets to start from. */
export interface Vocabulary {
  readonly catalogue: Catalogue;
  readonly presets: readonly Preset[];
}

/** Whom a question is asked of: once of the application (before and after its components), or of each component. */
export type Scope = 'application' | 'component';

/** The questions that stand under `application` in the answers file. */
export const applicationQuestions = ({ application, whole }: Catalogue): readonly AnyQuestion[] => questionsOf([...application, ...whole]);

export const componentQuestions = ({ component }: Catalogue): readonly AnyQuestion[] => questionsOf(component);

/** The same in the order in which they are settled. */
export const allQuestions = ({ application, component, whole }: Catalogue): readonly AnyQuestion[] =>
  questionsOf([...application, ...component, ...whole]);

export interface Found {
  readonly scope: Scope;
  readonly question: AnyQuestion;
}

/** The question of this id, and whom it is asked of. */
export function find(catalogue: Catalogue, id: string): Found | undefined {
  const ofApplication = applicationQuestions(catalogue).find((asked) => asked.id === id);
  if (ofApplication) return { scope: 'application', question: ofApplication };
  const ofComponent = componentQuestions(catalogue).find((asked) => asked.id === id);
  return ofComponent && { scope: 'component', question: ofComponent };
}

/** A switch is said by its name alone: `--x`, `--no-x`. */
export const isSwitch = (type: ValueType): boolean => type.widget === 'confirm';

/** A list is said by repeating its flag. */
export const isList = (type: ValueType): boolean => type.samples.some((sample) => Array.isArray(type.print(sample)));
