import { image, type Refusal, shop } from './refusal.ts';

const outside = ['--exposure', 'outside', '--host', 'shop.example.com'];

const idle: readonly Refusal[] = [
  { name: '--schedule', argv: [...shop, '--schedule', '@daily'], says: ['--schedule does nothing here'], todo: '--run scheduled' },
  { name: '--tls', argv: [...shop, '--tls', 'edge'], says: ['--tls does nothing here'], todo: '--exposure outside' },
  {
    name: '--path with passthrough',
    argv: [...shop, ...outside, '--tls', 'passthrough', '--path', '/x'],
    says: ['is not “passthrough”'],
    todo: 'Leave it out',
  },
  { name: '--storage-size', argv: [...shop, '--storage-size', '5Gi'], says: ['--storage-size does nothing'], todo: '--data keep' },
];

const missing: readonly Refusal[] = [
  { name: 'image', argv: ['shop'], says: ['--image is missing'], todo: 'ghcr.io/example/shop:2.4.1' },
  {
    name: 'all at once',
    argv: ['shop', '--run', 'scheduled', '--yes'],
    says: ['--image is missing', '--schedule is missing'],
    todo: '17 2 * * *',
  },
  { name: 'host', argv: [...shop, '--exposure', 'outside'], says: ['--host is missing'], todo: 'shop.example.com' },
  {
    name: 'image of a second component',
    argv: [...shop, '--api.port', '9000'],
    says: ['no component “api”'],
    todo: '--api.image IMAGE',
  },
];

const impossible: readonly Refusal[] = [
  {
    name: 'three that write one disk (R8)',
    argv: [...shop, '--data', 'keep', '--ownership', 'shared', '--access-mode', 'rwo', '--replicas', '3'],
    says: ['Two pods cannot write to one disk'],
    todo: '--access-mode rwx',
  },
  {
    name: 'three databases that do not copy (M2)',
    argv: ['shop', '--image', 'postgres:18.1', '--data', 'keep', '--replicas', '3'],
    says: ['PostgreSQL does not copy its data'],
    todo: '--replicas 1',
  },
  {
    name: 'three of a database preset',
    argv: ['shop', '--preset', 'postgresql', '--replicas', '3'],
    says: ['PostgreSQL'],
    todo: '--replicas 1',
  },
  {
    name: 'two where one writes (R5)',
    argv: [...shop, '--data', 'keep', '--ownership', 'single', '--replicas', '2'],
    says: ['Only one replica may write'],
    todo: '--ownership own',
  },
  ...['2', '4'].map(
    (replicas): Refusal => ({
      name: `${replicas} that vote`,
      argv: [...shop, '--data', 'keep', '--quorum', '--replicas', replicas],
      says: ['odd number'],
      todo: '--replicas 3',
    }),
  ),
  {
    name: 'data kept on every node',
    argv: [...shop, '--run', 'every-node', '--data', 'keep'],
    says: ['on every node'],
    todo: '--data scratch',
  },
  { name: 'encryption inside only', argv: [...shop, ...outside, '--tls', 'inside-only'], says: ['only inside'], todo: '--tls edge' },
  {
    name: 'a Route on Kubernetes',
    argv: [...shop, '--exposure', 'outside', '--entrance', 'route'],
    says: ['Only OpenShift has Routes'],
    todo: '--entrance ingress',
  },
  {
    name: 'the router of OpenShift on Kubernetes',
    argv: [...shop, ...outside, '--entrance', 'ingress', '--ingress-controller', 'openshift-router'],
    says: ['Only OpenShift has this router'],
    todo: '--platform openshift',
  },
  ...['node-port', 'load-balancer'].map(
    (entrance): Refusal => ({
      name: `a certificate at a ${entrance}`,
      argv: [...shop, '--exposure', 'outside', '--entrance', entrance, '--tls', 'edge'],
      says: ['nobody to hold a certificate'],
      todo: '--tls passthrough',
    }),
  ),
  {
    name: 'TCP through an Ingress',
    argv: [...shop, '--port', '5432', ...outside, '--entrance', 'ingress'],
    says: ['only understands HTTP'],
    todo: '--entrance load-balancer',
  },
  {
    name: 'the certificate of a Service shown outside',
    argv: [...shop, '--platform', 'openshift', ...outside, '--tls', 'passthrough', '--pod-certificate', 'service-ca'],
    says: ['browsers do not trust'],
    todo: '--tls reencrypt',
  },
  { name: 'port 80 without root', argv: [...shop, '--port', '80'], says: ['Port 80 needs root'], todo: '--port 8080' },
  {
    name: 'a Deployment with own data',
    argv: [...shop, '--data', 'keep', '--ownership', 'own', '--workload', 'deployment'],
    says: ['its own data'],
    todo: '--workload statefulset',
  },
  {
    name: 'a quota that is too small',
    argv: [...shop, '--size', 'large', '--replicas', '9', '--quota', 'small'],
    says: ['does not fit into the quota “small”'],
    todo: '--quota',
  },
  {
    name: 'a disk that is too small for any quota',
    argv: [...shop, '--data', 'keep', '--storage-size', '500Mi', '--quota', 'small'],
    says: ['500Mi'],
    todo: '--quota none',
  },
  { name: 'a need of itself', argv: [...shop, '--needs', 'web'], says: ['cannot need itself'], todo: '--no-needs' },
  { name: 'a need of nobody', argv: [...shop, '--with', 'kafka', '--needs', 'cache'], says: ['there is kafka'], todo: '--no-needs' },
  {
    name: 'a need of somebody without a port',
    argv: [...shop, '--needs', 'worker', '--worker.image', 'a:1', '--worker.port', 'none'],
    says: ['worker listens on no port'],
    todo: '--no-needs',
  },
  {
    name: 'two additions of one name',
    argv: [...shop, '--with', 'postgresql=db', '--with', 'kafka=db'],
    says: ['called “db”'],
    todo: '--with PRESET=NAME',
  },
  {
    name: 'two components of one name',
    argv: [...shop, '--component', 'db', '--with', 'postgresql=db'],
    says: ['called “db”'],
    todo: '--db.component',
  },
  {
    name: 'one address twice',
    argv: [...shop, ...outside, '--api.image', 'a:1', '--api.exposure', 'outside', '--api.host', 'shop.example.com'],
    says: ['answers at shop.example.com/'],
    todo: '--api.path /api',
  },
  {
    name: 'names that are too long together',
    argv: ['a'.repeat(40), ...image, '--component', 'b'.repeat(20)],
    says: ['has 61 characters'],
    todo: '--name',
  },
  {
    name: 'a version of the other platform',
    argv: [...shop, '--platform', 'openshift', '--platform-version', '1.34'],
    says: ['OpenShift has no version 1.34'],
    todo: '--platform-version 4.20',
  },
  {
    name: 'a limit below what is set aside',
    argv: [...shop, '--memory', '2Gi', '--memory-limit', '1Gi'],
    says: ['less than what is reserved, 2Gi'],
    todo: '--memory 1Gi',
  },
  {
    name: 'a file that is not there',
    argv: [...shop, '--config-file', '/etc/a=gone.conf'],
    says: ['gone.conf does not exist'],
    todo: '--no-config-file',
  },
  {
    name: 'a file that is no text',
    argv: [...shop, '--config-file', '/etc/a=logo.png'],
    files: { 'logo.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff) },
    says: ['logo.png'],
    todo: '--no-config-file',
  },
];

export const planRefusals: Readonly<Record<string, readonly Refusal[]>> = {
  'a flag that does nothing': idle,
  'a missing answer': missing,
  'an impossible combination': impossible,
};
