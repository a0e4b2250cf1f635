import { titleOf } from '../../checks/object-fields.ts';
import type { Finding } from '../../model/finding.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { text } from '../../model/text.ts';
import type { Applied } from '../apply/applied.ts';
import type { Sight } from '../follow/sight.ts';
import type { Previewed } from '../preview/preview.ts';
import { accessRefusals, troubleRefusals } from './access-refusals.ts';
import { admissionRefusals } from './admission-refusals.ts';
import { fieldRefusals } from './field-refusals.ts';
import { immutableRefusals } from './immutable-refusals.ts';
import { unknownKindFinding } from './missing-kinds.ts';
import { podRefusals } from './pod-refusals.ts';
import type { Reading, Refusal, Told } from './refusal.ts';

/** The first that knows a refusal tells it. */
const readings: readonly Reading[] = [
  ...accessRefusals,
  ...admissionRefusals,
  ...podRefusals,
  ...immutableRefusals,
  ...fieldRefusals,
  ...troubleRefusals,
];

const untold = (status: number): Told => ({
  check: 'refused',
  says: text(`The API server refuses it (HTTP ${status}).`, `El servidor de la API lo rechaza (HTTP ${status}).`),
  fix: text(
    'Its own words tell why; whoever runs the cluster can help with them.',
    'Sus propias palabras dicen por qué; con ellas te puede ayudar quien administra el clúster.',
  ),
});

/**
 * What an API server refuses, at an apply or a dry run: the cause first, then what to do and which answer to change. The server's own
 * words are the quote.
 */
export function refusalFinding(refusal: Refusal): Finding {
  const { object, status, message } = refusal;
  const told = readings.reduce<Told | undefined>((found, reading) => found ?? reading(refusal), undefined) ?? untold(status);
  const finding: Finding = { severity: 'error', where: titleOf(object), ...told };
  return object.kind === 'Secret' ? veiled(finding, object) : { ...finding, ...(message ? { quote: message } : {}) };
}

/** Letters from which on a value can be a secret; shorter ones are parts of any word. */
const shortest = 3;

/** A server may repeat a value that it does not like, and one of a Secret is for nobody’s eyes: its own words are left out. */
function veiled(finding: Finding, { apiVersion: _, kind: __, metadata: ___, ...values }: AnyObject): Finding {
  const secrets = leavesOf(values).filter((leaf) => leaf.length >= shortest);
  const hide = (said: string): string => secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), said);
  return { ...finding, says: text(hide(finding.says.en), hide(finding.says.es)), fix: text(hide(finding.fix.en), hide(finding.fix.es)) };
}

/** Everything in a value that is no field's name, as letters. */
const leavesOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [String(value ?? '')];

export interface FindingOptions {
  /** What is there of those objects that were looked at. */
  readonly there?: ReadonlyMap<AnyObject, Sight>;
}

/** What stands against these, each sentence once. */
export function refusalFindings(outcomes: readonly (Applied | Previewed)[], { there }: FindingOptions = {}): readonly Finding[] {
  const found = outcomes.flatMap((each): readonly Finding[] => {
    if (each.outcome === 'unknown kind') return [unknownKindFinding(each.object)];
    if (each.outcome === 'refused' || each.outcome === 'conflict') {
      const seen = there?.get(each.object);
      return [refusalFinding({ ...each, ...(seen && { there: seen }) })];
    }
    return [];
  });
  return [...new Map(found.map((finding) => [`${finding.where}\n${finding.says.en}`, finding])).values()];
}
