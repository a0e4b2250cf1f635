import type { Text } from './text.ts';

export type Severity = 'error' | 'warning' | 'advice';

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
