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
  overwrite: { of: writing, about: text('Replace files that somebody changed.', 'Sustituye los archivos que alguien haya cambiado.') },
  yes: {
    short: 'y',
    of: writing,
    about: text('Ask nothing; the rules decide what nobody said.', 'No pregunta nada; las reglas deciden lo que nadie dijo.'),
  },
  plain: { of: writing, about: text('Ask with plain prompts, one line at a time.', 'Pregunta de forma sencilla, línea a línea.') },
  'all-questions': {
    of: writing,
    about: text('Ask also what the rules decide well on their own.', 'Pregunta también lo que las reglas deciden bien por sí solas.'),
  },
  lang: { value: 'en|es', about: text('Speak this language.', 'Habla este idioma.') },
  'no-color': {
    about: text('Use no colours; NO_COLOR and FORCE_COLOR are heeded too.', 'No usa colores; también atiende a NO_COLOR y FORCE_COLOR.'),
  },
  quiet: { about: text('Say only what went wrong.', 'Dice solo lo que ha ido mal.') },
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
