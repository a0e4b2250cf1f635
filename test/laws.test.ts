import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { findingsOn } from '../src/checks/checks.ts';
import { containersOf, inventoryOf } from '../src/checks/inventory.ts';
import { selects } from '../src/checks/object-fields.ts';
import { manifestsOf } from '../src/manifests/manifests.ts';
import type { AnyObject } from '../src/model/manifest.ts';
import { languages } from '../src/model/text.ts';
import { pathOf } from '../src/output/paths.ts';
import { yamlStream } from '../src/output/yaml.ts';
import type { Plan } from '../src/questions/plan.ts';
import { planOf } from '../src/questions/plan-of.ts';
import type { Decision } from '../src/questions/question.ts';
import type { Settled } from '../src/questions/settle.ts';
import { argvOf, sensibleSaying } from './random-answers.ts';

/** The random plans of this file, and what each of them must hold. */
const runs = 2000;

interface Made {
  readonly plan: Plan;
  readonly settled: Settled;
  readonly objects: readonly AnyObject[];
  readonly paths: readonly string[];
  readonly yaml: () => string;
}

const invariants: Readonly<Record<string, (made: Made) => void>> = {
  'every decision has a reason, and every other choice a reason against it': ({ settled }) => {
    const decisions: readonly Decision[] = [
      settled.application,
      settled.whole,
      ...settled.components.map((each) => each.decisions),
    ].flatMap((each) => Object.values(each));
    for (const { reason, rejected } of decisions)
      for (const text of [reason, ...Object.values(rejected)]) for (const language of languages) expect(text[language]).not.toBe('');
  },
  'the checks find no error': ({ objects }) => expect(findingsOn(objects).filter(({ severity }) => severity === 'error')).toEqual([]),
  'no two objects and no two files share a name': ({ objects, paths }) => {
    expect(new Set(paths).size).toBe(paths.length);
    const names = objects.map(({ apiVersion, kind, metadata }) => [apiVersion, kind, metadata?.namespace, metadata?.name].join('/'));
    expect(new Set(names).size).toBe(names.length);
  },
  'every container is what the Pod Security Standard “restricted” allows': ({ objects, plan }) => {
    for (const { spec } of inventoryOf(objects).templates) {
      expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
      if (plan.platform === 'openshift') expect(JSON.stringify(spec)).not.toMatch(/runAsUser|runAsGroup|fsGroup"/);
      for (const { securityContext, resources } of containersOf(spec)) {
        expect(securityContext).toMatchObject({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        expect(resources?.requests).toHaveProperty('cpu');
        expect(resources?.limits).toHaveProperty('memory');
      }
    }
  },
  'mount paths are unique and every mount has its volume': ({ objects }) => {
    for (const { owner, spec } of inventoryOf(objects).templates) {
      const claims =
        (owner as { spec?: { volumeClaimTemplates?: readonly { metadata: { name: string } }[] } }).spec?.volumeClaimTemplates ?? [];
      const volumes = new Set([...(spec.volumes ?? []).map(({ name }) => name), ...claims.map(({ metadata }) => metadata.name)]);
      const mounts = (spec.containers[0]?.volumeMounts ?? []).map(({ mountPath, name }) => ({ mountPath, name }));
      for (const { name } of mounts) expect(volumes).toContain(name);
      expect(new Set(mounts.map(({ mountPath }) => mountPath)).size).toBe(mounts.length);
    }
  },
  'every pod has exactly one policy of its own, with ways in and out': ({ objects }) => {
    const { templates, ofKind } = inventoryOf(objects);
    for (const { labels } of templates) {
      const own = ofKind('NetworkPolicy').filter((policy) => {
        const { podSelector } = (policy as { spec?: { podSelector?: { matchLabels?: Record<string, string> } } }).spec ?? {};
        return Object.keys(podSelector?.matchLabels ?? {}).length === 1 && selects(podSelector, labels);
      });
      expect(own).toHaveLength(1);
      expect(own[0]).toMatchObject({ spec: { policyTypes: ['Ingress', 'Egress'], ingress: expect.anything(), egress: expect.anything() } });
    }
  },
  'the YAML says the same to readers of YAML 1.1 and 1.2': ({ objects, yaml }) => {
    for (const version of ['1.1', '1.2'] as const) {
      const read = parseAllDocuments(yaml(), { version }).map((document) => document.toJS() as unknown);
      expect(read).toEqual(JSON.parse(JSON.stringify(objects)));
    }
  },
};

describe(`${runs} random plans over the whole catalogue`, () => {
  it('hold every invariant', () => {
    let checked = 0;
    fc.assert(
      fc.property(sensibleSaying(), ({ saying, settled }) => {
        const plan = planOf(settled);
        const manifests = manifestsOf(plan);
        const objects = manifests.map(({ object }) => object as AnyObject);
        // Reading YAML back is slow; every tenth plan is enough for it.
        const read = checked++ % 10 === 0;
        const made: Made = {
          plan,
          settled,
          objects,
          paths: manifests.map((each) => pathOf(each, plan)),
          yaml: () => yamlStream(manifests, 'es'),
        };
        for (const [law, hold] of Object.entries(invariants)) {
          if (law.startsWith('the YAML') && !read) continue;
          try {
            hold(made);
          } catch (broken) {
            throw new Error(`${law}\n${argvOf(saying).join(' ')}`, { cause: broken });
          }
        }
      }),
      { numRuns: runs },
    );
  }, 120_000);
});
