/**
 * Runs kube-score and checkov on what the built program writes for every preset on both platforms and for random plans.
 * Fails on any finding that the manifests themselves do not except by an annotation with its reason.
 *
 *     node test/judges/judges.ts [--plans 200] [--seed 1]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { presets } from '../presets-of-the-house.ts';
import { randomArgv } from '../random-answers.ts';
import { checkov, kubeScore, type Verdict } from './verdict.ts';

const { values } = parseArgs({ options: { plans: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } } });
const runs: readonly (readonly string[])[] = [
  ...presets.flatMap(({ name, answers }) => {
    const image = answers['image'] === undefined ? ['--image', 'ghcr.io/example/shop:2.4.1'] : [];
    const schedule = answers['run'] === 'scheduled' && answers['schedule'] === undefined ? ['--schedule', '30 3 * * *'] : [];
    const argv = ['shop', '--yes', '--preset', name, ...image, ...schedule];
    return ['kubernetes', 'openshift'].map((platform) => [...argv, '--platform', platform]);
  }),
  ...randomArgv(Number(values.seed), Number(values.plans)),
];

const folder = mkdtempSync(join(tmpdir(), 'judges-'));
const cli = resolve('dist/cli.js');

/** What the program prints, or undefined where it refuses the flags. */
function printed(argv: readonly string[], home: string): string | undefined {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...argv, '--stdout'], { cwd: home, encoding: 'utf8' });
  if (status === 2) return undefined;
  if (status !== 0) throw new Error(`create-k8s-app ${argv.join(' ')}\n${stderr}`);
  return stdout;
}

/** Random plans are seldom for OpenShift, so every second one goes there, if it can. */
function moved(argv: readonly string[], index: number, home: string): readonly string[] {
  const there = [...argv, '--platform', 'openshift'];
  return index % 2 === 0 || argv.includes('--platform') || printed(there, home) === undefined ? argv : there;
}

const plans = runs.map((said, index) => {
  const home = join(folder, String(index));
  mkdirSync(home);
  const argv = moved(said, index, home);
  const yaml = printed(argv, home);
  if (yaml === undefined) throw new Error(`refused: create-k8s-app ${argv.join(' ')}`);
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

const onOpenShift = plans.filter(({ argv }) => argv.includes('openshift')).length;
const objects = sum(plans.map((plan) => plan.objects));
console.log(
  `${plans.length} plans (${presets.length} presets on both platforms, the rest from seed ${values.seed}), ${onOpenShift} of them on OpenShift, ${objects} objects`,
);
const findings = report('checkov', await byCheckov) + report('kube-score', byKubeScore);
process.exitCode = findings === 0 ? 0 : 1;
rmSync(folder, { recursive: true });
