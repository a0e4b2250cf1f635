import type { StorageClassFacts } from '../model/cluster-facts.ts';
import { type Text, text } from '../model/text.ts';

/** What a volume can do, by the choices of `access-mode`. */
export type Mode = 'rwo' | 'rwop' | 'rwx' | 'rox';
/** What somebody may want of storage beside room. */
export type Wish = 'redundant' | 'fast' | 'slow';

/** Points for a wish, where a parameter of the class, in any spelling of capitals, is like this; without a parameter always. */
interface Evidence {
  readonly wish: Wish;
  readonly points: number;
  readonly parameter?: string;
  readonly like?: RegExp;
}

/** Everything the program knows of a driver that makes volumes. */
interface StorageDriver {
  /** `provisioner` of its classes; what was built into Kubernetes once has moved to a driver and behaves like it. */
  readonly provisioner: RegExp;
  readonly modes: readonly Mode[];
  readonly evidence: readonly Evidence[];
  /** What somebody who picks such a class should know. */
  readonly caveat?: Text;
}

const disk = ['rwo', 'rwop'] as const;
const share = ['rwo', 'rwop', 'rwx', 'rox'] as const;

const inOneZone: Text = text('Its copies lie in one zone.', 'Sus copias están en una sola zona.');
const onOneNode: Text = text('The data lies on one node and is lost with it.', 'Los datos están en un solo nodo y se pierden con él.');
const byItsPool: Text = text('How redundant it is depends on its pool.', 'Lo redundante que sea depende de su pool.');

const points =
  (wish: Wish) =>
  (amount: number, parameter?: string, like?: RegExp): Evidence => ({
    wish,
    points: amount,
    ...(parameter === undefined ? {} : { parameter }),
    ...(like === undefined ? {} : { like }),
  });
const redundant = points('redundant');
const fast = points('fast');
const slow = points('slow');

/**
 * The drivers, with what they can do and what the parameters of a class say. The points are this program's own judgement. Facts: the
 * parameters in kubernetes-sigs/aws-ebs-csi-driver (docs/parameters.md), kubernetes-sigs/gcp-compute-persistent-disk-csi-driver (README.md),
 * kubernetes-sigs/azuredisk-csi-driver (docs/driver-parameters.md), rook/rook (deploy/examples/csi), longhorn/longhorn (StorageClass
 * parameters), openebs/mayastor, rancher/local-path-provisioner, kubernetes-sigs/nfs-subdir-external-provisioner.
 */
