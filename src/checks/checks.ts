import type { Finding } from '../model/finding.ts';
import type { AnyObject } from '../model/manifest.ts';
import { availabilityChecks } from './availability-checks.ts';
import type { Checks } from './check.ts';
import { inventoryOf, titleOf } from './inventory.ts';
import { networkChecks } from './network-checks.ts';
import { podChecks } from './pod-checks.ts';
import { storageChecks } from './storage-checks.ts';

/** Every check of manifests, whoever wrote them. */
export const checks: Checks = { ...podChecks, ...storageChecks, ...networkChecks, ...availabilityChecks };

const weights = { error: 0, warning: 1, advice: 2 } as const;

/** What the checks find on these objects, the worst first; the same words about the same object only once. */
export function findingsOn(objects: readonly AnyObject[]): readonly Finding[] {
  const inventory = inventoryOf(objects);
  const found = Object.entries(checks).flatMap(([check, { severity, look }]) =>
    look(inventory).map(({ object, says, fix }): Finding => ({ check, severity, says, fix, where: titleOf(object) })),
  );
  const once = new Map(found.map((finding) => [`${finding.check}\n${finding.where}\n${finding.says.en}`, finding]));
  return [...once.values()].sort((a, b) => weights[a.severity] - weights[b.severity]);
}
