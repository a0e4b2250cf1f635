import { readFileSync } from 'node:fs';
import type { V1Container, V1PersistentVolumeClaim, V1PodTemplateSpec } from '@kubernetes/client-node';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { at } from '../../src/manifests/manifest.ts';
import { workloadManifestsOf } from '../../src/manifests/workload-manifests.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import type { ComponentPlan, Platform } from '../../src/questions/plan.ts';
import { plan } from '../plans.ts';
import { typical } from './typical.ts';

const made = (platform: Platform, component: ComponentPlan): readonly Manifest[] =>
  workloadManifestsOf(plan({ platform, components: typical }), component);

const workloadKinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'];

interface Part {
  readonly template: V1PodTemplateSpec;
  readonly selector: Readonly<Record<string, string>> | undefined;
  readonly claims: readonly V1PersistentVolumeClaim[];
}

function workloadIn(manifests: readonly Manifest[]): Part {
  const object = manifests.map((each) => each.object).find(({ kind }) => workloadKinds.includes(kind ?? ''));
  const template = at(object, '/spec/template') ?? at(object, '/spec/jobTemplate/spec/template');
  return {
    template: template as V1PodTemplateSpec,
    selector: at(object, '/spec/selector/matchLabels') as Part['selector'],
    claims: (at(object, '/spec/volumeClaimTemplates') ?? []) as V1PersistentVolumeClaim[],
  };
}

describe.each(typical.map((component) => [component.name, component] as const))('the workload of %s', (name, component) => {
  it('is the golden one', () => {
    const golden = readFileSync(new URL(`../golden/workloads/${name}.yaml`, import.meta.url), 'utf8');
    expect(made('kubernetes', component).map(({ object }) => object)).toEqual(parseAllDocuments(golden).map((each) => each.toJS()));
  });

  describe.each(['kubernetes', 'openshift'] as const)('on %s', (platform) => {
    const manifests = made(platform, component);
    const { template, selector, claims } = workloadIn(manifests);
    const pod = template.spec;
    const containers: readonly V1Container[] = pod?.containers ?? [];

    it('meets Pod Security restricted', () => {
      expect(containers.length).toBeGreaterThan(0);
      for (const container of containers)
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          privileged: false,
          readOnlyRootFilesystem: true,
          runAsNonRoot: true,
          capabilities: { drop: ['ALL'] },
        });
      expect(pod?.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
      const allowed = ['configMap', 'emptyDir', 'persistentVolumeClaim', 'projected', 'secret'];
      for (const { name: _, ...source } of pod?.volumes ?? []) expect(allowed).toEqual(expect.arrayContaining(Object.keys(source)));
    });

    it('names user and group on Kubernetes only', () => {
      const ids = [pod?.securityContext?.runAsUser, pod?.securityContext?.runAsGroup, pod?.securityContext?.fsGroup];
      expect(ids).toEqual(platform === 'openshift' ? [undefined, undefined, undefined] : [10001, 10001, 10001]);
      if (platform === 'openshift') expect(JSON.stringify(manifests)).not.toMatch(/runAsUser|runAsGroup|fsGroup/);
    });

    it('selects its own pods, by what never changes', () => {
      expect(template.metadata?.labels).toMatchObject(selector ?? {});
      if (selector) expect(Object.keys(selector)).toEqual(['app.kubernetes.io/name', 'app.kubernetes.io/instance']);
    });

    it('has a volume for each mount, a mount for each volume, and legal names', () => {
      const mounts = containers.flatMap((container) => container.volumeMounts ?? []);
      const volumes = [...(pod?.volumes ?? []).map((volume) => volume.name), ...claims.map((claim) => claim.metadata?.name ?? '')];
      expect(new Set(mounts.map((mount) => mount.name))).toEqual(new Set(volumes));
      expect(new Set(volumes).size).toBe(volumes.length);
      expect(new Set(mounts.map((mount) => mount.mountPath)).size).toBe(mounts.length);
      for (const volume of [...volumes, ...containers.map((container) => container.name)])
        expect(volume).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
    });

    it('asks only ports that the container names', () => {
      for (const container of containers) {
        const asked = [container.startupProbe, container.readinessProbe, container.livenessProbe].flatMap(
          (probe) => probe?.httpGet?.port ?? probe?.tcpSocket?.port ?? [],
        );
        expect((container.ports ?? []).map((port) => port.name)).toEqual(expect.arrayContaining(asked));
      }
    });

    it('declares no variable twice, and each before it is referred to', () => {
      const env = containers.flatMap((container) => container.env ?? []);
      const names = env.map((variable) => variable.name);
      expect(new Set(names).size).toBe(names.length);
      for (const [i, { value }] of env.entries())
        for (const [, referred] of (value ?? '').matchAll(/\$\((\w+)\)/g)) expect(names.slice(i)).not.toContain(referred);
    });

    it('has requests and limits for everything a quota counts', () => {
      for (const { resources } of containers)
        for (const side of [resources?.requests, resources?.limits])
          expect(Object.keys(side ?? {})).toEqual(['cpu', 'memory', 'ephemeral-storage']);
    });

    it('gives reasons of fields that are there, to the developer', () => {
      for (const { object, owner, component: named, why } of manifests) {
        expect([owner, named]).toEqual(['developer', name]);
        expect(Object.keys(why)).toContain('');
        for (const pointer of Object.keys(why)) expect(at(object, pointer), `${object.kind} ${pointer}`).toBeDefined();
      }
    });

    it('is written without YAML aliases and without undefined fields', () => {
      for (const { object } of manifests) {
        expect(stringify(object)).not.toMatch(/^[^|]*[&*]a\d/m);
        expect(JSON.parse(JSON.stringify(object))).toStrictEqual(object);
      }
    });

    it('comes out the same every time', () => {
      expect(JSON.stringify(made(platform, component))).toBe(JSON.stringify(manifests));
    });
  });
});
