import { type Complete, RootCommand, script } from '@bomb.sh/tab';
import type { Language } from '../model/text.ts';
import type { AnyQuestion } from '../questions/question.ts';
import { commandNames, commands, program, type Shell, shells } from './commands.ts';
import { explainable } from './explain.ts';
import { additionOf } from './global-flags.ts';
import { helpTopics } from './help-topics.ts';
import { type GlobalName, globalNames, optionOf } from './options.ts';
import { flagName } from './said-flags.ts';
import { allQuestions, componentQuestions, find, isList, isSwitch, type Vocabulary } from './vocabulary.ts';

/** Prints the completion script of a shell. At every Tab it calls the program with `complete -- WORDS`. */
export const printCompletionScript = (shell: Shell): void => script(shell, program, program);

/** Prints what can stand at the last of these words, in the form that the completion scripts read. */
export function printCompletions(words: readonly string[], vocabulary: Vocabulary, language: Language): void {
  rootOf(words, vocabulary, language).parse([...words]);
}

function rootOf(words: readonly string[], vocabulary: Vocabulary, language: Language): RootCommand {
  const { catalogue } = vocabulary;
  const root = new RootCommand();
  for (const asked of allQuestions(catalogue)) addQuestion(root, asked, '', language);
  for (const slot of slotsIn(words, vocabulary))
    for (const asked of componentQuestions(catalogue)) addQuestion(root, asked, slot, language);
  for (const name of globalNames) addOption(root, name, vocabulary, language);
  for (const name of commandNames.slice(1)) root.command(name, commands[name].about[language]);
  root.commands.get('completion')?.argument('shell', completing(shells));
  root.commands.get('explain')?.argument('word', completing(explainable(vocabulary)));
  root.commands.get('help')?.argument('topic', completing(helpTopics(catalogue)));
  return root;
}

const completing = (values: readonly string[]) => (complete: Complete) => {
  for (const value of values) complete(value, '');
};

function addQuestion(root: RootCommand, asked: AnyQuestion, slot: string, language: Language): void {
  const name = flagName(asked.id, slot);
  const about = asked.ask[language];
  const choices = Object.entries(asked.type.choices ?? {});
  if (isSwitch(asked.type)) root.option(name, about);
  else {
    root.option(name, about, (complete) => {
      for (const [value, { fits }] of choices) complete(value, fits[language]);
    });
  }
  if (isSwitch(asked.type) || isList(asked.type)) root.option(flagName(`no-${asked.id}`, slot), about);
}

function addOption(root: RootCommand, name: GlobalName, { catalogue, presets }: Vocabulary, language: Language): void {
  const { value, short, about } = optionOf(name);
  const titles = presets.map((preset) => [preset.name, preset.title[language]] as const);
  const values: Partial<Record<GlobalName, readonly (readonly [string, string])[]>> = {
    preset: titles,
    with: titles,
    lang: [
      ['en', 'English'],
      ['es', 'español'],
    ],
    help: helpTopics(catalogue).map((topic) => [topic, ''] as const),
  };
  if (value === undefined) root.option(name, about[language], short ?? '');
  else {
    const handler = (complete: Complete) => {
      for (const [word, title] of values[name] ?? []) complete(word, title);
    };
    root.option(name, about[language], handler, short);
  }
}

/** The components that these words name: by `--with`, or as in `--db.`. */
function slotsIn(words: readonly string[], { catalogue }: Vocabulary): readonly string[] {
  if (!words.at(-1)?.startsWith('--') && !words.at(-2)?.includes('.')) return [];
  const added = words.flatMap((word, index) => (words[index - 1] === '--with' ? [additionOf(word).name] : []));
  const dotted = words.flatMap((word) => /^--([a-z][-a-z0-9]*)\./.exec(word)?.[1] ?? []);
  return [...new Set([...added, ...dotted])].filter((slot) => slot !== '' && !find(catalogue, slot));
}
