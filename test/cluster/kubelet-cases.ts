import type { Values } from '../../src/model/value.ts';

/** What a kubelet says of the two pods of `web`, and what a person is told. NAMESPACE and POD stand for names that are made up. */
export interface KubeletCase {
  readonly title: string;
  readonly answers?: Values;
  readonly containers?: readonly object[];
  /** Of the pod, where that is not Pending. */
  readonly status?: object;
  readonly events?: readonly (readonly [reason: string, message: string, count?: number])[];
  readonly check: string;
  readonly says: string;
  readonly fix: string;
  readonly quote?: string;
}

export const image = 'ghcr.io/example/shop:2.4.1';

const waiting = (reason: string, message: string, more: object = {}) => [{ state: { waiting: { reason, message } }, ...more }];
const running = (more: object = {}) => [{ state: { running: { startedAt: '2026-01-01T00:00:00Z' } }, ...more }];
const ended = (exitCode: number, message = '', reason = 'Error') => ({ terminated: { exitCode, reason, message } });
const crashed = (restartCount: number, lastState: object) =>
  waiting('CrashLoopBackOff', 'back-off 40s restarting failed container=web', { restartCount, lastState });

const change = (question: string, value: string) => `--web.${question} ${value}, added to the create-k8s-app command in README.md`;
const logs = 'kubectl logs POD --namespace NAMESPACE --container web --previous';

const pulled = (words: string) => waiting('ImagePullBackOff', `Back-off pulling image "${image}": ErrImagePull: ${words}`);
const login =
  'kubectl create secret docker-registry registry-login --namespace NAMESPACE --docker-server=… --docker-username=… --docker-password=…';

const images: readonly KubeletCase[] = [
  {
    title: 'an image that is not there',
    containers: pulled(`rpc error: code = NotFound desc = failed to resolve reference "${image}": ${image}: not found`),
    check: 'image-missing',
    says: `web does not start: the registry has no image ${image}.`,
    fix: `Look whether its name and version are right and whether it was pushed. Change it: ${change('image', 'NAME:VERSION')}; then apply again.`,
    quote: `Back-off pulling image "${image}": ErrImagePull: rpc error: code = NotFound desc = failed to resolve reference "${image}": ${image}: not found`,
  },
  {
    title: 'the same of an older kubelet, which keeps the reason in an event',
    containers: waiting('ImagePullBackOff', `Back-off pulling image "${image}"`),
    events: [['Failed', `Failed to pull image "${image}": reading manifest 2.4.1 in ghcr.io/example/shop: manifest unknown`]],
    check: 'image-missing',
    says: `web does not start: the registry has no image ${image}.`,
    fix: `Look whether its name and version are right and whether it was pushed. Change it: ${change('image', 'NAME:VERSION')}; then apply again.`,
    quote: `Failed to pull image "${image}": reading manifest 2.4.1 in ghcr.io/example/shop: manifest unknown`,
  },
  {
    title: 'an image that asks for a login',
    containers: pulled('failed to authorize: failed to fetch anonymous token: 401 Unauthorized'),
    check: 'image-denied',
    says: `web does not start: the registry does not give out ${image} without a login, or it does not exist.`,
    fix: `If the image is private, make a Secret with a login: ${login}. Then name it: ${change('image-pull-secret', 'registry-login')}; and apply again.`,
  },
  {
    title: 'an image that the login is not good enough for',
    answers: { 'image-pull-secret': 'regcred' },
    containers: pulled('pull access denied, repository does not exist or may require authorization'),
    check: 'image-denied',
    says: `web does not start: the registry does not give out ${image} to the login in the Secret regcred.`,
    fix: 'Look whether the name of the image is right, whether that Secret exists, and whether its login is still valid and may read the image.',
  },
  {
    title: 'a name that no image can have',
    containers: waiting(
      'InvalidImageName',
      `Failed to apply default image tag "Shop": couldn't parse image name "Shop": invalid reference format`,
    ),
    check: 'image-name',
    says: `web does not start: “${image}” is not a name that an image can have.`,
    fix: `Correct it: ${change('image', 'NAME:VERSION')}; then apply again.`,
  },
  {
    title: 'a registry that cannot be reached',
    containers: pulled('failed to do request: Head "https://ghcr.io/v2/": dial tcp: lookup ghcr.io on 10.96.0.10:53: no such host'),
    check: 'image-registry',
    says: `web does not start: the node cannot reach the registry of ${image}.`,
    fix: `Look whether the registry’s name is right: ${change('image', 'REGISTRY/NAME:VERSION')}. If it is, whoever runs the cluster has to let the nodes through to it.`,
  },
  {
    title: 'a registry that has given out enough',
    containers: pulled('unexpected status code 429 Too Many Requests: toomanyrequests: You have reached your pull rate limit.'),
    check: 'image-rate-limit',
    says: `web does not start: the registry gives out no more images for a while, ${image} among them.`,
    fix: `Wait, or pull with a login, which may have more: ${change('image-pull-secret', 'NAME')}; then apply again.`,
  },
  {
    title: 'an image for other processors',
    containers: pulled('no match for platform in manifest: not found'),
    check: 'image-platform',
    says: `web does not start: ${image} was not built for the processors of this cluster’s nodes.`,
    fix: `Build the image for them too, such as linux/amd64 or linux/arm64, and name it: ${change('image', 'NAME:VERSION')}; then apply again.`,
  },
  {
    title: 'an image that cannot be pulled for a reason of its own',
    containers: pulled('layer too large'),
    check: 'image-unpulled',
    says: `web does not start: its image ${image} cannot be pulled.`,
    fix: `The words of the node tell why. If it is the wrong image, change it: ${change('image', 'NAME:VERSION')}; then apply again.`,
  },
];

