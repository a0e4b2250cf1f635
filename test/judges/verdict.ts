import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What a judge says of the manifests of one plan. */
export interface Verdict {
  readonly passed: number;
  /** What it dislikes and no annotation excepts, a line each. */
  readonly findings: readonly string[];
  /** Ids of the checks that an annotation excepts, one for each object. */
  readonly exceptions: readonly string[];
}

const run = promisify(execFile);
const limits = { maxBuffer: 256 * 1024 * 1024 };

/** In the order of the folders. */
export async function checkov(folders: readonly string[]): Promise<readonly Verdict[]> {
  const { stdout } = await run('.cache/checkov/bin/python', ['test/judges/each_folder.py', ...folders], limits);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

interface ScoredObject {
  readonly object_name: string;
  readonly object_meta: { readonly annotations?: Readonly<Record<string, string>> };
  readonly checks: readonly {
    readonly check: { readonly id: string };
    readonly grade: number;
    readonly skipped: boolean;
    readonly comments: unknown;
  }[];
}

/** kube-score grades 1 (critical), 5 (warning), 7 (almost well: a remark that it prints as passed) and 10. */
const almostWell = 7;

export async function kubeScore(file: string): Promise<Verdict> {
  const said = run('.cache/bin/kube-score', ['score', '--kubernetes-version', 'v1.34', '-o', 'json', file], limits);
  // It exits with 1 when something is critical; what it found is on stdout all the same.
  const { stdout } = await said.catch((fault: { readonly stdout: string }) => fault);
  const objects: readonly ScoredObject[] = JSON.parse(stdout);
  const checks = objects.flatMap((object) => object.checks.map((check) => ({ ...check, id: check.check.id, object })));
  const judged = checks.filter(({ skipped }) => !skipped);
  const ignored = ({ object_meta: { annotations } }: ScoredObject) => annotations?.['kube-score/ignore']?.split(',') ?? [];
  return {
    passed: judged.filter(({ grade }) => grade >= almostWell).length,
    findings: judged
      .filter(({ grade }) => grade < almostWell)
      .map(({ id, object, comments }) => `${id} ${object.object_name}: ${JSON.stringify(comments)}`),
    exceptions: checks.filter(({ id, skipped, object }) => skipped && ignored(object).includes(id)).map(({ id }) => id),
  };
}
