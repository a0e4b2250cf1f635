import { describe, expect, it } from 'vitest';
import { type NextStep, nextStepsOf } from '../../src/output/next-steps.ts';
import type { Workload } from '../../src/questions/plan.ts';
import { componentPlan, plan } from '../plans.ts';
import { manifestsOf, shop } from './shop.ts';

const commands = (steps: readonly NextStep[]): readonly string[] => steps.flatMap(({ kubectl }) => kubectl);

describe('the next steps', () => {
  it('apply, wait, and show the way in, in this order', () => {
    const steps = nextStepsOf(shop, manifestsOf(shop), 'shop');
    expect(commands(steps)).toEqual([
      'kubectl apply -k shop/admin',
      'kubectl apply -f shop/secrets/secrets.yaml',
      'kubectl apply -k shop/app',
      'kubectl rollout status deployment/shop-web --namespace shop --timeout=5m',
      'kubectl rollout status statefulset/shop-db --namespace shop --timeout=5m',
      'kubectl get ingress shop-web --namespace shop',
    ]);
    expect(steps.map(({ owner }) => owner)).toEqual(['admin', 'developer', 'developer', 'developer', 'developer']);
    expect(steps.flatMap(({ oc }) => oc)).toEqual(commands(steps).map((command) => command.replace('kubectl', 'oc')));
  });

  it('make the namespace first where there is no kustomization', () => {
    const bare = { ...shop, kustomize: false };
    expect(commands(nextStepsOf(bare, manifestsOf(bare), '.')).slice(0, 4)).toEqual([
      'kubectl apply -f admin/namespace.yaml',
      'kubectl apply -R -f admin',
      'kubectl apply -f secrets/secrets.yaml',
      'kubectl apply -R -f app',
    ]);
  });

  it('quote a folder that a shell would take apart', () => {
    expect(commands(nextStepsOf(shop, manifestsOf(shop), "my ana's/"))[0]).toBe(`kubectl apply -k 'my ana'\\''s/admin'`);
  });

  it.each<[Workload, string]>([
    [{ kind: 'DaemonSet' }, 'kubectl rollout status daemonset/shop-web --namespace shop --timeout=5m'],
    [
      { kind: 'Job' },
      'kubectl wait --for=condition=complete job --selector app.kubernetes.io/instance=shop-web --namespace shop --timeout=1h',
    ],
    [
      { kind: 'CronJob', schedule: '0 1 * * *', timeZone: 'Etc/UTC' },
      'kubectl create job shop-web-now --from=cronjob/shop-web --namespace shop',
    ],
  ])('wait for each workload kind in its own way: %o', (workload, command) => {
    const made = plan({ components: [componentPlan({ workload })] });
    expect(commands(nextStepsOf(made, [], 'shop'))).toEqual([command]);
  });
});