const storageDrivers: readonly StorageDriver[] = [
  {
    provisioner: /^(ebs\.csi\.aws\.com|ebs\.csi\.eks\.amazonaws\.com|kubernetes\.io\/aws-ebs)$/,
    modes: disk,
    evidence: [
      redundant(1),
      fast(3, 'type', /^io[12]$/),
      fast(1, 'type', /^(gp3)?$/),
      fast(1, 'iops', /^([4-9]\d{3}|\d{5,})$/),
      slow(3, 'type', /^(st1|sc1|standard)$/),
    ],
    caveat: inOneZone,
  },
  {
    provisioner: /^efs\.csi\.aws\.com$/,
    modes: share,
    evidence: [redundant(3), fast(-1), slow(2)],
  },
  {
    provisioner: /^(pd\.csi\.storage\.gke\.io|kubernetes\.io\/gce-pd)$/,
    modes: [...disk, 'rox'],
    evidence: [
      redundant(3, 'replication-type', /^regional-pd$/),
      redundant(1, 'replication-type', /^(none)?$/),
      fast(3, 'type', /^(pd-ssd|pd-extreme|hyperdisk-extreme)$/),
      fast(1, 'type', /^(pd|hyperdisk)-balanced$/),
      slow(3, 'type', /^(pd-standard)?$/),
    ],
  },
  {
    provisioner: /^filestore\.csi\.storage\.gke\.io$/,
    modes: share,
    evidence: [redundant(3, 'tier', /enterprise|regional/)],
  },
  {
    provisioner: /^(disk\.csi\.azure\.com|kubernetes\.io\/azure-disk)$/,
    modes: disk,
    evidence: [
      redundant(3, 'skuname', /_zrs$/),
      redundant(1, 'skuname', /^$|_lrs$/),
      fast(3, 'skuname', /^(premium|ultra)/),
      fast(1, 'skuname', /^$|^standardssd/),
      slow(3, 'skuname', /^standard_lrs$/),
    ],
  },
  {
    provisioner: /^(file\.csi\.azure\.com|kubernetes\.io\/azure-file)$/,
    modes: share,
    evidence: [redundant(3, 'skuname', /_zrs$/), fast(1, 'skuname', /^premium/), slow(2, 'skuname', /^$|^standard/)],
  },
  { provisioner: /^(csi\.vsphere\.vmware\.com|kubernetes\.io\/vsphere-volume)$/, modes: disk, evidence: [] },
  { provisioner: /^(cinder\.csi\.openstack\.org|kubernetes\.io\/cinder)$/, modes: disk, evidence: [] },
  { provisioner: /\.rbd\.csi\.ceph\.com$/, modes: disk, evidence: [redundant(2)], caveat: byItsPool },
  { provisioner: /\.cephfs\.csi\.ceph\.com$/, modes: share, evidence: [redundant(2), fast(-1), slow(2)], caveat: byItsPool },
  {
    provisioner: /^driver\.longhorn\.io$/,
    modes: share,
    evidence: [
      redundant(3, 'numberofreplicas', /^([3-9]|\d{2,})$/),
      fast(-1, 'numberofreplicas', /^([3-9]|\d{2,})$/),
      redundant(1, 'numberofreplicas', /^2$/),
    ],
  },
  {
    provisioner: /^io\.openebs\.csi-mayastor$/,
    modes: disk,
    evidence: [redundant(3, 'repl', /^([3-9]|\d{2,})$/), fast(-1, 'repl', /^([3-9]|\d{2,})$/), redundant(1, 'repl', /^2$/)],
  },
  {
    provisioner: /(nfs-subdir-external-provisioner|^nfs\.csi\.k8s\.io)$/,
    modes: share,
    evidence: [fast(-1), slow(2)],
  },
  {
    provisioner: /^(local\.csi\.openebs\.io|zfs\.csi\.openebs\.io)$/,
    modes: disk,
    evidence: [redundant(-3), fast(2)],
    caveat: onOneNode,
  },
  {
    provisioner: /^(rancher\.io\/local-path|kubernetes\.io\/no-provisioner|openebs\.io\/local|[a-z0-9.]+\/(minikube-)?hostpath)$/,
    modes: ['rwo'],
    evidence: [redundant(-3), fast(2)],
    caveat: onOneNode,
  },
];

export const driverOf = ({ provisioner }: StorageClassFacts): StorageDriver | undefined =>
  storageDrivers.find((driver) => driver.provisioner.test(provisioner));

/** What people call a class, its pool or its policy. */
const named: Readonly<Record<Wish, RegExp>> = {
  redundant: /replica|redundant|(^|[^a-z])ha([^a-z]|$)|mirror|zrs/i,
  fast: /ssd|nvme|fast|premium|gold/i,
  slow: /hdd|slow|cold|archive|bronze/i,
};
const namingParameters = ['pool', 'storagepolicyname', 'diskselector'];

/** How well a class suits a wish; zero where nothing speaks for it. */
export function pointsOf(seen: StorageClassFacts, wish: Wish): number {
  const parameters = new Map(Object.entries(seen.parameters).map(([key, value]) => [key.toLowerCase(), value.toLowerCase()]));
  const shown = (driverOf(seen)?.evidence ?? []).filter(
    ({ wish: each, parameter, like }) => each === wish && (parameter === undefined || like?.test(parameters.get(parameter) ?? '')),
  );
  const names = [seen.name, ...namingParameters.flatMap((parameter) => parameters.get(parameter) ?? [])];
  return shown.reduce((sum, { points: each }) => sum + each, 0) + (names.some((name) => named[wish].test(name)) ? 1 : 0);
}

/** Whether a class can do this. Of an unknown driver only what all of them can is known. */
export function canDo(seen: StorageClassFacts, mode: Mode): boolean | undefined {
  const driver = driverOf(seen);
  if (driver) return driver.modes.includes(mode);
  return mode === 'rwo' ? true : undefined;
}
