import { describe, expect, it } from 'vitest';
import { annotationsOf, exceptions, exceptionsOf } from '../../src/manifests/exceptions.ts';
import { componentPlan, plan } from '../plans.ts';
import { agent, migration, scaled, typical } from './typical.ts';

const unlimited = componentPlan({
  container: {
    probes: {},
    resources: {
      requests: { cpu: '1', memory: '1Gi', ephemeralStorage: '1Gi' },
      limits: { memory: '1Gi', ephemeralStorage: '1Gi' },
    },
  },
});

describe('exceptions', () => {
  it('are all needed by somebody, and none by everybody but the class of priority', () => {
    const single = componentPlan({
      workload: { kind: 'Deployment', replicas: { fixed: 1 }, spread: 'preferred' },
      volumes: { data: { kind: 'claim', mountPath: '/data', size: '1Gi', accessMode: 'ReadWriteOnce', readOnly: false }, writable: [] },
    });
    const components = [
      ...typical,
      unlimited,
      single,
      componentPlan({ container: { image: `ghcr.io/example/shop@sha256:${'a'.repeat(64)}` } }),
    ];
    const plans = [plan(), plan({ platform: 'openshift' })];
    for (const { check, appliesTo } of exceptions) {
      const applies = plans.flatMap((each) => components.map((component) => appliesTo(component, each)));
      expect(applies, check).toContain(true);
      if (check !== 'priorityClassNotSet') expect(applies, check).toContain(false);
    }
  });
  it('have reasons that checkov does not cut', () => {
    for (const { reason } of exceptions) expect(reason.en).not.toMatch(/[=\n]/);
  });
  it('of a web application on OpenShift', () => {
    expect(annotationsOf(exceptionsOf(plan({ platform: 'openshift' }), componentPlan()))).toEqual({
      'checkov.io/skip1': 'CKV_K8S_43=A digest is only known once the image is pulled.',
      'checkov.io/skip2': 'CKV_K8S_40=OpenShift assigns the user and the group.',
      'kube-score/ignore': 'container-security-context-user-group-id',
      'polaris.fairwinds.com/priorityClassNotSet-exempt': 'true',
    });
  });
  it('of what has no probes and no CPU limit', () => {
    const checks = exceptionsOf(plan(), unlimited).map(({ check }) => check);
    expect(checks).toEqual(expect.arrayContaining(['CKV_K8S_8', 'CKV_K8S_9', 'CKV_K8S_11', 'pod-probes', 'container-resources']));
  });
  it('of each workload kind', () => {
    const of = (component: typeof agent) => Object.keys(annotationsOf(exceptionsOf(plan(), component)));
    expect(of(agent)).toContain('polaris.fairwinds.com/topologySpreadConstraint-exempt');
    expect(of(migration)).toContain('ignore-check.kube-linter.io/read-secret-from-env-var');
    expect(of(migration)).toContain('polaris.fairwinds.com/metadataAndInstanceMismatched-exempt');
    expect(of(scaled)).toContain('polaris.fairwinds.com/deploymentMissingReplicas-exempt');
  });
});
