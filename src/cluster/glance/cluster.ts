import { text } from '../../model/text.ts';
import { kubernetesVersions, openshiftVersions } from '../../questions/application.ts';
import { ifEmpty } from './emptiness.ts';
import type { Row, Scene } from './glance.ts';
import { called } from './objects.ts';

/** The version of the server and whether it still gets fixes, and what is the matter with the namespaces. */
export const clusterRows = (scene: Scene): readonly Row[] => [
  versionRow(scene),
  ...scene.namespaces.flatMap((name) => namespaceRows(scene, name)),
];

/** OpenShift 4.20 is Kubernetes 1.33, and so on (docs.redhat.com, OpenShift Container Platform release notes). */
const behind = 13;
const supportedOn = (isOpenShift: boolean): readonly number[] =>
  isOpenShift ? openshiftVersions.map((version) => minorOf(version) + behind) : kubernetesVersions.map(minorOf);

/** `v1.36.3`, `1.36` and `4.20`: what stands after the first point. */
const minorOf = (version: string): number => Number(/^v?\d+\.(\d+)/.exec(version)?.[1]);

function versionRow({ gitVersion, isOpenShift }: Scene): Row {
  const what = `Kubernetes ${gitVersion}`;
  const [minor, supported] = [minorOf(gitVersion), supportedOn(isOpenShift)];
  if (minor < Math.min(...supported)) {
    return {
      light: 'amber',
      what,
      says: text('out of support: it gets no fixes any more', 'sin soporte: ya no recibe correcciones'),
      fix: text('Ask whoever runs the cluster when it will be upgraded.', 'Pregunta a quien administra el clúster cuándo se actualizará.'),
    };
  }
  return minor > Math.max(...supported)
    ? { light: 'plain', what, says: text('newer than what this program knows', 'más nuevo que lo que conoce este programa') }
    : { light: 'green', what, says: text('supported', 'con soporte') };
}

function namespaceRows(scene: Scene, name: string): readonly Row[] {
  const { sight } = scene;
  const namespace = sight.find('Namespace', '', name);
  if (namespace) {
    if (namespace.metadata?.deletionTimestamp === undefined) return [];
    return [{ light: 'red', what: called(scene, namespace), says: text('is being deleted', 'se está borrando') }];
  }
  if (sight.isUnseen('Namespace')) return [];
  return [
    {
      light: 'red',
      what: `Namespace ${name}`,
      says: text('does not exist', 'no existe'),
      fix: ifEmpty(scene),
    },
  ];
}
