import { describe, expect, it } from 'vitest';
import { looksLikeProduction } from '../../src/cluster/production.ts';

describe('what looks like production', () => {
  it.each([
    'prod',
    'eu-prod-1',
    'PRODUCTION',
    'arn:aws:eks:eu-west-1:1234:cluster/prod',
    'admin@live',
    'gke_shop_europe-west1_prd',
    'https://api.prod.example.com:6443',
    'shop-prod2',
    'casino-prod',
    'piano-production',
  ])('%s does', (name) => expect(looksLikeProduction('kind-dev', name)).toBe(true));

  it.each([
    'kind-dev',
    'staging',
    'preprod',
    'pre-prod',
    'non-prod-eu',
    'nonprod',
    'not-production',
    'products',
    'reproduction',
    'delivery',
    'olive',
    'liveness',
  ])('%s does not', (name) => expect(looksLikeProduction(name)).toBe(false));
});
