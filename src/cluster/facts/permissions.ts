import { fieldOf, listIn } from '../../checks/object-fields.ts';
import { type Applicable, applicables } from '../../model/cluster-facts.ts';
import type { Reader } from './reader.ts';

const groups: Readonly<Record<Applicable, string>> = {
  deployments: 'apps',
  statefulsets: 'apps',
  jobs: 'batch',
  services: '',
  ingresses: 'networking.k8s.io',
  routes: 'route.openshift.io',
  networkpolicies: 'networking.k8s.io',
  configmaps: '',
  secrets: '',
  persistentvolumeclaims: '',
  serviceaccounts: '',
};

/** Server-side apply is a patch, and what is not there yet is created. */
const verbs = ['create', 'patch'] as const;

/** What the user may apply in a namespace, whether it exists or not. */
export const mayIn = (reader: Reader, namespace: string): Promise<Readonly<Partial<Record<Applicable, boolean>>> | undefined> =>
  reader.read(
    {
      what: 'permissions',
      path: '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
      body: { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', spec: { namespace } },
    },
    mayOf,
  );

export const mayCreateNamespaces = (reader: Reader): Promise<boolean | undefined> =>
  reader.read(
    {
      what: 'permissions',
      path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      body: {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: { verb: 'create', resource: 'namespaces' } },
      },
    },
    (review) => fieldOf(review, 'status', 'allowed') === true,
  );

/** Where the server does not know all rules, what no rule allows is unknown. */
function mayOf(review: unknown): Readonly<Partial<Record<Applicable, boolean>>> {
  const rules = listIn(fieldOf(review, 'status', 'resourceRules'));
  const isComplete = fieldOf(review, 'status', 'incomplete') !== true;
  const entries = applicables.flatMap((resource) => {
    const may = verbs.every((verb) => rules.some((rule) => allows(rule, verb, groups[resource], resource)));
    return may || isComplete ? [[resource, may]] : [];
  });
  return Object.fromEntries(entries);
}

/** A rule for named objects says nothing about new ones. */
function allows(rule: unknown, verb: string, group: string, resource: string): boolean {
  const has = (field: string, wanted: string) => listIn(fieldOf(rule, field)).some((each) => each === wanted || each === '*');
  return listIn(fieldOf(rule, 'resourceNames')).length === 0 && has('verbs', verb) && has('apiGroups', group) && has('resources', resource);
}
