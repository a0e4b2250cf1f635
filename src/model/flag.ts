/** The flag that gives an answer: `--web.memory 1Gi`, `--no-create-namespace`. Without a component it is written bare. */
export function flagOf(component: string | undefined, question: string, value: string): string {
  const name = component === undefined ? question : `${component}.${question}`;
  return value === 'true' ? `--${name}` : value === 'false' ? `--no-${name}` : `--${name} ${value}`;
}
