import { type Text, text } from '../model/text.ts';
import type { CommandName } from './commands.ts';

/** An option that is no question. */
export interface GlobalOption {
  /** Placeholder of its value; a switch has none. */
  readonly value?: string;
  readonly repeats?: true;
  readonly short?: string;
  /** It speaks of a cluster, and the help names it apart. */
  readonly isOfCluster?: true;
  /** The commands that take it; all where absent. */
  readonly of?: readonly CommandName[];
  readonly about: Text;
}

const writing = ['create', 'namespace'] as const;
const applying = ['create', 'namespace', 'apply'] as const;
const looking = ['create', 'namespace', 'check'] as const;
const reaching = [...applying, 'status', 'check'] as const;

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
    of: ['create', 'namespace', 'apply', 'status', 'check', 'presets', 'questions'],
    about: text(
      'Print the result as JSON, for programs, and write nothing; with “apply”, a line of JSON for each event.',
      'Muestra el resultado como JSON, para programas, y no escribe nada; con «apply», una línea de JSON por suceso.',
    ),
  },
  'dry-run': {
    of: applying,
    about: text(
      'List what would be written, or what would change in the cluster, and do nothing.',
      'Enumera lo que se escribiría, o lo que cambiaría en el clúster, y no hace nada.',
    ),
  },
  apply: {
    isOfCluster: true,
    of: writing,
    about: text('Apply it to a cluster after writing.', 'Lo aplica a un clúster después de escribirlo.'),
  },
  'from-cluster': {
    isOfCluster: true,
    of: looking,
    about: text(
      'Look at a cluster first, and suggest what fits it: version, classes, namespace. With “check”: ask it what it would refuse.',
      'Mira antes un clúster y propone lo que le va bien: versión, clases, espacio de nombres. Con «check»: pregúntale qué rechazaría.',
    ),
  },
  kubeconfig: {
    isOfCluster: true,
    value: 'FILE',
    of: reaching,
    about: text('Use this kubeconfig, as kubectl does.', 'Usa este kubeconfig, como kubectl.'),
  },
  context: {
    isOfCluster: true,
    value: 'NAME',
    of: reaching,
    about: text('Use this context of the kubeconfig.', 'Usa este contexto del kubeconfig.'),
  },
  watch: {
    isOfCluster: true,
    of: ['status'],
    about: text('Look again whenever something moves, until you leave.', 'Vuelve a mirar cada vez que algo se mueve, hasta que salgas.'),
  },
  all: {
    isOfCluster: true,
    of: ['status'],
    about: text(
      'List all that is well, too; “status” counts it where there is much of it.',
      'Enumera también todo lo que va bien; si es mucho, «status» solo lo cuenta.',
    ),
  },
  timeout: {
    isOfCluster: true,
    value: 'TIME',
    of: applying,
    about: text(
      'Wait so long at most until it runs: 90s, 5m (the default); 0 does not wait.',
      'Espera como mucho este tiempo hasta que funcione: 90s, 5m (lo habitual); con 0 no espera.',
    ),
  },
  'no-preview': {
    isOfCluster: true,
    of: ['apply'],
    about: text(
      'Apply at once, without asking the cluster first what would change or be refused.',
      'Aplica enseguida, sin preguntar antes al clúster qué cambiaría o se rechazaría.',
    ),
  },
  prune: {
    isOfCluster: true,
    of: applying,
    about: text(
      'Delete what an earlier run applied and this one no longer asks for; never volume claims, Secrets or namespaces.',
      'Borra lo que aplicó una ejecución anterior y esta ya no pide; nunca peticiones de volumen, Secrets ni espacios de nombres.',
    ),
  },
  'force-conflicts': {
    isOfCluster: true,
    of: applying,
    about: text(
      'Take over fields that somebody else set, and objects of another application.',
      'Se queda con campos que puso otra persona o programa, y con objetos de otra aplicación.',
    ),
  },
  confirm: {
    isOfCluster: true,
    value: 'CONTEXT',
    of: applying,
    about: text(
      'Confirm, by the name of the context, what deletes or reaches a cluster that looks like production.',
      'Confirma, con el nombre del contexto, lo que borra o llega a un clúster que parece de producción.',
    ),
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
  plain: {
    of: reaching,
    about: text('Ask and tell in plain text, one line at a time.', 'Pregunta y cuenta con texto sencillo, línea a línea.'),
  },
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
