import { type Text, text } from '../model/text.ts';

export const commandNames = [
  ...(['create', 'namespace', 'apply', 'status', 'check', 'explain', 'presets', 'questions', 'completion', 'help'] as const),
] as const;
export type CommandName = (typeof commandNames)[number];

export interface CommandEntry {
  /** How it is written after the program's name; what stands in brackets may be left out. */
  readonly usage: string;
  readonly about: Text;
}

/** In the order of the help. `create` is what the program does without a command. */
export const commands: Readonly<Record<CommandName, CommandEntry>> = {
  create: {
    usage: '[FOLDER]',
    about: text(
      'Create an application: ask, or take the answers from flags, and write its manifests.',
      'Crea una aplicación: pregunta, o toma las respuestas de las opciones, y escribe sus manifiestos.',
    ),
  },
  namespace: {
    usage: 'namespace [NAME]',
    about: text(
      'Create a namespace for other people: quota, limits, policies, permissions.',
      'Crea un espacio de nombres para otras personas: cuota, límites, políticas, permisos.',
    ),
  },
  apply: {
    usage: 'apply [FOLDER|-]',
    about: text(
      'Apply manifests to a cluster: show what would change, do it, and wait until it runs or say why it does not.',
      'Aplica manifiestos a un clúster: muestra qué cambiaría, lo hace y espera hasta que funcione, o dice por qué no funciona.',
    ),
  },
  status: {
    usage: 'status [FOLDER|-]',
    about: text(
      'Look at what was applied: what runs, what does not, and what may need somebody soon. In a script: exit code 0 if it works, 5 if something is red or nothing runs there, 4 if it cannot be seen.',
      'Mira lo que se aplicó: qué funciona, qué no, y qué pedirá pronto atención. En un script: código de salida 0 si funciona, 5 si algo está en rojo o allí no hay nada en marcha, 4 si no se puede ver.',
    ),
  },
  check: {
    usage: 'check [FOLDER|-]',
    about: text('Look for mistakes in any manifests.', 'Busca errores en cualquier manifiesto.'),
  },
  explain: {
    usage: 'explain WORD',
    about: text('Explain a question, a choice or a rule.', 'Explica una pregunta, una de sus opciones o una regla.'),
  },
  presets: { usage: 'presets', about: text('List the presets.', 'Enumera las plantillas.') },
  questions: { usage: 'questions', about: text('List the questions.', 'Enumera las preguntas.') },
  completion: {
    usage: 'completion bash|zsh|fish|powershell',
    about: text('Print a completion script for your shell.', 'Muestra un script de autocompletado para tu shell.'),
  },
  help: {
    usage: 'help [TOPIC]',
    about: text('Show help: an overview, one topic, or all.', 'Muestra la ayuda: un resumen, un tema o todo (all).'),
  },
};

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

export const program = 'create-k8s-app';
