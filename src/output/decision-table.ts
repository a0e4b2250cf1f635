import type { Language, Text } from '../model/text.ts';
import { cell, code } from './markdown.ts';

/** A decision as the README shows it. */
export interface DecisionLine {
  /** Id of the question. */
  readonly id: string;
  readonly label: Text;
  /** As printed; empty where nothing was chosen. */
  readonly choice: string;
  readonly reason: Text;
  /** Why not the others, by printed choice. */
  readonly rejected: Readonly<Record<string, Text>>;
}

const heads: Readonly<Record<Language, string>> = { en: '| | Decision | Reason |', es: '| | Decisión | Motivo |' };

/** The decisions as a table, and under it why the workload is of no other kind. */
export function decisionTable(decisions: readonly DecisionLine[], language: Language): readonly string[] {
  if (decisions.length === 0) return [];
  const rows = decisions.map(({ label, choice, reason }) => `| ${label[language]} | ${code(choice)} | ${cell(reason[language])} |`);
  const others = Object.entries(decisions.find(({ id }) => id === 'workload')?.rejected ?? {});
  const whyNot = others.map(([choice, reason]) => `- ${language === 'en' ? 'Not' : 'No'} ${code(choice)}: ${reason[language]}`);
  return [heads[language], '|---|---|---|', ...rows, ...(whyNot.length > 0 ? ['', ...whyNot] : []), ''];
}
