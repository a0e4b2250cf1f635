import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Binaries, ServerBinaries } from './binaries.ts';
import { freePorts, type Processes, processesIn } from './processes.ts';

/** A real control plane on loopback: etcd, API server, controllers, scheduler, and kwok in place of nodes. */
export interface ControlPlane {
  /** Of somebody who may do everything. */
  readonly kubeconfig: string;
  /** Of somebody who may do nothing but ask what there is to do. */
  readonly strangersKubeconfig: string;
  /** Ends the API server in the middle of whatever it does. */
  killServer(): Promise<void>;
  /** Starts it again on the same port, with what etcd has kept; resolves once it answers. */
  startServer(): Promise<void>;
  stop(): Promise<void>;
}

/** A control plane without what acts by itself: nobody makes pods, and nothing changes but what is asked for. */
export const startServerOnly = (binaries: ServerBinaries): Promise<ControlPlane> => started(binaries, () => undefined);

const token = 'token-of-admin';
const strangersToken = 'token-of-stranger';

/** Files of kwok that let nodes be ready, pods get ready or fail on a label, jobs end, and claims be bound. */
const stages = [
  'node/fast/node-initialize.yaml',
  'node/heartbeat/node-heartbeat.yaml',
  'pod/fast/pod-ready.yaml',
  'pod/fast/pod-complete.yaml',
  'pod/fast/pod-delete.yaml',
  'pod/chaos/pod-container-running-failed.yaml',
  'volume/fast/pvc-provision.yaml',
  'volume/fast/pvc-delete.yaml',
  'volume/fast/pv-bind.yaml',
  'volume/fast/pv-delete.yaml',
] as const;

/** Starts a control plane; resolves once it answers. */
export const startControlPlane = (binaries: Binaries): Promise<ControlPlane> =>
  started(binaries, (ground) => startControllers(binaries, ground));

/** Everything of it lies in a folder of its own, which goes with it. */
async function started(binaries: ServerBinaries, startOthers: (ground: Ground) => void): Promise<ControlPlane> {
  const folder = mkdtempSync(join(tmpdir(), 'control-plane-'));
  const processes = processesIn(folder);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // Whoever is interrupted has no time to stop it.
  process.once('exit', remove);
  const stop = async () => {
    await processes.stop();
    remove();
    process.removeListener('exit', remove);
  };
  try {
    const [client = 0, peer = 0, secure = 0] = await freePorts(3);
    const server = `https://127.0.0.1:${secure}`;
    const certificates = join(folder, 'certificates');
    const authority = join(certificates, 'apiserver.crt');
    const keys = writeKeys(folder);
    const tokens = join(folder, 'tokens.csv');
    writeFileSync(tokens, `${token},admin,admin,system:masters\n${strangersToken},stranger,stranger\n`);
    processes.start('etcd', binaries.etcd, [
      `--data-dir=${join(folder, 'etcd')}`,
      '--unsafe-no-fsync',
      `--listen-client-urls=http://127.0.0.1:${client}`,
      `--advertise-client-urls=http://127.0.0.1:${client}`,
      `--listen-peer-urls=http://127.0.0.1:${peer}`,
      `--initial-advertise-peer-urls=http://127.0.0.1:${peer}`,
      `--initial-cluster=default=http://127.0.0.1:${peer}`,
    ]);
    const startServer = async () => {
      processes.start('kube-apiserver', binaries.apiserver, [
        `--etcd-servers=http://127.0.0.1:${client}`,
        '--bind-address=127.0.0.1',
        `--secure-port=${secure}`,
        `--cert-dir=${certificates}`,
        '--endpoint-reconciler-type=none',
        '--authorization-mode=RBAC',
        `--token-auth-file=${tokens}`,
        `--service-account-issuer=${server}`,
        `--service-account-signing-key-file=${keys.signing}`,
        `--service-account-key-file=${keys.verifying}`,
        '--service-cluster-ip-range=10.96.0.0/16',
        '--allow-privileged=true',
      ]);
      await Promise.race([processes.failed, ready(server)]);
    };
    await startServer();
    const [path, strangersPath] = [join(folder, 'kubeconfig'), join(folder, 'strangers-kubeconfig')];
    writeFileSync(path, kubeconfig(server, authority, 'admin', token), { mode: 0o600 });
    writeFileSync(strangersPath, kubeconfig(server, authority, 'stranger', strangersToken), { mode: 0o600 });
    startOthers({ processes, kubeconfig: path, authority, signingKey: keys.signing });
    return { kubeconfig: path, strangersKubeconfig: strangersPath, killServer: () => processes.kill('kube-apiserver'), startServer, stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

/** What the others of a control plane stand on. */
interface Ground {
  readonly processes: Processes;
  readonly kubeconfig: string;
  readonly authority: string;
  readonly signingKey: string;
}

function startControllers(binaries: Binaries, { processes, kubeconfig, authority, signingKey }: Ground): void {
  processes.start('kube-controller-manager', binaries.controllers, [
    `--kubeconfig=${kubeconfig}`,
    `--service-account-private-key-file=${signingKey}`,
    `--root-ca-file=${authority}`,
    '--use-service-account-credentials',
    '--leader-elect=false',
    '--secure-port=0',
  ]);
  processes.start('kube-scheduler', binaries.scheduler, [`--kubeconfig=${kubeconfig}`, '--leader-elect=false', '--secure-port=0']);
  processes.start('kwok', binaries.kwok, [
    `--kubeconfig=${kubeconfig}`,
    '--manage-all-nodes=false',
    '--manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake',
    '--node-ip=127.0.0.1',
    ...stages.map((stage) => `--config=${binaries.stage(stage)}`),
  ]);
}

function writeKeys(folder: string): { readonly signing: string; readonly verifying: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [signing, verifying] = [join(folder, 'accounts.key'), join(folder, 'accounts.pub')];
  writeFileSync(signing, privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
  writeFileSync(verifying, publicKey.export({ type: 'spki', format: 'pem' }));
  return { signing, verifying };
}

const kubeconfig = (server: string, authority: string, user: string, token: string): string =>
  stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster: { server, 'certificate-authority-data': readFileSync(authority).toString('base64') } }],
    users: [{ name: user, user: { token } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user } }],
    'current-context': 'test',
  });

const betweenTries = 50;

/** Asks until the API server says that it is ready. */
async function ready(server: string): Promise<void> {
  while (!(await answers(`${server}/readyz`))) await new Promise((resolve) => setTimeout(resolve, betweenTries));
}

const answers = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    // Its certificate is the one that it has just made for itself.
    const asked = request(url, { rejectUnauthorized: false, headers: { authorization: `Bearer ${token}` } }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.on('error', () => resolve(false));
    asked.end();
  });
