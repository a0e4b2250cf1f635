import type { ClusterFacts, IngressClassFacts, StorageClassFacts } from '../../src/model/cluster-facts.ts';

const storage = (name: string, provisioner: string, more: Partial<StorageClassFacts> = {}): StorageClassFacts => ({
  name,
  provisioner,
  parameters: {},
  isDefault: false,
  allowVolumeExpansion: true,
  reclaimPolicy: 'Delete',
  volumeBindingMode: 'WaitForFirstConsumer',
  ...more,
});

const ingress = (name: string, controller: string, isDefault = false): IngressClassFacts => ({ name, controller, isDefault });

const cluster = (context: string, more: Partial<ClusterFacts>): ClusterFacts => ({
  context,
  server: `https://${context}.example.com`,
  gitVersion: 'v1.36.3',
  version: '1.36',
  isOpenShift: false,
  servesGateways: false,
  servesCertManager: false,
  unread: [],
  ...more,
});

const usual = ['default', 'kube-system'].map((name) => ({ name, isTerminating: false }));

/** A cluster for learning, with one node and what k3s brings. */
const kind = cluster('kind-dev', {
  namespaces: [
    ...usual,
    { name: 'there', isTerminating: false, enforce: 'baseline' },
    { name: 'going', isTerminating: true },
    { name: 'own', isTerminating: false, application: 'shop' },
  ],
  storageClasses: [storage('standard', 'rancher.io/local-path', { isDefault: true, allowVolumeExpansion: false })],
  ingressClasses: [ingress('traefik', 'traefik.io/ingress-controller')],
  nodes: { count: 1, ready: 1, cpu: 8, memory: 2 ** 34 },
  mayCreateNamespaces: true,
});

/** Disks of several kinds and a file system; two controllers, one of them retired, with a class that is not called as usual. */
const eks = cluster('eks', {
  gitVersion: 'v1.35.4-eks-113cf36',
  version: '1.35',
  namespaces: [...usual, { name: 'shop', isTerminating: false }],
  namespace: {
    name: 'shop',
    exists: true,
    isTerminating: false,
    quotas: [{ name: 'team', hard: { 'requests.cpu': '1', pods: '10' }, used: { 'requests.cpu': '990m', pods: '2' } }],
  },
  storageClasses: [
    storage('gp3', 'ebs.csi.aws.com', { isDefault: true, parameters: { type: 'gp3' } }),
    storage('io2', 'ebs.csi.aws.com', { parameters: { type: 'io2', iops: '5000' } }),
    storage('cold', 'ebs.csi.aws.com', { parameters: { type: 'sc1' } }),
    storage('efs', 'efs.csi.aws.com'),
  ],
  ingressClasses: [
    ingress('nginx', 'k8s.io/ingress-nginx'),
    ingress('web', 'haproxy.org/ingress-controller/web'),
    ingress('alb', 'ingress.k8s.aws/alb'),
  ],
  nodes: { count: 3, ready: 3, cpu: 12, memory: 2 ** 35 },
  mayCreateNamespaces: false,
});

/** What somebody sees who has one project and no rights beyond it. */
const openshift = cluster('openshift', {
  gitVersion: 'v1.34.6',
  version: '1.34',
  isOpenShift: true,
  namespace: { name: 'shop', exists: true, isTerminating: false, quotas: [] },
  storageClasses: [
    storage('ocs-rbd', 'openshift-storage.rbd.csi.ceph.com', { isDefault: true }),
    storage('ocs-cephfs', 'openshift-storage.cephfs.csi.ceph.com'),
  ],
  ingressClasses: [ingress('openshift-default', 'openshift.io/ingress-to-route')],
  mayCreateNamespaces: false,
  unread: [
    { what: 'namespaces', why: 'forbidden' },
    { what: 'nodes', why: 'forbidden' },
  ],
});

/** Nothing but an API server and its nodes, and a version that nobody mends any more. */
const bare = cluster('bare', {
  gitVersion: 'v1.31.0',
  version: '1.31',
  namespaces: usual,
  storageClasses: [],
  ingressClasses: [],
  nodes: { count: 2, ready: 1, cpu: 4, memory: 2 ** 33 },
  mayCreateNamespaces: true,
});

/** No default storage class, classes that tie, a driver and controllers that are not known; a version of the future. */
const strange = cluster('strange', {
  gitVersion: 'v1.40.0',
  version: '1.40',
  namespaces: usual,
  storageClasses: [storage('beta', 'disks.example.com'), storage('alpha', 'disks.example.com')],
  ingressClasses: [ingress('contour', 'projectcontour.io/contour')],
  mayCreateNamespaces: false,
});

/** Nobody may look at anything. */
const unseen = cluster('unseen', {
  namespace: { name: 'shop' },
  unread: [
    { what: 'namespaces', why: 'forbidden' },
    { what: 'storage classes', why: 'forbidden' },
    { what: 'ingress classes', why: 'late' },
  ],
});

/** Clusters as one round of reads shows them. */
export const seenClusters = { kind, eks, openshift, bare, strange, unseen } as const;
export type SeenCluster = keyof typeof seenClusters;
