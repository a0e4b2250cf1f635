import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Kubernetes versions with a module of their own beside this file. */
const minors = ['1.34', '1.35', '1.36', '1.37'] as const;
export type Minor = (typeof minors)[number];

/** The one that is tested where nobody says another. */
const usualMinor: Minor = '1.36';

/** The version that `KUBERNETES` names, as in `KUBERNETES=1.37`. */
export function wantedMinor(): Minor {
  const wanted = process.env['KUBERNETES'] || usualMinor;
  const found = minors.find((minor) => minor === wanted);
  if (!found) throw new Error(`KUBERNETES=${wanted} is none of ${minors.join(', ')}.`);
  return found;
}

const here = resolve('test/cluster');

/** Where built programs are kept: outside of the checkout, so that a fresh one need not build them again. */
const shelf = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'create-k8s-app-tests');

interface Tool {
  readonly module: string;
  /** The main package, or packages, below the module's own name. */
  readonly packages: readonly string[];
  /** Where it is kept: another version is another folder. */
  readonly folder: string;
  readonly flags: readonly string[];
}

const versionIn = (module: string, name: string): string => {
  const found = new RegExp(`${name.replaceAll('.', '\\.')} (v\\S+)`).exec(readFileSync(join(module, 'go.mod'), 'utf8'))?.[1];
  if (!found) throw new Error(`${module}/go.mod does not require ${name}.`);
  return found;
};

function kubernetes(minor: Minor): Tool {
  const module = join(here, 'control-plane', minor);
  const version = versionIn(module, 'k8s.io/kubernetes');
  const [, major = '', second = ''] = /^v(\d+)\.(\d+)/.exec(version) ?? [];
  const stamp = { gitVersion: version, gitMajor: major, gitMinor: second };
  // Without its version the server believes that it is v0.0.0.
  const stamps = Object.entries(stamp).map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`);
  return {
    module,
    packages: ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'].map((name) => `k8s.io/kubernetes/cmd/${name}`),
    folder: join(shelf, `kubernetes-${version}`),
    flags: stamps,
  };
}

function single(name: 'etcd' | 'kwok', main: string, required: string): Tool {
  const module = join(here, name);
  return { module, packages: [main], folder: join(shelf, `${name}-${versionIn(module, required)}`), flags: [] };
}

const etcd = (): Tool => single('etcd', 'go.etcd.io/etcd/server/v3', 'go.etcd.io/etcd/server/v3');
const kwok = (): Tool => single('kwok', 'sigs.k8s.io/kwok/cmd/kwok', 'sigs.k8s.io/kwok');

/** Paths of the programs that make a control plane. */
export interface Binaries {
  readonly etcd: string;
  readonly apiserver: string;
  readonly controllers: string;
  readonly scheduler: string;
  readonly kubectl: string;
  readonly kwok: string;
  /** Files that tell kwok how nodes, pods and volumes get on, by their names below its folder `stage`. */
  stage(name: string): string;
}

/** Whether what a control plane consists of can be built. */
export const hasGo = (): boolean => spawnSync('go', ['version']).status === 0;

/** Programs in the folder that `KUBEBUILDER_ASSETS` names, as setup-envtest leaves them there, are taken as they are. */
function given(name: string): string | undefined {
  const path = join(process.env['KUBEBUILDER_ASSETS'] || '/nowhere', name);
  return existsSync(path) ? path : undefined;
}

/** Builds what is missing. The first time that takes minutes; `tell` says so. */
export function binariesFor(minor: Minor, tell: (line: string) => void): Binaries {
  if (!hasGo()) throw new Error('Go builds the control plane, and is not here: install it from https://go.dev/dl.');
  const plane = kubernetes(minor);
  const [store, pods] = [etcd(), kwok()];
  for (const tool of [plane, store, pods]) build(tool, tell);
  const path = ({ folder }: Tool, name: string): string => given(name) ?? join(folder, name);
  const stages = join(
    execFileSync('go', ['list', '-m', '-f', '{{.Dir}}', 'sigs.k8s.io/kwok'], { cwd: pods.module, encoding: 'utf8' }).trim(),
    'kustomize/stage',
  );
  return {
    etcd: path(store, 'etcd'),
    apiserver: path(plane, 'kube-apiserver'),
    controllers: path(plane, 'kube-controller-manager'),
    scheduler: path(plane, 'kube-scheduler'),
    kubectl: path(plane, 'kubectl'),
    kwok: path(pods, 'kwok'),
    stage: (name) => join(stages, name),
  };
}

const nameOf = (main: string): string => (main.startsWith('go.etcd.io/') ? 'etcd' : (main.split('/').at(-1) ?? main));

function build({ module, packages, folder, flags }: Tool, tell: (line: string) => void): void {
  mkdirSync(folder, { recursive: true });
  for (const main of packages) {
    const path = join(folder, nameOf(main));
    if (given(nameOf(main)) || existsSync(path)) continue;
    tell(`building ${nameOf(main)} (${folder.split('/').at(-1)})`);
    const env = { ...process.env, CGO_ENABLED: '0' };
    // A build that is interrupted leaves no half program behind.
    execFileSync('go', ['build', '-trimpath', '-ldflags', ['-s', '-w', ...flags].join(' '), '-o', `${path}.new`, main], {
      cwd: module,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    renameSync(`${path}.new`, path);
  }
}
