import fc from 'fast-check';
import { inject, it } from 'vitest';
import { apply } from '../../src/cluster/apply.ts';
import { connect } from '../../src/cluster/connection.ts';
import { manifestsOf } from '../../src/manifests/manifests.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import { settled } from '../../src/questions/catalogue.ts';
import { planOf } from '../../src/questions/plan-of.ts';
import { requestFor, sensibleSaying, wishOf } from '../random-answers.ts';

const connection = connect({ kubeconfig: inject('kubeconfig') });

/** Kinds that every API server has: those of ingress controllers and of OpenShift need their own definitions. */
const isBuiltIn = ({ apiVersion = '' }: AnyObject): boolean => !apiVersion.includes('.') || /\.k8s\.io\//.test(apiVersion);

/** Objects of so many random plans, each in a namespace of its own. */
const plans = (count: number): readonly (readonly AnyObject[])[] =>
  fc
    .sample(
      sensibleSaying().filter(({ saying }) => saying.application['platform'] !== 'openshift'),
      count,
    )
    .map(({ saying }, index) => {
      const name = `plan-${index}`;
      const application = { ...saying.application, name, namespace: name, 'create-namespace': true };
      const plan = planOf(settled(requestFor(wishOf({ ...saying, application }))));
      return manifestsOf(plan)
        .map(({ object }) => object as AnyObject)
        .filter(isBuiltIn);
    });

it.concurrent.for(plans(Number(process.env['PLANS'] ?? 100)).map((objects, index) => [index, objects] as const))(
  'random plan %i is accepted by strict validation',
  async ([, objects], { expect }) => {
    const applied = await apply(connection, objects);
    expect(applied.filter(({ outcome }) => outcome !== 'created')).toEqual([]);
  },
);
