import type { Language } from '../model/text.ts';
import type { Preset } from '../questions/presets.ts';
import type { Catalogue } from '../questions/question.ts';
import { conditionText } from './conditions.ts';
import { topicsOf } from './help-topics.ts';
import { usageOf } from './question-card.ts';
import { usualOf } from './usual.ts';
import { find, isList } from './vocabulary.ts';
import { columns, wrap } from './wrap.ts';

/** All questions by topic, a line each. */
export function questionsListing(catalogue: Catalogue, language: Language, width: number): string {
  const lines = topicsOf(catalogue).flatMap(({ title, questions }) => [
    title[language],
    ...columns(
      questions.map((asked) => [asked.id, asked.ask[language]]),
      width,
    ),
    '',
  ]);
  return `${lines.join('\n').trimEnd()}\n`;
}

/** All questions, for programs. */
export function questionsJson(catalogue: Catalogue, language: Language) {
  const usual = usualOf(catalogue);
  return topicsOf(catalogue).flatMap((topic) =>
    topic.questions.map((asked) => {
      const ruling = usual(asked);
      const choices = Object.entries(asked.type.choices ?? {});
      return {
        id: asked.id,
        scope: find(catalogue, asked.id)?.scope,
        topic: topic.id,
        level: asked.level,
        label: asked.label[language],
        ask: asked.ask[language],
        help: asked.help[language],
        flag: usageOf(asked, 'en'),
        repeats: isList(asked.type),
        expects: asked.type.expects[language],
        ...(choices.length > 0
          ? {
              choices: Object.fromEntries(
                choices.map(([value, { label, fits }]) => [value, { label: label[language], fits: fits[language] }]),
              ),
            }
          : {}),
        ...(ruling ? { default: ruling.choice, reason: ruling.reason[language] } : {}),
        ...(asked.when ? { when: conditionText(asked.when)[language] } : {}),
        ...(asked.essentialWhen ? { essentialWhen: conditionText(asked.essentialWhen)[language] } : {}),
        ...(asked.page ? { page: asked.page } : {}),
        schema: asked.type.schema,
      };
    }),
  );
}

/** All presets, each with what it is for. */
export function presetsListing(presets: readonly Preset[], language: Language, width: number): string {
  const lines = presets.flatMap(({ name, title, about }) => [`${name}  ${title[language]}`, ...wrap(about[language], width, '  '), '']);
  return `${lines.join('\n').trimEnd()}\n`;
}

/** All presets, for programs. */
export const presetsJson = (presets: readonly Preset[], language: Language) =>
  presets.map(({ name, title, about, answers }) => ({ name, title: title[language], about: about[language], answers }));
