import type { Finding } from '../../model/finding.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Connection } from '../connection.ts';
import { refusalFindings } from '../refusals/refusal-words.ts';
import { podTwins } from './pod-forecast.ts';
import { type Previewed, type PreviewOptions, preview } from './preview.ts';

/** What an apply would do, and what stands against it. */
export interface Foreseen {
  readonly previewed: readonly Previewed[];
  /** What would be refused, and what would keep pods from being made later. */
  readonly findings: readonly Finding[];
}

export interface ForesightOptions extends PreviewOptions {
  /** Fields of others would be taken over. */
  readonly force?: boolean;
}

/** What is wrong with a workload and with its pods is told once. */
const isSameFault = (one: Finding, other: Finding): boolean => one.where === other.where && one.check === other.check;

/** Asks the API server about every object and about every pod that would be made of them. Nothing is changed. */
export async function foresee(
  connection: Connection,
  objects: readonly AnyObject[],
  { force = false, ...options }: ForesightOptions = {},
): Promise<Foreseen> {
  const [previewed, twins] = await Promise.all([preview(connection, objects, options), podTwins(connection, objects, options)]);
  const refused = refusalFindings(previewed, { force });
  return { previewed, findings: [...refused, ...twins.filter((twin) => !refused.some((each) => isSameFault(each, twin)))] };
}
