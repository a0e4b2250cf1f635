import { groupOf, titleOf } from '../../checks/object-fields.ts';
import type { Finding } from '../../model/finding.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { type Text, text } from '../../model/text.ts';
import { answerToChange, componentOf } from '../answer-to-change.ts';

type Fix = (component: string | undefined) => Text;

const installs =
  (what: string): Fix =>
  () =>
    text(`Have an administrator install ${what}, or do without.`, `Haz que un administrador instale ${what}, o prescinde de ello.`);

const otherEntrance =
  (what: string): Fix =>
  (component) => {
    if (component === undefined) return installs(what)(component);
    const answer = answerToChange(component, 'entrance', 'ingress');
    return text(
      `Have an administrator install ${what}, or come in by an Ingress: ${answer.en}.`,
      `Haz que un administrador instale ${what}, o entra por una Ingress: ${answer.es}.`,
    );
  };

const otherController =
  (what: string): Fix =>
  (component) => {
    const answer = component === undefined ? undefined : answerToChange(component, 'ingress-controller', 'NAME');
    if (!answer) return installs(what)(component);
    return text(
      `Name the Ingress controller that the cluster has: ${answer.en}. Or have an administrator install ${what}.`,
      `Indica el controlador de Ingress que tiene el clúster: ${answer.es}. O haz que un administrador instale ${what}.`,
    );
  };

const notOpenShift: Fix = () => {
  const answer = answerToChange(undefined, 'platform', 'kubernetes');
  return text(`This cluster is not OpenShift: ${answer.en}.`, `Este clúster no es OpenShift: ${answer.es}.`);
};

/** API groups that come with a product, by the end of their name, and what helps where it is missing. */
const rows: readonly (readonly [group: string, fix: Fix])[] = [
  ['openshift.io', notOpenShift],
  ['cert-manager.io', installs('cert-manager')],
  ['gateway.networking.k8s.io', otherEntrance('the Gateway API')],
  ['traefik.io', otherController('Traefik')],
  ['traefik.containo.us', otherController('Traefik')],
  ['projectcontour.io', otherController('Contour')],
  ['haproxy.org', otherController('HAProxy Ingress')],
  ['configuration.konghq.com', otherController('Kong')],
  ['k8s.nginx.org', otherController('NGINX Ingress Controller')],
  ['networking.istio.io', otherController('Istio')],
  ['security.istio.io', installs('Istio')],
  ['cilium.io', installs('Cilium')],
  ['projectcalico.org', installs('Calico')],
  ['monitoring.coreos.com', installs('Prometheus Operator')],
  ['external-secrets.io', installs('External Secrets')],
  ['bitnami.com', installs('Sealed Secrets')],
  ['keda.sh', installs('KEDA')],
  ['strimzi.io', installs('Strimzi')],
  ['postgresql.cnpg.io', installs('CloudNativePG')],
  ['serving.knative.dev', installs('Knative Serving')],
  ['argoproj.io', installs('Argo')],
  ['snapshot.storage.k8s.io', installs('external-snapshotter')],
  ['autoscaling.k8s.io', installs('Vertical Pod Autoscaler')],
];

const isBuiltIn = (group: string): boolean => !group.includes('.') || group.endsWith('.k8s.io');

/** What is said of an object whose kind the server does not know: what is missing, and which answer does without. */
export function unknownKindFinding(object: AnyObject): Finding {
  const { kind = '', apiVersion = '' } = object;
  const group = groupOf(object);
  const fix = rows.find(([end]) => group === end || group.endsWith(`.${end}`))?.[1];
  return {
    check: 'unknown-kind',
    severity: 'error',
    says: text(`This cluster does not know the kind ${kind} (${apiVersion}).`, `Este clúster no conoce el tipo ${kind} (${apiVersion}).`),
    fix: fix?.(componentOf(object)) ?? (isBuiltIn(group) ? otherVersion() : definitionFirst),
    where: titleOf(object),
  };
}

function otherVersion(): Text {
  const answer = answerToChange(undefined, 'platform-version', 'VERSION');
  return text(
    `The cluster is too old or too new for it: ${answer.en}.`,
    `El clúster es demasiado antiguo o demasiado nuevo para él: ${answer.es}.`,
  );
}

const definitionFirst = text(
  'Have an administrator install the operator that brings its CustomResourceDefinition.',
  'Haz que un administrador instale el operador que trae su CustomResourceDefinition.',
);
