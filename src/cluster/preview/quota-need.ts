import { fieldOf, nameOf, titleOf } from '../../checks/object-fields.ts';
import type { Finding } from '../../model/finding.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { listed, type Text, text } from '../../model/text.ts';
import { componentOf } from '../answer-to-change.ts';
import { amountText, quotaFix } from '../refusals/quota-words.ts';
import { type Amounts, amountsIn } from './pod-need.ts';
import type { Peak } from './rollout-peak.ts';

/** What a workload will take of a quota: so many pods, each of so much. */
export interface Demand {
  readonly owner: AnyObject;
  readonly peak: Peak;
  readonly each: Amounts;
}

/** What is taken of a namespace now, by what these workloads have running and by everything else, as far as pods tell. */
export interface Taken {
  readonly own: Amounts;
  readonly others: Amounts;
}

/** Where a quota has too little left for all pods at their busiest moment, a finding for each of its keys. */
export function shortages(quota: AnyObject, demands: readonly Demand[], taken: Taken, namespace: string): readonly Finding[] {
  if (fieldOf(quota, 'spec', 'scopes') !== undefined || fieldOf(quota, 'spec', 'scopeSelector') !== undefined) return [];
  const used = amountsIn(fieldOf(quota, 'status', 'used'));
  return Object.entries(amountsIn(fieldOf(quota, 'spec', 'hard'))).flatMap(([key, hard]) => {
    const known = used[key];
    const elsewhere = known === undefined ? (taken.others[key] ?? 0) : known - (taken.own[key] ?? 0);
    const left = Math.max(0, hard - elsewhere);
    const counted = demands.filter(({ each, peak }) => (each[key] ?? 0) > 0 && peak.pods + peak.surge > 0);
    return isMore(need(counted, key), left) ? [shortage({ key, left, quota: nameOf(quota), namespace }, counted)] : [];
  });
}

/** Sums of fractions miss by a little. */
const isMore = (a: number, b: number): boolean => a > b * (1 + 1e-9) + 1e-9;

const need = (demands: readonly Demand[], key: string, podsOf = ({ pods, surge }: Peak) => pods + surge): number =>
  demands.reduce((total, { each, peak }) => total + podsOf(peak) * (each[key] ?? 0), 0);

interface Short {
  readonly key: string;
  readonly left: number;
  readonly quota: string;
  readonly namespace: string;
}

function shortage({ key, left, quota, namespace }: Short, demands: readonly Demand[]): Finding {
  const [has, needs] = [amountText(key, left), amountText(key, need(demands, key))];
  const what = podsText(demands);
  const [largest] = [...demands].sort((a, b) => need([b], key) - need([a], key));
  // What an autoscaler may add some day stops nothing today.
  const isSure = isMore(
    need(demands, key, ({ least, surge }) => least + surge),
    left,
  );
  return {
    check: 'quota-exceeded',
    severity: isSure ? 'error' : 'warning',
    says: text(
      `The namespace ${namespace} has ${has.en} left (quota ${quota}), and this needs ${needs.en}: ${what.en}.`,
      `Al espacio de nombres ${namespace} le quedan ${has.es} (cuota ${quota}), y esto necesita ${needs.es}: ${what.es}.`,
    ),
    fix: quotaFix(largest && componentOf(largest.owner), key, largest ? fittingOf(largest, demands, key, left) : 0),
    where: largest ? titleOf(largest.owner) : `ResourceQuota ${quota}`,
  };
}

/** How much each pod of one workload may take, or how many pods it may have, so that all of them fit. */
function fittingOf(one: Demand, demands: readonly Demand[], key: string, left: number): number {
  const room = left - need(demands, key) + need([one], key);
  const { pods, surge } = one.peak;
  // Disks that are there stay as they are.
  if (key === 'requests.storage' && !Number.isInteger(one.each['persistentvolumeclaims'])) return 0;
  return key === 'pods' || key === 'count/pods' ? room - surge : room / (pods + surge);
}

/** "2 pods of web and 1 pod of db, and one more for a rollout" */
function podsText(demands: readonly Demand[]): Text {
  const pods = listed(demands.map(podsOf));
  const surge = demands.reduce((total, { peak }) => total + peak.surge, 0);
  if (surge === 0) return pods;
  return surge === 1
    ? text(`${pods.en}, and one more for a rollout`, `${pods.es}, y uno más para un despliegue`)
    : text(`${pods.en}, and ${surge} more for rollouts`, `${pods.es}, y ${surge} más para los despliegues`);
}

function podsOf({ owner, peak: { pods, isLeast } }: Demand): Text {
  const name = componentOf(owner) ?? nameOf(owner);
  const said = pods === 1 ? text(`1 pod of ${name}`, `1 pod de ${name}`) : text(`${pods} pods of ${name}`, `${pods} pods de ${name}`);
  return isLeast ? text(`at least ${said.en}`, `al menos ${said.es}`) : said;
}
