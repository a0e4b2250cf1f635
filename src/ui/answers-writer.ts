import { Document } from 'yaml';
import type { Answers, Value, Values } from '../model/value.ts';
import type { AnyQuestion, Catalogue } from '../questions/question.ts';
import type { Slot } from '../questions/settle.ts';
import { applicationQuestions, componentQuestions } from './vocabulary.ts';

/** What was said, by its slots; nothing that a rule decided. */
export interface Saved {
  readonly said: Pick<Answers, 'application' | 'components'>;
  readonly slots: readonly Slot[];
}

/** The answers file. `schema` is where its JSON Schema can be read, for editors. */
export function printAnswers({ said, slots }: Saved, catalogue: Catalogue, schema: string): string {
  const components = slots.map(({ key, preset }) => [
    key,
    { ...(preset === undefined ? {} : { preset }), ...printed(componentQuestions(catalogue), said.components[key] ?? {}) },
  ]);
  const content = {
    application: printed(applicationQuestions(catalogue), said.application),
    ...(components.length > 0 ? { components: Object.fromEntries(components) } : {}),
  };
  const document = new Document(content, { compat: 'yaml-1.1', aliasDuplicateObjects: false });
  document.commentBefore = ` yaml-language-server: $schema=${schema}`;
  return document.toString({ lineWidth: 0 });
}

/** In the order of the catalogue; numbers and booleans stay what they are. */
function printed(questions: readonly AnyQuestion[], values: Values): Record<string, Value> {
  const entries = questions.flatMap((asked): readonly (readonly [string, Value])[] => {
    const value = values[asked.id];
    if (value === undefined) return [];
    return [[asked.id, typeof value === 'number' || typeof value === 'boolean' ? value : asked.type.print(value)]];
  });
  return Object.fromEntries(entries);
}
