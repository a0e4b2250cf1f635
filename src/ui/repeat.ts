import { join } from 'node:path';
import type { Language } from '../model/text.ts';
import type { Answers, Values } from '../model/value.ts';
import { answersPath } from '../output/paths.ts';
import { namespace } from '../questions/application.ts';
import { component } from '../questions/basics.ts';
import type { Catalogue } from '../questions/question.ts';
import type { Slot } from '../questions/settle.ts';
import { commandNames, program } from './commands.ts';
import { commandLine } from './quote.ts';
import { wordsOfAll } from './said-flags.ts';
import { applicationQuestions, componentQuestions } from './vocabulary.ts';

/** A run that can be repeated: everything that was said, by whatever source, and nothing that a rule decided by itself. */
export interface Run {
  readonly command: 'create' | 'namespace';
  readonly folder?: string;
  /** The components that were said, the main one first; those that come by a need follow from it. */
  readonly slots: readonly Slot[];
  /** By slot; the empty key is the main component too. */
  readonly said: Pick<Answers, 'application' | 'components'>;
  readonly language?: Language;
}

/** The words after the program's name that repeat a run without questions. */
export function repeatWords(run: Run, catalogue: Catalogue): readonly string[] {
  const [main, ...others] = run.slots;
  return [
    ...(run.command === 'namespace' ? ['namespace'] : []),
    ...(run.folder === undefined ? [] : [folderWord(run.folder)]),
    '--yes',
    ...(main?.preset === undefined ? [] : ['--preset', main.preset]),
    ...others.flatMap(withWords),
    ...wordsOfAll(applicationQuestions(catalogue), run.said.application),
    ...wordsOfAll(componentQuestions(catalogue), mainValues(main, run.said.components)),
    ...others.flatMap(({ key }) => wordsOfAll(componentQuestions(catalogue), run.said.components[key] ?? {}, key)),
    ...(run.language === undefined ? [] : ['--lang', run.language]),
  ];
}

/** The same as one line for a POSIX shell. `call` is how the program was called, such as `npx create-k8s-app`. */
export const repeatCommand = (run: Run, catalogue: Catalogue, call = program): string =>
  `${call} ${commandLine(repeatWords(run, catalogue))}`.trimEnd();

/** The command that writes a folder again from the answers that are kept in it; flags that are added to it change them. */
export const changeCommand = ({ command, folder = '.', said, language }: Run, call = program): string =>
  `${call} ${commandLine([
    ...(command === 'namespace' ? ['namespace'] : []),
    folderWord(folder),
    ...['--answers', join(folder, answersPath), '--yes'],
    // The folder of a namespace would name it.
    ...(command === 'namespace' ? wordsOfAll([namespace], said.application) : []),
    ...(language === undefined ? [] : ['--lang', language]),
  ])}`;

/** The main component goes by bare flags, so a name that it has from the answers file is said by one of them. */
function mainValues(main: Slot | undefined, components: Answers['components']): Values {
  const key = main?.key ?? '';
  const named: Values = key === '' || key === main?.preset ? {} : { [component.id]: key };
  return { ...named, ...components[key], ...components[''] };
}

const withWords = ({ key, preset }: Slot): readonly string[] =>
  preset === undefined ? [] : ['--with', preset === key ? preset : `${preset}=${key}`];

/** A folder that is called like a command or like a flag is named by its path. */
export const folderWord = (folder: string): string =>
  folder.startsWith('-') || (commandNames as readonly string[]).includes(folder) ? `./${folder}` : folder;
