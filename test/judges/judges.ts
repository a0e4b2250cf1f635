/**
 * Runs kube-score and checkov on what the built program writes for every preset on both platforms and for random plans.
 * Fails on any finding that the manifests themselves do not except by an annotation with its reason.
 *
 *     node test/judges/judges.ts [--plans 200] [--seed 1]
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { randomArgv } from '../random-answers.ts';
import { checkov, kubeScore, type Verdict } from './verdict.ts';

const { values } = parseArgs({ options: { plans: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } } });
const presets = readdirSync('presets').map((file) => basename(file, '.yaml'));
const runs: readonly (readonly string[])[] = [
  ...presets.flatMap((preset) => ['kubernetes', 'openshift'].map((platform) => ['shop', '--preset', preset, '--platform', platform])),
  ...randomArgv(Number(values.seed), Number(values.plans)),
];

const folder = mkdtempSync(join(tmpdir(), 'judges-'));
const cli = resolve('dist/cli.js');
const plans = runs.map((argv, index) => {
  const home = join(folder, String(index));
  mkdirSync(home);
  const yaml = execFileSync(process.execPath, [cli, ...argv, '--yes', '--stdout'], { cwd: home, encoding: 'utf8' });
  const file = join(home, 'manifests.yaml');
  writeFileSync(file, yaml);
  return { argv, home, file, objects: yaml.match(/^kind:/gm)?.length ?? 0 };
});

const byCheckov = checkov(plans.map(({ home }) => home));
const byKubeScore: Verdict[] = [];
// One after the other: the second core is checkov's.
for (const { file } of plans) byKubeScore.push(await kubeScore(file));

/** A judge that finds nothing to look at in a plan has not judged it. */
const blind = (verdict: Verdict | undefined): boolean => (verdict?.passed ?? 0) === 0;
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function report(judge: string, verdicts: readonly Verdict[]): number {
  const exceptions = verdicts.flatMap((verdict) => verdict.exceptions);
  const unseen = plans.flatMap(({ argv }, i) => (blind(verdicts[i]) ? [`nothing was judged in: ${argv.join(' ')}`] : []));
  const findings = [
    ...plans.flatMap(({ argv }, i) => (verdicts[i]?.findings ?? []).map((line) => `${line}\n    in: ${argv.join(' ')}`)),
    ...unseen,
  ];
  console.log(
    `${judge}: ${sum(verdicts.map(({ passed }) => passed))} checks passed, ${findings.length} findings, ${exceptions.length} exceptions`,
  );
  for (const id of [...new Set(exceptions)].sort()) console.log(`  excepted ${exceptions.filter((each) => each === id).length} × ${id}`);
  for (const line of findings) console.log(`  FINDING ${line}`);
  return findings.length;
}

console.log(
  `${plans.length} plans, ${presets.length} presets on both platforms among them; ${sum(plans.map(({ objects }) => objects))} objects; seed ${values.seed}`,
);
const findings = report('checkov', await byCheckov) + report('kube-score', byKubeScore);
process.exitCode = findings === 0 ? 0 : 1;
rmSync(folder, { recursive: true });
