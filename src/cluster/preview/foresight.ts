import { type Finding, worstFirst } from '../../model/finding.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Connection } from '../connection.ts';
import { refusalFindings } from '../refusals/refusal-words.ts';
import { whatIsThere } from '../refusals/what-is-there.ts';
import { missingReferences } from './missing-references.ts';
import { podTwins } from './pod-forecast.ts';
import { type Previewed, type PreviewOptions, preview } from './preview.ts';

/** What an apply would do, and what stands against it. */
export interface Foreseen {
  readonly previewed: readonly Previewed[];
  /** What would be refused, what would keep pods from being made later, and what they would miss. */
  readonly findings: readonly Finding[];
}

/** What is wrong with a workload and with its pods is told once. */
const isSameFault = (one: Finding, other: Finding): boolean => one.where === other.where && one.check === other.check;

/** Asks the API server about every object and about every pod that would be made of them. Nothing is changed. */
export async function foresee(connection: Connection, objects: readonly AnyObject[], options: PreviewOptions = {}): Promise<Foreseen> {
  const [previewed, twins, missing] = await Promise.all([
    preview(connection, objects, options),
    podTwins(connection, objects, options),
    missingReferences(connection, objects, options.signal),
  ]);
  const there = await whatIsThere(connection, previewed, options.signal);
  const refused = refusalFindings(previewed, { there });
  const ofPods = twins.filter((twin) => !refused.some((each) => isSameFault(each, twin)));
  // Of some pods the server says itself what they miss: its words are kept.
  const findings = [...missing, ...refused, ...ofPods];
  return { previewed, findings: worstFirst([...new Map(findings.map((each) => [`${each.where}\n${each.says.en}`, each])).values()]) };
}
