import { describe, expect, it } from 'vitest';
import { readingText, seenTexts } from '../../src/ui/cluster-words.ts';
import { type SeenCluster, seenClusters } from '../questions/seen-clusters.ts';

const said = (seen: SeenCluster, language: 'en' | 'es' = 'en') => seenTexts(seenClusters[seen]).map((each) => each[language]);

it('says before it reads which cluster, and what of it', () => {
  expect(readingText('kind-dev', 'https://127.0.0.1:6443', 'shop').en).toMatch(
    /^Reading context kind-dev \(https:\/\/127\.0\.0\.1:6443\): .* namespace shop/,
  );
  expect(readingText('kind-dev', 'https://127.0.0.1:6443', undefined).es).toMatch(/^Se lee el contexto kind-dev /);
});

describe('what was seen takes two to four sentences or pairs of them', () => {
  it.each<readonly [SeenCluster, readonly string[]]>([
    [
      'eks',
      [
        'It is Kubernetes 1.35, not OpenShift. Its 3 nodes (3 ready) have 12 CPU and 32Gi of memory for pods.',
        'Storage classes: gp3 (the default), cold, efs, and io2. Ingress classes: alb, nginx, and web.',
        'The namespace shop is there, with a quota.',
      ],
    ],
    [
      'bare',
      [
        'It is Kubernetes 1.31, not OpenShift. Its 2 nodes (1 ready) have 4 CPU and 8Gi of memory for pods.',
        'It has no storage classes. It has no Ingress classes.',
      ],
    ],
    [
      'unseen',
      [
        'It is Kubernetes 1.36, not OpenShift.',
        'You are not allowed to see: the list of namespaces and storage classes. No answer came in time about Ingress classes. The rules decide there as without a cluster.',
      ],
    ],
  ])('%s', (seen, lines) => expect(said(seen)).toEqual(lines));

  it('in Spanish too', () => {
    expect(said('openshift', 'es')).toEqual([
      'Es OpenShift con Kubernetes 1.34.',
      'Clases de almacenamiento: ocs-rbd (la clase por defecto) y ocs-cephfs. Clases de Ingress: openshift-default.',
      'El espacio de nombres shop existe y no tiene cuota.',
      'No tienes permiso para ver: la lista de espacios de nombres y los nodos. Ahí deciden las reglas como sin clúster.',
    ]);
  });
});
