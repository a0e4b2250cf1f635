import { type Finding, worstFirst } from '../model/finding.ts';
import type { AnyObject } from '../model/manifest.ts';
import { budgetChecks } from './budget-checks.ts';
import type { Checks } from './check.ts';
import { containerChecks } from './container-checks.ts';
import { credentialChecks } from './credential-checks.ts';
import { entranceChecks } from './entrance-checks.ts';
import { inventoryOf } from './inventory.ts';
import { jobChecks } from './job-checks.ts';
import { labelChecks } from './label-checks.ts';
import { objectChecks } from './object-checks.ts';
import { namespaceOf, titleOf } from './object-fields.ts';
import { podSecurityChecks } from './pod-security-checks.ts';
import { policyChecks } from './policy-checks.ts';
import { policyPeerChecks } from './policy-peer-checks.ts';
import { quotaChecks } from './quota-checks.ts';
import { retiredChecks } from './retired-checks.ts';
import { scalingChecks } from './scaling-checks.ts';
import { serviceChecks } from './service-checks.ts';
import { serviceTypeChecks } from './service-type-checks.ts';
import { settingsChecks } from './settings-checks.ts';
import { storageChecks } from './storage-checks.ts';
import { tlsChecks } from './tls-checks.ts';

/** Every check of manifests, whoever wrote them. */
export const checks: Checks = {
  ...objectChecks,
  ...retiredChecks,
  ...labelChecks,
  ...containerChecks,
  ...settingsChecks,
  ...podSecurityChecks,
  ...credentialChecks,
  ...jobChecks,
  ...quotaChecks,
  ...storageChecks,
  ...serviceChecks,
  ...serviceTypeChecks,
  ...entranceChecks,
  ...tlsChecks,
  ...policyChecks,
  ...policyPeerChecks,
  ...scalingChecks,
  ...budgetChecks,
};

/** The title of an object, with its namespace where another one has the same title elsewhere. */
function placesOf(objects: readonly AnyObject[]): (object: AnyObject) => string {
  const namespaces = new Map<string, Set<string>>();
  for (const object of objects) namespaces.set(titleOf(object), (namespaces.get(titleOf(object)) ?? new Set()).add(namespaceOf(object)));
  return (object) =>
    (namespaces.get(titleOf(object))?.size ?? 0) > 1 ? `${titleOf(object)} (${namespaceOf(object) || '–'})` : titleOf(object);
}

/** What the checks find on these objects, the worst first; the same words about the same object only once. */
export function findingsOn(objects: readonly AnyObject[]): readonly Finding[] {
  const inventory = inventoryOf(objects);
  const placeOf = placesOf(inventory.all);
  const found = Object.entries(checks).flatMap(([check, { severity, look }]) =>
    look(inventory).map(({ object, says, fix }): Finding => ({ check, severity, says, fix, where: placeOf(object) })),
  );
  const once = new Map(found.map((finding) => [`${finding.check}\n${finding.where}\n${finding.says.en}`, finding]));
  return worstFirst([...once.values()]);
}
