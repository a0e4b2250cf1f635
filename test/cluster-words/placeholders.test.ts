import { expect, it } from 'vitest';
import { aName, placeToChange } from '../../src/cluster/diagnosis/cause.ts';

it('what stands for a value is said in the language of the sentence', () => {
  const foreign = { kind: 'Deployment', metadata: { name: 'web' } };
  const labels = {
    'app.kubernetes.io/instance': 'shop-web',
    'app.kubernetes.io/part-of': 'shop',
    'app.kubernetes.io/managed-by': 'create-k8s-app',
  };
  const own = { kind: 'Deployment', metadata: { name: 'shop-web', labels } };
  expect([foreign, own].map((object) => placeToChange(object, 'image-pull-secret', aName).es)).toEqual([
    'imagePullSecrets: NOMBRE en su manifiesto',
    '--web.image-pull-secret NOMBRE, añadido al comando create-k8s-app de README.md',
  ]);
});
