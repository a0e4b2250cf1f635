import { groupOf, titleOf } from '../../checks/object-fields.ts';
import type { Finding } from '../../model/finding.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { listed, type Text, text } from '../../model/text.ts';
import { controllersThat, ingressControllers } from '../../questions/ingress-controllers.ts';
import { answerToChange, componentOf, isOfAnswers } from '../answer-to-change.ts';

type Fix = (object: AnyObject) => Text;

const installs =
  (what: string): Fix =>
  () =>
    text(`Have an administrator install ${what}, or do without.`, `Haz que un administrador instale ${what}, o prescinde de ello.`);

const otherEntrance =
  (what: string): Fix =>
  (object) => {
    const component = componentOf(object);
    if (component === undefined) return installs(what)(object);
    const answer = answerToChange(component, 'entrance', 'ingress');
    return text(
      `Have an administrator install ${what}, or come in by an Ingress: ${answer.en}.`,
      `Haz que un administrador instale ${what}, o entra por un Ingress: ${answer.es}.`,
    );
  };

/** The controllers that can take the place of one that is missing. OpenShift's own is there or nowhere. */
const controllersBeside = (what: string): Text =>
  listed(
    controllersThat(({ title }) => title !== what && title !== ingressControllers['openshift-router'].title),
    'or',
  );

const otherController =
  (what: string): Fix =>
  (object) => {
    const component = componentOf(object);
    const answer = component === undefined ? undefined : answerToChange(component, 'ingress-controller', controllersBeside(what));
    if (!answer) return installs(what)(object);
    return text(
      `Name the Ingress controller that the cluster has: ${answer.en}. Or have an administrator install ${what}.`,
      `Indica el controlador de Ingress que tiene el clúster: ${answer.es}. O haz que un administrador instale ${what}.`,
    );
  };

const notOpenShift: Fix = (object) => {
  const answer = answerToChange(undefined, 'platform', 'kubernetes');
  return isOfAnswers(object)
    ? text(`This cluster is not OpenShift: ${answer.en}.`, `Este clúster no es OpenShift: ${answer.es}.`)
    : text(
        'This cluster is not OpenShift: use a kind of Kubernetes in its place, such as an Ingress for a Route, or a Deployment for a DeploymentConfig.',
        'Este clúster no es OpenShift: usa en su lugar un tipo de Kubernetes, como un Ingress por una Route o un Deployment por un DeploymentConfig.',
      );
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
    fix: fix?.(object) ?? (isBuiltIn(group) ? otherVersion(object) : definitionFirst),
    where: titleOf(object),
  };
}

function otherVersion(object: AnyObject): Text {
  const answer = answerToChange(undefined, 'platform-version', text('VERSION', 'VERSIÓN'));
  return isOfAnswers(object)
    ? text(
        `The cluster is too old or too new for it; “kubectl version” shows its version: ${answer.en}.`,
        `El clúster es demasiado antiguo o demasiado nuevo para él; «kubectl version» muestra su versión: ${answer.es}.`,
      )
    : text(
        'The cluster is too old or too new for it; “kubectl api-resources” lists what it knows.',
        'El clúster es demasiado antiguo o demasiado nuevo para él; «kubectl api-resources» enumera lo que conoce.',
      );
}

const definitionFirst = text(
  'Have an administrator install the operator that brings its CustomResourceDefinition.',
  'Haz que un administrador instale el operador que trae su CustomResourceDefinition.',
);
