import { findingsOn } from '../checks/checks.ts';
import { type Exit, exits } from '../model/problem.ts';
import { type Text, text } from '../model/text.ts';
import { shellWord } from '../output/shell-word.ts';
import { program } from './commands.ts';
import { isOverlay } from './kustomizations.ts';
import { manifestsAt } from './manifests-at.ts';
import { type Look, reportFindings, reportNotes } from './report.ts';
import type { World } from './world.ts';

/** Reads manifests from a file, a folder or standard input, and reports what is wrong with them. */
export async function check(place: string, json: boolean, world: World, look: Look): Promise<Exit> {
  const { objects, kustomizations } = await manifestsAt(place, world);
  const overlays = new Set(kustomizations.filter(isOverlay).map(({ folder }) => folder));
  world.stderr.write(reportNotes([...overlays].map(notSeen), look));
  const findings = findingsOn(objects);
  const { language } = look;
  if (json) {
    const told = findings.map(({ says, fix, ...rest }) => ({ ...rest, says: says[language], fix: fix[language] }));
    world.stdout.write(`${JSON.stringify({ findings: told }, null, 2)}\n`);
  } else {
    world.stdout.write(reportFindings(findings, look));
    const sum = text(
      `Objects: ${objects.length}. Findings: ${findings.length}.`,
      `Objetos: ${objects.length}. Hallazgos: ${findings.length}.`,
    );
    world.stderr.write(`${sum[language]}\n`);
  }
  return findings.some(({ severity }) => severity === 'error') ? exits.findings : exits.done;
}

/** An overlay is not looked at, and whoever counts on it must know. */
const notSeen = (folder: string): Text =>
  text(
    `${folder} changes another folder. Look at what it makes with: kubectl kustomize ${shellWord(folder)} | ${program} check -`,
    `${folder} cambia otra carpeta. Examina lo que produce con: kubectl kustomize ${shellWord(folder)} | ${program} check -`,
  );
