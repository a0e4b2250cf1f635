import type { ClusterFacts } from '../model/cluster-facts.ts';
import { text } from '../model/text.ts';
import type { Ruling } from './question.ts';

export function seenPlatform(cluster: ClusterFacts | undefined): Ruling<'kubernetes' | 'openshift'> | undefined {
  if (!cluster) return undefined;
  return {
    choice: cluster.isOpenShift ? 'openshift' : 'kubernetes',
    source: 'cluster',
    reason: cluster.isOpenShift
      ? text('The cluster has Routes, which only OpenShift has.', 'El clúster tiene Routes, que solo tiene OpenShift.')
      : text('The cluster has no Routes, so it is not OpenShift.', 'El clúster no tiene Routes, así que no es OpenShift.'),
  };
}

/** OpenShift 4.20 runs Kubernetes 1.33, 4.21 runs 1.34, and so on (openshift/kubernetes, its rebases). */
const openshiftBehind = 13;

/** The cluster's version, or the nearest of these, which are in order. Silent where the plan is for another platform. */
export function seenVersion(
  cluster: ClusterFacts | undefined,
  platform: 'kubernetes' | 'openshift' | undefined,
  versions: readonly string[],
): Ruling<string> | undefined {
  const minor = minorOf(cluster?.version ?? '');
  const [oldest, newest] = [versions[0], versions.at(-1)];
  if (minor === undefined || oldest === undefined || newest === undefined || cluster?.isOpenShift !== (platform === 'openshift'))
    return undefined;
  const seen = cluster.isOpenShift ? `4.${minor - openshiftBehind}` : cluster.version;
  if (versions.includes(seen)) {
    return {
      choice: seen,
      source: 'cluster',
      reason: text(`It is the cluster’s version, ${seen}.`, `Es la versión del clúster, ${seen}.`),
    };
  }
  const isOld = (minorOf(seen) ?? 0) < (minorOf(oldest) ?? 0);
  return {
    choice: isOld ? oldest : newest,
    source: 'cluster',
    reason: isOld
      ? text(
          `The cluster has ${seen}, which gets no more fixes; ${oldest} is the oldest known here.`,
          `El clúster tiene la ${seen}, que ya no recibe correcciones; ${oldest} es la más antigua que se conoce aquí.`,
        )
      : text(
          `The cluster has ${seen}; ${newest} is the newest known here, and works there too.`,
          `El clúster tiene la ${seen}; ${newest} es la más nueva que se conoce aquí, y también sirve allí.`,
        ),
  };
}

function minorOf(version: string): number | undefined {
  const minor = /^\d+\.(\d+)$/.exec(version)?.[1];
  return minor === undefined ? undefined : Number(minor);
}