const meanings = [
  [1, 'its program says that something failed (exit code 1)'],
  [2, 'its program says that it was called in the wrong way (exit code 2)'],
  [134, 'its program gave up by itself (exit code 134, abort)'],
  [137, 'it was killed from outside (exit code 137)'],
  [139, 'its program reached for memory that is not its own (exit code 139, segmentation fault)'],
  [143, 'it was asked to stop, and did (exit code 143)'],
  [42, 'its program ended with exit code 42'],
] as const;

const crashes: readonly KubeletCase[] = [
  ...meanings.map(
    ([code, meaning]): KubeletCase => ({
      title: `a crash loop with exit code ${code}`,
      containers: crashed(3, ended(code, 'Error: no route to db:5432')),
      check: 'crash',
      says: `web crashed 3 times: ${meaning}.`,
      fix: `Its log says more: ${logs}`,
      quote: 'Error: no route to db:5432',
    }),
  ),
  ...([126, 127] as const).map(
    (code): KubeletCase => ({
      title: `a crash loop with exit code ${code}`,
      containers: crashed(1, ended(code)),
      check: 'crash',
      says: `web crashed once: its command ${code === 126 ? 'may not be executed' : 'is not in the image'} (exit code ${code}).`,
      fix: `Correct the command: ${change('command', 'COMMAND')}; then apply again.`,
    }),
  ),
  {
    title: 'a crash between two tries, while it runs',
    containers: running({ restartCount: 2, lastState: ended(1) }),
    status: { phase: 'Running' },
    check: 'crash',
    says: 'web crashed 2 times: its program says that something failed (exit code 1).',
    fix: `Its log says more: ${logs}`,
  },
  {
    title: 'a program that finishes',
    containers: crashed(2, ended(0, '', 'Completed')),
    check: 'ends-by-itself',
    says: 'web ends as though its work were done, and is started again: 2 times so far.',
    fix: `If it is meant to finish, say so: ${change('run', 'once')}. If not, look why it ends: ${logs}`,
  },
  {
    title: 'too little memory',
    answers: { memory: '512Mi', 'memory-limit': '512Mi' },
    containers: crashed(3, ended(137, 'java.lang.OutOfMemoryError: Java heap space', 'OOMKilled')),
    check: 'out-of-memory',
    says: 'web was killed for using more than 512 MiB, 3 times.',
    fix: `Give it more: ${change('memory', '1Gi')}; then apply again.`,
    quote: 'java.lang.OutOfMemoryError: Java heap space',
  },
  {
    title: 'too little memory, where less is reserved than the limit',
    containers: crashed(1, ended(137, '', 'OOMKilled')),
    check: 'out-of-memory',
    says: 'web was killed for using more than 128 MiB, once.',
    fix: `Give it more: ${change('memory-limit', '256Mi')}; then apply again.`,
  },
  {
    title: 'a command that is not in the image',
    containers: waiting(
      'RunContainerError',
      'failed to create containerd task: exec: "serve": executable file not found in $PATH: unknown',
    ),
    check: 'start-error',
    says: 'web does not start: its image has no program serve.',
    fix: `Correct the command, or use none so that the image’s own runs: ${change('command', 'COMMAND')}; then apply again.`,
  },
  {
    title: 'a command that may not be executed',
    containers: crashed(2, ended(128, 'exec: "/app/serve": permission denied: unknown', 'StartError')),
    check: 'start-error',
    says: 'web does not start: the file /app/serve in its image may not be executed.',
    fix: `Correct the command, or use none so that the image’s own runs: ${change('command', 'COMMAND')}; then apply again.`,
  },
];

