import { describe, expect, it } from 'vitest';
import { languages, text } from '../../src/model/text.ts';
import { trapNotesOf } from '../../src/output/trap-notes.ts';
import { type ReadmeParts, userReadmeOf } from '../../src/output/user-readme.ts';
import { backup, kafka } from '../manifests/typical.ts';
import { componentPlan, plan } from '../plans.ts';
import { manifestsOf, shop } from './shop.ts';

const parts: ReadmeParts = {
  plan: shop,
  manifests: manifestsOf(shop),
  decisions: {
    application: [
      {
        id: 'platform',
        label: text('Platform', 'Plataforma'),
        choice: 'kubernetes',
        reason: text('It is your answer.', 'Es tu respuesta.'),
        rejected: {},
      },
    ],
    components: {
      web: [
        {
          id: 'image',
          label: text('Image', 'Imagen'),
          choice: 'ghcr.io/example/shop:1.4.2',
          reason: text('It is your answer.', 'Es tu respuesta.'),
          rejected: {},
        },
        {
          id: 'workload',
          label: text('Workload', 'Carga de trabajo'),
          choice: 'deployment',
          reason: text('It keeps no data | its pods are alike.', 'No guarda datos | sus pods son iguales.'),
          rejected: { statefulset: text('It would give each pod a disk.', 'Daría un disco a cada pod.') },
        },
        {
          id: 'args',
          label: text('Arguments', 'Argumentos'),
          choice: '',
          reason: text('None were named.', 'No se indicaron.'),
          rejected: {},
        },
      ],
    },
  },
  findings: [
    {
      check: 'one-replica',
      severity: 'advice',
      says: text('It has one replica.', 'Tiene una réplica.'),
      fix: text('Say --replicas 2.', 'Di --replicas 2.'),
      where: 'StatefulSet shop-db',
    },
  ],
  change: 'npx create-k8s-app shop --answers shop/create-k8s-app.yaml --yes',
};

describe('the README for the user', () => {
  it.each(languages)('is whole: %s', async (language) => {
    await expect(userReadmeOf(parts, language)).toMatchFileSnapshot(`../golden/readme/shop.${language}.md`);
  });

  it('leaves out what there is nothing to say about', () => {
    const bare = plan({ components: [], namespace: { name: 'shop', isolated: false, developers: [], viewers: [] } });
    const readme = userReadmeOf(
      { ...parts, plan: bare, manifests: [], findings: [], decisions: { application: [], components: {} } },
      'en',
    );
    expect(readme.match(/^## .*$/gm)).toEqual(['## What is here', '## How to change it']);
  });
});

describe('the notes on traps', () => {
  const titles = (...components: Parameters<typeof componentPlan>[0][]) =>
    trapNotesOf(
      plan({ components: components.map(componentPlan), namespace: { name: 'shop', isolated: false, developers: [], viewers: [] } }),
    ).map(({ title }) => title.en);

  it('are told only to those whom they concern', () => {
    expect(titles({})).toEqual([]);
    expect(titles(kafka)).toEqual([
      'A volume claim stays Pending',
      'ReadWriteOnce means one node, not one pod',
      'When a node dies',
      'Growing a disk later',
      'Deleting keeps the data',
      'A new disk is not quite empty',
    ]);
    expect(titles(backup)).toEqual([
      'A volume claim stays Pending',
      'ReadWriteOnce means one node, not one pod',
      'When a node dies',
      'A run can happen twice, or not at all',
      'The generated passwords',
      'A new disk is not quite empty',
    ]);
    expect(
      titles({
        volumes: { data: { kind: 'claim', mountPath: '/d', size: '1Gi', accessMode: 'ReadWriteMany', readOnly: false }, writable: [] },
      }),
    ).toEqual(['A volume claim stays Pending', 'Shared data and SELinux']);
  });

  it('do not send a cluster of OpenShift to kube-system', () => {
    expect(trapNotesOf(shop).map(({ title }) => title.en)).toContain('Names are not found');
    expect(trapNotesOf({ ...shop, platform: 'openshift' }).map(({ title }) => title.en)).not.toContain('Names are not found');
  });
});
