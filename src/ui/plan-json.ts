import type { Finding } from '../model/finding.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Language, Text } from '../model/text.ts';
import { component } from '../questions/basics.ts';
import type { Decisions, Settled } from '../questions/settle.ts';
import { findingJson } from './finding-json.ts';

/** A manifest and the file that holds it, relative to the folder. */
export interface PlacedManifest {
  readonly path: string;
  readonly manifest: Manifest;
}

export interface PlanParts {
  readonly settled: Settled;
  readonly manifests: readonly PlacedManifest[];
  readonly findings: readonly Finding[];
  /** The command that repeats the run. */
  readonly repeat: string;
}

/** The plan for programs, with the reason of every decision. */
export function planJson({ settled, manifests, findings, repeat }: PlanParts, language: Language) {
  return {
    application: decisionsJson({ ...settled.application, ...settled.whole }, language),
    components: Object.fromEntries(
      settled.components.map(({ slot, decisions }) => [
        String(decisions[component.id]?.choice ?? slot.key),
        decisionsJson(decisions, language),
      ]),
    ),
    manifests: manifests.map(({ path, manifest }) => ({ path, owner: manifest.owner, object: manifest.object })),
    findings: findings.map((finding) => findingJson(finding, language)),
    repeat,
  };
}

const decisionsJson = (decisions: Decisions, language: Language) =>
  mapValues(decisions, ({ choice, reason, rule, source, rejected }) => ({
    choice,
    reason: reason[language],
    rule,
    source,
    ...(Object.keys(rejected).length > 0 ? { rejected: mapValues(rejected, (why: Text) => why[language]) } : {}),
  }));

const mapValues = <A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Readonly<Record<string, B>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
