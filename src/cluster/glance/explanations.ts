import type { Severity } from '../../model/finding.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Diagnosis } from '../diagnosis/cause.ts';
import { diagnosesOf } from '../diagnosis/diagnosis.ts';
import type { Light, Row, Scene } from './glance.ts';
import { called } from './objects.ts';
import { grace, shortFor } from './workloads.ts';

const lightOf: Readonly<Record<Severity, Light>> = { error: 'red', warning: 'amber', advice: 'plain' };

/** Why a workload does not come up, a row for each cause. What often passes by itself is no more than amber at first. */
export const explanationsOf = (scene: Scene, workload: AnyObject): readonly Row[] =>
  diagnosesOf(workload, scene.sight).map(({ finding: { severity, says, fix, quote }, needsPatience }) => {
    const isEarly = needsPatience && shortFor(scene, workload) <= grace;
    return { light: isEarly ? 'amber' : lightOf[severity], what: called(scene, workload), says, fix, ...(quote ? { quote } : {}) };
  });

/** What to do about an object, and the words of whoever knows, where there is a diagnosis for it. */
export function remedyOf(object: AnyObject, scene: Scene): Pick<Row, 'fix' | 'quote'> {
  const [first]: readonly (Diagnosis | undefined)[] = diagnosesOf(object, scene.sight);
  if (!first) return {};
  const { fix, quote } = first.finding;
  return { fix, ...(quote ? { quote } : {}) };
}
