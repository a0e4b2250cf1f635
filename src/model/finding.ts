import type { Text } from './text.ts';

/** The worst first. */
const severities = ['error', 'warning', 'advice'] as const;
export type Severity = (typeof severities)[number];

/** Findings with the worst first, else in their order. */
export const worstFirst = <F extends { readonly severity: Severity }>(findings: readonly F[]): readonly F[] =>
  findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));

/** Something a reader of the plan or of the manifests should know. */
export interface Finding {
  /** Id of the check, kebab case. */
  readonly check: string;
  readonly severity: Severity;
  readonly says: Text;
  readonly fix: Text;
  /** The object, such as `Deployment shop-web`, or the question, such as `web.storage-kind`. */
  readonly where: string;
  /** What a container or the API server said, word for word: untrusted, not translated, perhaps of several lines. */
  readonly quote?: string;
}
