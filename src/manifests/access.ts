import type { V1RoleBinding } from '@kubernetes/client-node';
import type { Manifest } from '../model/manifest.ts';
import { type Text, text } from '../model/text.ts';
import type { Plan, Subject } from '../questions/plan.ts';
import { namespaceLabels } from './labels.ts';

const rbac = 'rbac.authorization.k8s.io';

/** The roles every cluster has (kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles). */
const roles: Readonly<Record<'developers' | 'viewers', { readonly clusterRole: string; readonly why: Text }>> = {
  developers: {
    clusterRole: 'edit',
    why: text(
      'They may change everything in this namespace, read its Secrets and open a shell in its pods, but they cannot change its quota or its permissions.',
      'Pueden cambiar todo en este espacio de nombres, leer sus Secrets y abrir un shell en sus pods, pero no cambiar su cuota ni sus permisos.',
    ),
  },
  viewers: {
    clusterRole: 'view',
    why: text(
      'They see everything in this namespace except its Secrets, and cannot change anything.',
      'Ven todo lo que hay en este espacio de nombres menos sus Secrets, y no pueden cambiar nada.',
    ),
  },
};

/** Binds a cluster-wide role in this namespace alone. The name carries the application's, since others may share the namespace. */
function roleBinding(plan: Plan, who: keyof typeof roles, subjects: readonly Subject[]): Manifest {
  const { clusterRole, why } = roles[who];
  const object = {
    apiVersion: `${rbac}/v1`,
    kind: 'RoleBinding',
    metadata: { name: `${plan.name}-${who}`, namespace: plan.namespace.name, labels: namespaceLabels(plan) },
    roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: clusterRole },
    subjects: subjects.map(({ kind, name }) => ({ kind, apiGroup: rbac, name })),
  } satisfies V1RoleBinding;
  return { object, owner: 'admin', why: { '': why } };
}

/** Who may work in the namespace and who may look at it. No object where nobody was named. */
export const access = (plan: Plan): readonly Manifest[] =>
  (['developers', 'viewers'] as const).flatMap((who) =>
    plan.namespace[who].length === 0 ? [] : [roleBinding(plan, who, plan.namespace[who])],
  );
