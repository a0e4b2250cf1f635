import { findingsOn } from '../checks/checks.ts';
import type { Where } from '../cluster/connection.ts';
import { type Exit, exits } from '../model/problem.ts';
import { shellWord } from '../model/shell-word.ts';
import { type Text, text } from '../model/text.ts';
import { program } from './commands.ts';
import { findingJson } from './finding-json.ts';
import type { Manners } from './invocation.ts';
import { isOverlay } from './kustomizations.ts';
import { manifestsAt } from './manifests-at.ts';
import { oneForEachCause } from './one-cause.ts';
import { type Look, reportFindings, reportNotes } from './report.ts';
import type { World } from './world.ts';

interface Checking extends Pick<Manners, 'json' | 'quiet'> {
  readonly place: string;
  /** The cluster that is asked too. */
  readonly cluster?: Where;
}

/** Reads manifests from a file, a folder or standard input, and reports what is wrong with them, and what a cluster would refuse of them. */
export async function check({ place, json, quiet, cluster }: Checking, world: World, look: Look): Promise<Exit> {
  const { objects, kustomizations } = await manifestsAt(place, world);
  const overlays = new Set(kustomizations.filter(isOverlay).map(({ folder }) => folder));
  world.stderr.write(reportNotes([...overlays].map(notSeen), look));
  const asked = cluster ? await (await import('./check-by-cluster.ts')).findingsByCluster(objects, cluster, quiet, world, look) : [];
  const findings = oneForEachCause(findingsOn(objects), asked);
  if (json) {
    world.stdout.write(`${JSON.stringify({ findings: findings.map((finding) => findingJson(finding, look.language)) }, null, 2)}\n`);
  } else {
    world.stdout.write(reportFindings(findings, look));
    const sum = text(
      `Objects: ${objects.length}. Findings: ${findings.length}.`,
      `Objetos: ${objects.length}. Hallazgos: ${findings.length}.`,
    );
    world.stderr.write(`${sum[look.language]}\n`);
  }
  return findings.some(({ severity }) => severity === 'error') ? exits.findings : exits.done;
}

/** An overlay is not looked at, and whoever counts on it must know. */
const notSeen = (folder: string): Text =>
  text(
    `${folder} changes another folder. Look at what it makes with: kubectl kustomize ${shellWord(folder)} | ${program} check -`,
    `${folder} cambia otra carpeta. Examina lo que produce con: kubectl kustomize ${shellWord(folder)} | ${program} check -`,
  );
