import { namespaceManifestsOf } from '../../src/manifests/namespace-manifests.ts';
import { networkManifestsOf } from '../../src/manifests/network-manifests.ts';
import { workloadManifestsOf } from '../../src/manifests/workload-manifests.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import type { Plan } from '../../src/questions/plan.ts';
import { db } from '../manifests/typical.ts';
import { componentPlan, plan } from '../plans.ts';

/** A shop with a database, in a namespace that an administrator makes; people outside call it. */
export const shop: Plan = plan({
  namespace: {
    name: 'shop',
    created: { podSecurity: 'restricted', quota: 'small' },
    isolated: true,
    developers: [{ kind: 'Group', name: 'team-shop' }],
    viewers: [],
  },
  components: [
    componentPlan({
      imagePullSecret: 'registry',
      exposure: {
        reach: 'outside',
        entrance: {
          through: 'ingress',
          controller: 'haproxytech',
          host: 'shop.example.com',
          path: '/',
          tls: { model: 'edge', certificate: { secret: 'shop-web-tls' }, redirect: true },
        },
      },
      traffic: { from: { components: [], namespace: false }, to: [{ fullName: 'shop-db', ports: [5432] }], outside: [] },
      container: {
        settings: {
          env: [{ name: 'DB_HOST', value: 'shop-db' }],
          envSecrets: [
            { name: 'DB_PASSWORD', secret: 'shop-db', key: 'superuser', generated: true },
            { name: 'MAIL_TOKEN', secret: 'mail', key: 'token', generated: false },
          ],
        },
      },
    }),
    { ...db, traffic: { from: { components: ['web'], namespace: false }, to: [], outside: [] } },
  ],
});

/** Every manifest of a plan. */
export const manifestsOf = (made: Plan): readonly Manifest[] => [
  ...namespaceManifestsOf(made),
  ...made.components.flatMap((component) => [...workloadManifestsOf(made, component), ...networkManifestsOf(made, component)]),
];
