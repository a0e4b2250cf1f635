import { type Language, text } from '../model/text.ts';
import type { Values } from '../model/value.ts';
import { schemaPath } from './paths.ts';
import { printYaml } from './yaml.ts';

/** What was said or seen on a cluster, and nothing that a rule decided by itself. */
export interface Said {
  readonly application: Values;
  readonly components: readonly { readonly name: string; readonly preset?: string; readonly values: Values }[];
}

const about = text(
  'Your answers, with what your cluster showed if it was read, and nothing else that was decided for you. Change them here and run “create-k8s-app --answers” with this file.',
  'Tus respuestas, con lo que mostró tu clúster si se leyó, y nada más de lo que se ha decidido por ti. Cámbialas aquí y ejecuta «create-k8s-app --answers» con este archivo.',
);

/** The answers as a file that gives the same application again; its first line tells editors what may stand in it. */
export function answersFileOf(said: Said, language: Language): string {
  const components = Object.fromEntries(
    said.components.map(({ name, preset, values }) => [name, { ...(preset === undefined ? {} : { preset }), ...values }]),
  );
  const answers = { application: said.application, ...(said.components.length > 0 ? { components } : {}) };
  return `# yaml-language-server: $schema=${schemaPath}\n# ${about[language]}\n${printYaml(answers)}`;
}
