/** The name of a question's flag: `web.memory`. Without a component it is written bare, as for the main one. */
const nameOf = (component: string | undefined, question: string): string =>
  component === undefined ? question : `${component}.${question}`;

/** The flag without a value: `--web.memory`. */
export const bareFlag = (component: string | undefined, question: string): string => `--${nameOf(component, question)}`;

/** The flag that gives an answer: `--web.memory 1Gi`, `--no-create-namespace`. */
export function flagOf(component: string | undefined, question: string, value: string): string {
  if (value === 'true') return bareFlag(component, question);
  return value === 'false' ? `--no-${nameOf(component, question)}` : `${bareFlag(component, question)} ${value}`;
}