const refused = 'Get "http://10.244.0.5:8080/readyz": dial tcp 10.244.0.5:8080: connect: connection refused';
const listens = `Does it listen on that port, and on all addresses instead of 127.0.0.1? The port: ${change('port', 'PORT')}. The probe: `;

const probes: readonly KubeletCase[] = [
  {
    title: 'a readiness probe that gets the wrong answer',
    containers: running(),
    status: { phase: 'Running' },
    events: [['Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 404', 5]],
    check: 'readiness-probe',
    says: 'web runs but is not ready: its page answers with HTTP 404.',
    fix: `Is that what the probe should ask? Change it: ${change('readiness', 'http:/PATH')}; then apply again.`,
    quote: 'HTTP probe failed with statuscode: 404',
  },
  {
    title: 'a readiness probe that nobody answers',
    containers: running(),
    status: { phase: 'Running' },
    events: [['Unhealthy', `Readiness probe failed: ${refused}`, 3]],
    check: 'readiness-probe',
    says: 'web runs but is not ready: nothing listens on port 8080.',
    fix: `${listens}${change('readiness', 'http:/PATH')}.`,
  },
  {
    title: 'a liveness probe that kills it',
    containers: crashed(2, ended(137)),
    events: [['Unhealthy', 'Liveness probe failed: Get "http://10.244.0.5:8080/healthz": context deadline exceeded', 6]],
    check: 'liveness-probe',
    says: 'web is restarted because it seems to hang: it gives no answer in time.',
    fix: `${listens}${change('liveness', 'http:/PATH')}.`,
  },
  {
    title: 'a startup probe that kills it',
    containers: running({ restartCount: 1, lastState: ended(143) }),
    status: { phase: 'Running' },
    events: [['Unhealthy', `Startup probe failed: ${refused}`, 30]],
    check: 'startup-probe',
    says: 'web is restarted because it does not come up in time: nothing listens on port 8080.',
    fix: `${listens}${change('startup', 'http:/PATH')}.`,
  },
];

const secret = 'kubectl create secret generic shop-db --namespace NAMESPACE --from-file=password=password.txt';
const found = 'the pods find it by themselves';

