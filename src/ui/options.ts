import { type Text, text } from '../model/text.ts';
import type { CommandName } from './commands.ts';

/** An option that is no question. */
export interface GlobalOption {
  /** Placeholder of its value; a switch has none. */
  readonly value?: string;
  readonly repeats?: true;
  readonly short?: string;
  /** The commands that take it; all where absent. */
  readonly of?: readonly CommandName[];
  readonly about: Text;
}

const writing = ['create', 'namespace'] as const;

/** By name without dashes, in the order of the help. */
export const globalOptions = {
  answers: {
    value: 'FILE',
    of: writing,
    about: text('Read the answers from a file; “-” is standard input.', 'Lee las respuestas de un archivo; «-» es la entrada estándar.'),
  },
  preset: { value: 'PRESET', of: ['create'], about: text('Start from a preset.', 'Empieza por una plantilla.') },
  with: {
    value: 'PRESET[=NAME]',
    repeats: true,
    of: ['create'],
    about: text('Add a component from a preset; it may be repeated.', 'Añade un componente a partir de una plantilla; se puede repetir.'),
  },
  stdout: {
    of: writing,
    about: text('Print the manifests as YAML and write nothing.', 'Muestra los manifiestos como YAML y no escribe nada.'),
  },
  json: {
    of: ['create', 'namespace', 'check', 'presets', 'questions'],
    about: text(
      'Print the result as JSON, for programs, and write nothing.',
      'Muestra el resultado como JSON, para programas, y no escribe nada.',
    ),
  },
  'dry-run': {
    of: writing,
    about: text('List what would be written and write nothing.', 'Enumera lo que se escribiría y no escribe nada.'),
  },
  overwrite: {
    of: writing,
    about: text('Replace files even if they were changed by hand.', 'Reemplaza los archivos aunque se hayan cambiado a mano.'),
  },
  yes: {
    short: 'y',
    of: writing,
    about: text('Ask nothing; the rules decide what you leave out.', 'No pregunta nada; las reglas deciden lo que no indicas.'),
  },
  plain: { of: writing, about: text('Ask in plain text, one line at a time.', 'Pregunta con texto sencillo, línea a línea.') },
  'all-questions': {
    of: writing,
    about: text('Also ask what the rules decide well on their own.', 'Pregunta también lo que las reglas deciden bien por sí solas.'),
  },
  resume: {
    of: writing,
    about: text(
      'Go on with the interview that you left unfinished in this folder.',
      'Sigue con la entrevista que dejaste a medias en esta carpeta.',
    ),
  },
  lang: { value: 'en|es', about: text('Use this language.', 'Usa este idioma.') },
  'no-color': {
    about: text('Use no colours; NO_COLOR and FORCE_COLOR also work.', 'No usa colores; NO_COLOR y FORCE_COLOR también funcionan.'),
  },
  quiet: { about: text('Print only what went wrong.', 'Muestra solo lo que ha ido mal.') },
  version: { about: text('Show the version of this program.', 'Muestra la versión de este programa.') },
  help: {
    value: '[TOPIC]',
    short: 'h',
    about: text('Show help: an overview, one topic, or all.', 'Muestra la ayuda: un resumen, un tema o todo (all).'),
  },
} as const satisfies Readonly<Record<string, GlobalOption>>;

export type GlobalName = keyof typeof globalOptions;

export const globalNames = Object.keys(globalOptions) as readonly GlobalName[];

export const isGlobal = (name: string): name is GlobalName => Object.hasOwn(globalOptions, name);

export const optionOf = (name: GlobalName): GlobalOption => globalOptions[name];
