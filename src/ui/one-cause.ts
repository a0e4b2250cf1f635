import type { Finding } from '../model/finding.ts';

/** Checks that say less about a cause than others do, with those that say more. */
const plainer: Readonly<Record<string, readonly string[]>> = {
  'unknown-kind': ['retired-api'],
  'requests-missing': ['quota-refuses'],
  restricted: ['pod-security'],
  'host-access': ['pod-security'],
};

/** What the checks and a cluster found: of two findings with one cause only the one that helps more. The cluster has the last word. */
export function oneForEachCause(byChecks: readonly Finding[], byCluster: readonly Finding[]): readonly Finding[] {
  const isTold = (finding: Finding, by: readonly Finding[], checks: readonly string[]) =>
    by.some(({ where, check }) => where === finding.where && checks.includes(check));
  const all = [...byChecks.filter((finding) => !isTold(finding, byCluster, [finding.check])), ...byCluster];
  return all.filter((finding) => !isTold(finding, all, plainer[finding.check] ?? []));
}