const configurations: readonly KubeletCase[] = [
  {
    title: 'a Secret that is missing',
    answers: { 'env-secret': ['DB_PASSWORD=shop-db/password'] },
    containers: waiting('CreateContainerConfigError', 'secret "shop-db" not found'),
    check: 'secret-missing',
    says: 'web does not start: the Secret shop-db is missing.',
    fix: `Create it, each value in a file of its own; ${found}: ${secret}`,
  },
  {
    title: 'a key that a Secret lacks',
    containers: waiting('CreateContainerConfigError', "couldn't find key password in Secret shop/shop-db"),
    check: 'secret-key-missing',
    says: 'web does not start: the Secret shop-db has no key password.',
    fix: `Add the key password, or name one that is there; ${found}: kubectl edit secret shop-db --namespace NAMESPACE`,
  },
  {
    title: 'a ConfigMap that is missing',
    containers: waiting('CreateContainerConfigError', 'configmap "shop-flags" not found'),
    check: 'configmap-missing',
    says: 'web does not start: the ConfigMap shop-flags is missing.',
    fix: `Create it, each value in a file of its own; ${found}: kubectl create configmap shop-flags --namespace NAMESPACE --from-file=KEY=KEY.txt`,
  },
  {
    title: 'a key that a ConfigMap lacks',
    containers: waiting('CreateContainerConfigError', "couldn't find key flags.json in ConfigMap shop/shop-flags"),
    check: 'configmap-key-missing',
    says: 'web does not start: the ConfigMap shop-flags has no key flags.json.',
    fix: `Add the key flags.json, or name one that is there; ${found}: kubectl edit configmap shop-flags --namespace NAMESPACE`,
  },
  {
    title: 'an image that runs as root',
    containers: waiting('CreateContainerConfigError', 'container has runAsNonRoot and image will run as root (pod: "web", container: web)'),
    check: 'image-root',
    says: `web does not start: its image ${image} runs as root, and its pods must not.`,
    fix: `Take an image that runs without root, with a number as its USER: ${change('image', 'NAME:VERSION')}; then apply again.`,
  },
  {
    title: 'an image whose user is a name',
    containers: waiting(
      'CreateContainerConfigError',
      'container has runAsNonRoot and image has non-numeric user (node), cannot verify user is non-root',
    ),
    check: 'image-root',
    says: `web does not start: its image ${image} names its user “node” and no number, so nobody knows whether that is root.`,
    fix: `Take an image that runs without root, with a number as its USER: ${change('image', 'NAME:VERSION')}; then apply again.`,
  },
  {
    title: 'a container that does not fit for another reason',
    containers: waiting('CreateContainerError', 'cannot allocate a device'),
    check: 'container-config',
    says: 'web does not start: its container cannot be made as it is described.',
    fix: 'The words of the node tell what does not fit.',
    quote: 'cannot allocate a device',
  },
];

const creating = waiting('ContainerCreating', '');

const volumes: readonly KubeletCase[] = [
  {
    title: 'a volume whose Secret is missing',
    answers: { 'secret-file': ['/etc/db/password=shop-db/password'] },
    containers: creating,
    events: [['FailedMount', 'MountVolume.SetUp failed for volume "etc-db" : secret "shop-db" not found']],
    check: 'secret-missing',
    says: 'web does not start: the Secret shop-db is missing.',
    fix: `Create it, each value in a file of its own; ${found}: ${secret}`,
  },
  {
    title: 'a volume whose Secret lacks a key',
    answers: { 'secret-file': ['/etc/db/password=shop-db/password'] },
    containers: creating,
    events: [['FailedMount', 'MountVolume.SetUp failed for volume "VOLUME" : references non-existent secret key: password']],
    check: 'secret-key-missing',
    says: 'web does not start: the Secret shop-db has no key password.',
    fix: `Add the key password, or name one that is there; ${found}: kubectl edit secret shop-db --namespace NAMESPACE`,
  },
  {
    title: 'a volume that cannot be mounted',
    containers: creating,
    events: [['FailedMount', 'MountVolume.MountDevice failed for volume "pvc-1" : rpc error: code = Internal desc = exit status 32']],
    check: 'volume-mount',
    says: 'web does not start: its node cannot mount one of its volumes.',
    fix: 'The words of the node tell why; with a disk, whoever runs the cluster can help.',
    quote: 'MountVolume.MountDevice failed for volume "pvc-1" : rpc error: code = Internal desc = exit status 32',
  },
  {
    title: 'a disk that another node holds',
    containers: creating,
    events: [['FailedAttachVolume', 'Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) shop-web-0']],
    check: 'multi-attach',
    says: 'web waits for its disk: a pod on another node holds it, and only one node can (ReadWriteOnce).',
    fix: 'Keep one replica, and let the old pod go before the new one comes (strategy: Recreate). If the other node is gone, the disk is freed after some minutes.',
  },
];

const nodes: readonly KubeletCase[] = [
  {
    title: 'a node that does not report any more',
    containers: running(),
    status: { phase: 'Running' },
    events: [['NodeNotReady', 'Node is not ready']],
    check: 'node-lost',
    says: 'web has a pod on the node pod-diagnosis, which does not report any more.',
    fix: 'After about five minutes its pods are made on other nodes. If the node is gone for good, whoever runs the cluster deletes it: kubectl delete node pod-diagnosis',
  },
];

export const kubeletCases: readonly KubeletCase[] = [...images, ...crashes, ...probes, ...configurations, ...volumes, ...nodes];
