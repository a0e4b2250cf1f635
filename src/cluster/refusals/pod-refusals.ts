import { namespaceOf } from '../../checks/object-fields.ts';
import { quantityOf } from '../../model/quantity.ts';
import { listed, text } from '../../model/text.ts';
import { answerToChange, componentOf } from '../answer-to-change.ts';
import { breachesIn, breachFix, breachSays } from './limit-range-words.ts';
import { amountText, quotaFix } from './quota-words.ts';
import type { Reading, Told } from './refusal.ts';

/** `requests.cpu=2,pods=1` as numbers; quantities that cannot be read are left out. */
const amountsIn = (list: string | undefined): ReadonlyMap<string, number> =>
  new Map(
    (list ?? '').split(',').flatMap((item): readonly (readonly [string, number])[] => {
      const [key = '', said = ''] = item.trim().split('=');
      const amount = quantityOf(said);
      return amount === undefined ? [] : [[key, amount]];
    }),
  );

/** kubernetes/kubernetes, staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go. */
const exceeded = /exceeded quota: ([^,]+), requested: (.*), used: (.*), limited: (.*)$/;

const quotaExceeded: Reading = ({ object, message }) => {
  const [found, quota, ...lists] = exceeded.exec(message) ?? [];
  if (found === undefined) return undefined;
  const [requested, used, limited] = lists.map(amountsIn);
  const leftOf = (key: string) => Math.max(0, (limited?.get(key) ?? 0) - (used?.get(key) ?? 0));
  const [key, needed] = [...(requested ?? [])].find(([each, amount]) => amount > leftOf(each)) ?? [];
  if (key === undefined || needed === undefined) return undefined;
  const [left, need] = [amountText(key, leftOf(key)), amountText(key, needed)];
  const namespace = namespaceOf(object);
  return {
    check: 'quota-exceeded',
    says: text(
      `The namespace ${namespace} has ${left.en} left (quota ${quota}), and this needs ${need.en}.`,
      `Al espacio de nombres ${namespace} le quedan ${left.es} (cuota ${quota}), y esto necesita ${need.es}.`,
    ),
    fix: quotaFix(componentOf(object), key, leftOf(key)),
  };
};

/** `must specify limits.memory for: web; requests.cpu for: web`; older servers leave out whose they are. */
const quotaUnmet: Reading = ({ message }) => {
  const [found, quota, list = ''] = /failed quota: ([^:]+): must specify (.*)$/.exec(message) ?? [];
  if (found === undefined) return undefined;
  const keys = listed(list.split(/[;,]/).map((item) => item.trim().split(' ')[0] ?? ''));
  return {
    check: 'quota-refuses',
    says: text(
      `The quota ${quota} counts ${keys.en}, and a container does not set it: its pods are refused.`,
      `La cuota ${quota} cuenta ${keys.es}, y un contenedor no lo indica: se rechazan sus pods.`,
    ),
    fix: text(
      'Set it in the container’s resources, or add a LimitRange with defaults to the namespace.',
      'Indícalo en resources del contenedor, o añade al espacio de nombres un LimitRange con valores por defecto.',
    ),
  };
};

const limitRange: Reading = ({ object, message }) => {
  const [breach] = breachesIn(message);
  return (
    breach && {
      check: 'limit-range',
      says: breachSays(breach, namespaceOf(object)),
      fix: breachFix(breach, componentOf(object)),
    }
  );
};

const limitRatio: Reading = ({ object, message }) => {
  const [found, resource, ratio] = /([\w./-]+) max limit to request ratio per \w+ is ([\d.]+), but/.exec(message) ?? [];
  const namespace = namespaceOf(object);
  return found === undefined
    ? undefined
    : {
        check: 'limit-range',
        says: text(
          `In the namespace ${namespace}, the ${resource} limit may be at most ${ratio} times the request (LimitRange).`,
          `En el espacio de nombres ${namespace}, el límite de ${resource} puede ser como mucho ${ratio} veces lo pedido (LimitRange).`,
        ),
        fix: text(
          'Raise the request or lower the limit, or ask an administrator to change the LimitRange.',
          'Sube la petición o baja el límite, o pide a quien administra el clúster que cambie el LimitRange.',
        ),
      };
};

/** The controls that a message names, such as `runAsNonRoot != true`, without whose they are. */
const controlsIn = (list: string): readonly string[] => list.replaceAll(/ \((?:[^()"]|"[^"]*")*\)/g, '').split(', ');

const podSecurity: Reading = ({ object, message }) => {
  const [found, level = '', list = ''] = /violates PodSecurity "([^":]+)[^"]*": (.*)$/.exec(message) ?? [];
  if (found === undefined) return undefined;
  const controls = listed(controlsIn(list));
  const answer = answerToChange(undefined, 'pod-security', level === 'restricted' ? 'baseline' : 'privileged');
  const namespace = namespaceOf(object);
  return {
    check: 'pod-security',
    says: text(
      `The namespace ${namespace} enforces Pod Security “${level}” and refuses these pods: ${controls.en}.`,
      `El espacio de nombres ${namespace} exige Pod Security «${level}» y rechaza estos pods: ${controls.es}.`,
    ),
    fix: text(
      `Change that in the securityContext. If the image cannot do without, an administrator has to loosen the namespace: ${answer.en}.`,
      `Cámbialo en securityContext. Si la imagen no puede prescindir de ello, un administrador tiene que relajar el espacio de nombres: ${answer.es}.`,
    ),
  };
};

const fixedUsers = /runAsUser|runAsGroup|fsGroup|supplementalGroups/;

const constraint: Reading = ({ message }) => {
  if (!message.includes('unable to validate against any security context constraint')) return undefined;
  const answer = answerToChange(undefined, 'platform', 'openshift');
  return {
    check: 'security-context-constraint',
    says: text(
      'OpenShift refuses these pods: none of the security context constraints (SCC) that they may use lets them in.',
      'OpenShift rechaza estos pods: ninguna de las security context constraints (SCC) que pueden usar los deja entrar.',
    ),
    fix: fixedUsers.test(message)
      ? text(
          `Leave the numbers of users and groups to OpenShift, which gives each namespace its own: ${answer.en}.`,
          `Deja los números de usuarios y grupos a OpenShift, que da los suyos a cada espacio de nombres: ${answer.es}.`,
        )
      : text(
          'Do without what the words of the server name, or ask an administrator to allow a wider SCC for its service account.',
          'Prescinde de lo que nombra el servidor, o pide a quien administra el clúster que permita una SCC más amplia a su cuenta de servicio.',
        ),
  };
};

/** Of a template or a pod: something of the cluster that it names and that is not there. */
const missingClass: Reading = ({ message }) => {
  const [, kind, name] =
    /no (PriorityClass) with name ([^\s]+) was found/.exec(message) ?? /(RuntimeClass) "?([^"\s]+)"? not found/.exec(message) ?? [];
  return kind === undefined || name === undefined ? undefined : classMissing(kind, name);
};

/** Of pods that name a class of the cluster, and are refused without it. */
export const classMissing = (kind: string, name: string): Told => ({
  check: 'class-missing',
  says: text(`The cluster has no ${kind} called “${name}”.`, `El clúster no tiene ninguna ${kind} llamada «${name}».`),
  fix: text('Leave it out, or ask an administrator to create it.', 'Quítala, o pide a quien administra el clúster que la cree.'),
});

/** What stands in the way of pods: quotas, limits, and the doormen. */
export const podRefusals: readonly Reading[] = [quotaExceeded, quotaUnmet, limitRange, limitRatio, podSecurity, constraint, missingClass];
