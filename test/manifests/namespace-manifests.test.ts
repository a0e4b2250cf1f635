import { describe, expect, it } from 'vitest';
import { namespaceManifestsOf } from '../../src/manifests/namespace-manifests.ts';
import { quantityOf } from '../../src/model/quantity.ts';
import { yamlStream } from '../../src/output/yaml.ts';
import type { NamespacePlan, QuotaSize } from '../../src/questions/plan.ts';
import { quotaSizes } from '../../src/questions/quota-sizes.ts';
import { plan } from '../plans.ts';

const made: NamespacePlan = {
  name: 'shop',
  created: { podSecurity: 'restricted', quota: 'medium' },
  isolated: true,
  developers: [
    { kind: 'Group', name: 'oidc:team-shop' },
    { kind: 'User', name: 'ana@example.com' },
  ],
  viewers: [{ kind: 'Group', name: 'support' }],
};

const namesOf = (namespace: Partial<NamespacePlan>): readonly string[] =>
  namespaceManifestsOf(plan({ namespace: { ...made, ...namespace } })).map(({ object }) => `${object.kind} ${object.metadata?.name}`);

describe('what the administrator applies', () => {
  it('is the namespace with its quota, limits, policies and access', async () => {
    const stream = yamlStream(namespaceManifestsOf(plan({ namespace: made })), 'en');
    await expect(stream).toMatchFileSnapshot('../golden/namespace/kubernetes.yaml');
  });

  it('counts Routes and asks the DNS of OpenShift there', async () => {
    const stream = yamlStream(namespaceManifestsOf(plan({ namespace: made, platform: 'openshift', platformVersion: '4.20' })), 'es');
    await expect(stream).toMatchFileSnapshot('../golden/namespace/openshift.yaml');
  });

  it('is all owned by the administrator and by no component', () => {
    for (const { owner, component } of namespaceManifestsOf(plan({ namespace: made }))) {
      expect({ owner, component }).toEqual({ owner: 'admin', component: undefined });
    }
  });

  it('leaves a namespace that is there alone, but for the access that was asked for', () => {
    const { created: _, ...there } = made;
    const manifests = namespaceManifestsOf(plan({ namespace: there }));
    expect(manifests.map(({ object }) => object.metadata?.name)).toEqual(['shop-developers', 'shop-viewers']);
    expect(namespaceManifestsOf(plan({ namespace: { ...there, developers: [], viewers: [] } }))).toEqual([]);
  });

  it('shuts nothing in an open namespace', () => {
    expect(namesOf({ isolated: false, developers: [], viewers: [] })).toEqual([
      'Namespace shop',
      'ResourceQuota namespace-quota',
      'LimitRange defaults',
    ]);
  });

  it('sets only defaults where there is no quota', () => {
    const manifests = namespaceManifestsOf(plan({ namespace: { ...made, created: { podSecurity: 'baseline', quota: undefined } } }));
    expect(manifests.map(({ object }) => object.kind)).not.toContain('ResourceQuota');
    expect(manifests.find(({ object }) => object.kind === 'LimitRange')?.object).toMatchObject({
      spec: {
        limits: [
          {
            type: 'Container',
            defaultRequest: { cpu: '50m', memory: '128Mi', 'ephemeral-storage': '128Mi' },
            default: { cpu: '500m', memory: '256Mi', 'ephemeral-storage': '1Gi' },
          },
        ],
      },
    });
  });
});

describe('the sizes of a quota', () => {
  const bytes = (said: string | undefined): number => quantityOf(said ?? '') ?? Number.NaN;
  const sizes = Object.keys(quotaSizes) as QuotaSize[];

  it.each(sizes)('%s: what one container may have fits into what all share', (size) => {
    const { hard, containerMax, containerMin, containerLimit, containerRequest, claim } = quotaSizes[size];
    expect(bytes(containerMax.cpu)).toBeLessThanOrEqual(bytes(hard['limits.cpu']));
    expect(bytes(containerMax.memory)).toBeLessThanOrEqual(bytes(hard['limits.memory']));
    expect(bytes(claim.max)).toBeLessThanOrEqual(bytes(hard['requests.storage']));
    for (const key of ['cpu', 'memory'] as const) {
      const rising = [containerMin, containerRequest, containerLimit, containerMax].map((amounts) => bytes(amounts[key]));
      expect(rising).toEqual(rising.toSorted((a, b) => a - b));
    }
  });

  it('grow in every key', () => {
    const [small, medium, large] = [quotaSizes.small.hard, quotaSizes.medium.hard, quotaSizes.large.hard];
    for (const key of Object.keys(small) as (keyof typeof small)[]) {
      expect(bytes(small[key])).toBeLessThan(bytes(medium[key]));
      expect(bytes(medium[key])).toBeLessThan(bytes(large[key]));
    }
  });
});
