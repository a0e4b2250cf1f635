import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';

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

/** A module of Go whose main packages are built into a folder; another version is another folder. */
interface Module {
  readonly path: string;
  readonly folder: string;
  readonly flags: readonly string[];
}

const versionIn = (module: string, name: string): string => {
  const found = new RegExp(`${name.replaceAll('.', '\\.')} (v\\S+)`).exec(readFileSync(join(module, 'go.mod'), 'utf8'))?.[1];
  if (!found) throw new Error(`${module}/go.mod does not require ${name}.`);
  return found;
};

function kubernetes(minor: Minor): Module {
  const path = join(here, 'control-plane', minor);
  const version = versionIn(path, 'k8s.io/kubernetes');
  const [, major = '', second = ''] = /^v(\d+)\.(\d+)/.exec(version) ?? [];
  const stamp = { gitVersion: version, gitMajor: major, gitMinor: second };
  // Without its version the server believes that it is v0.0.0.
  const flags = Object.entries(stamp).map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`);
  return { path, folder: join(shelf, `kubernetes-${version}`), flags };
}

function single(name: 'etcd' | 'kwok', required: string): Module {
  const path = join(here, name);
  return { path, folder: join(shelf, `${name}-${versionIn(path, required)}`), flags: [] };
}

/** Paths of what setup-envtest brings too: enough for a server on which nothing happens by itself. */
export interface ServerBinaries {
  readonly etcd: string;
  readonly apiserver: string;
  readonly kubectl: string;
}

/** Paths of the programs that make a control plane. */
export interface Binaries extends ServerBinaries {
  readonly controllers: string;
  readonly scheduler: string;
  readonly kwok: string;
  /** Files that tell kwok how nodes, pods and volumes get on, by their names below its folder `stage`. */
  stage(name: string): string;
}

/** Whether what a control plane consists of can be built. */
export const hasGo = (): boolean => spawnSync('go', ['version']).status === 0;

/** Whether a server is here without anything having to be built. */
export const hasServer = (): boolean => ['etcd', 'kube-apiserver', 'kubectl'].every((name) => given(name) !== undefined);

/** Programs in the folder that `KUBEBUILDER_ASSETS` names are taken as they are. */
function given(name: string): string | undefined {
  const path = join(process.env['KUBEBUILDER_ASSETS'] || '/nowhere', name);
  return existsSync(path) ? path : undefined;
}

/** Hears what is being built, because that takes minutes. */
type Tell = (line: string) => void;

const commandOf = (name: string): string => `k8s.io/kubernetes/cmd/${name}`;

/** Builds what is missing. */
export function serverBinariesFor(minor: Minor, tell: Tell): ServerBinaries {
  const plane = kubernetes(minor);
  return {
    etcd: found('etcd', single('etcd', 'go.etcd.io/etcd/server/v3'), 'go.etcd.io/etcd/server/v3', tell),
    apiserver: found('kube-apiserver', plane, commandOf('kube-apiserver'), tell),
    kubectl: found('kubectl', plane, commandOf('kubectl'), tell),
  };
}

/** Builds what is missing. */
export function binariesFor(minor: Minor, tell: Tell): Binaries {
  const [plane, pods] = [kubernetes(minor), single('kwok', 'sigs.k8s.io/kwok')];
  return {
    ...serverBinariesFor(minor, tell),
    controllers: found('kube-controller-manager', plane, commandOf('kube-controller-manager'), tell),
    scheduler: found('kube-scheduler', plane, commandOf('kube-scheduler'), tell),
    kwok: found('kwok', pods, 'sigs.k8s.io/kwok/cmd/kwok', tell),
    stage: (name) => join(folderOf(pods, 'sigs.k8s.io/kwok'), 'kustomize/stage', name),
  };
}

const folderOf = (module: Module, name: string): string =>
  execFileSync('go', ['list', '-m', '-f', '{{.Dir}}', name], { cwd: module.path, encoding: 'utf8' }).trim();

/** The path of a program, which is built if it is not there; `main` is its package. */
function found(name: string, { path: module, folder, flags }: Module, main: string, tell: Tell): string {
  const path = given(name) ?? join(folder, name);
  if (existsSync(path)) return path;
  if (!hasGo()) throw new Error(`Go builds ${name} for these tests, and is not here: install it from https://go.dev/dl.`);
  tell(`building ${name} (${basename(folder)})`);
  mkdirSync(folder, { recursive: true });
  // A build that is interrupted leaves no half program behind.
  execFileSync('go', ['build', '-trimpath', '-ldflags', ['-s', '-w', ...flags].join(' '), '-o', `${path}.new`, main], {
    cwd: module,
    env: { ...process.env, CGO_ENABLED: '0' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  renameSync(`${path}.new`, path);
  return path;
}
