import type { Text } from '../model/text.ts';
import type { Values } from '../model/value.ts';
import { type Catalogue, questionById } from './question.ts';

/** A preset as its file holds it. */
export interface RawPreset {
  readonly name: string;
  readonly title: Text;
  readonly about: Text;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** One component to start from. Its answers are as said: they are read once their placeholders are filled in. */
export interface Preset {
  readonly name: string;
  readonly title: Text;
  readonly about: Text;
  readonly answers: Values;
}

/** A preset that speaks of a question that does not exist is a bug of this program. */
export function presetOf(raw: RawPreset, { component }: Catalogue): Preset {
  const answers = Object.entries(raw.answers).map(([id, said]) => {
    if (!questionById(component, id)) throw new Error(`Preset ${raw.name}: there is no question “${id}”.`);
    return [id, Array.isArray(said) ? said.map(String) : String(said)] as const;
  });
  return { name: raw.name, title: raw.title, about: raw.about, answers: Object.fromEntries(answers) };
}
