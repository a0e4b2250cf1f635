import { text } from '../../src/model/text.ts';
import { catalogue } from '../../src/questions/catalogue.ts';
import type { Preset } from '../../src/questions/presets.ts';
import type { Vocabulary } from '../../src/ui/vocabulary.ts';

const preset = (name: string): Preset => ({
  name,
  title: text(`${name}, small`, `${name}, pequeño`),
  about: text(`A ${name} to start from.`, `Un ${name} para empezar.`),
  answers: {},
});

/** The real questions, and two presets. */
export const vocabulary: Vocabulary = { catalogue, presets: [preset('postgresql'), preset('kafka')] };
