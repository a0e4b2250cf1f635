import type { V1Role, V1RoleBinding } from '@kubernetes/client-node';
import type { Manifest } from '../model/manifest.ts';
import { text } from '../model/text.ts';
import type { ComponentPlan, Plan } from '../questions/plan.ts';
import { metadataOf } from './labels.ts';
import { manifest } from './manifest.ts';

const rbac = 'rbac.authorization.k8s.io';

/**
 * Lets the OpenShift router read the one Secret with a Route's certificate; without it the API refuses the Route
 * (openshift/library-go, pkg/route/validation/validation.go). The role `edit` may grant nothing, so an administrator applies them, once.
 */
export function certificateReaders(plan: Plan, component: ComponentPlan, secret: string): readonly Manifest[] {
  const name = `${component.fullName}-certificate-reader`;
  const role: V1Role = {
    apiVersion: `${rbac}/v1`,
    kind: 'Role',
    metadata: metadataOf(plan, component, name),
    rules: [{ apiGroups: [''], resources: ['secrets'], resourceNames: [secret], verbs: ['get', 'list', 'watch'] }],
  };
  const binding: V1RoleBinding = {
    apiVersion: `${rbac}/v1`,
    kind: 'RoleBinding',
    metadata: metadataOf(plan, component, name),
    roleRef: { apiGroup: rbac, kind: 'Role', name },
    subjects: [{ kind: 'ServiceAccount', name: 'router', namespace: 'openshift-ingress' }],
  };
  const because = text(
    'The router must be able to read this Secret, with the certificate, before the Route is created, and no other Secret.',
    'El router tiene que poder leer este Secret, el del certificado, antes de que se cree la Route, y ningún otro.',
  );
  return [manifest(role, 'admin', component.name, { '': because }), manifest(binding, 'admin', component.name, {})];
}
