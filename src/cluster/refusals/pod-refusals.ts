import { namespaceOf } from '../../checks/object-fields.ts';
import { quotaFix, shortText } from '../../checks/quota-words.ts';
import { type Amounts, isMore } from '../../model/amount.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { printCpu, quantityOf } from '../../model/quantity.ts';
import { shellWord } from '../../model/shell-word.ts';
import { listed, type Text, text, verbatim } from '../../model/text.ts';
import { sizes } from '../../questions/resources.ts';
import { answerToChange, isOfAnswers, waysToChange } from '../answer-to-change.ts';
import { podSpecOf } from '../pod-spec.ts';
import type { Room } from '../preview/quota-room.ts';
import { roomWays } from '../preview/quota-ways.ts';
import { limitRefusals } from './limit-refusals.ts';
import type { Reading, Told } from './refusal.ts';

/** `requests.cpu=2,pods=1` as numbers; quantities that cannot be read are left out. */
const amountsIn = (list: string | undefined): Amounts =>
  Object.fromEntries(
    (list ?? '').split(',').flatMap((item): readonly (readonly [string, number])[] => {
      const [key = '', said = ''] = item.trim().split('=');
      const amount = quantityOf(said);
      return amount === undefined ? [] : [[key, amount]];
    }),
  );

/** kubernetes/kubernetes, staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go. */
const exceeded = /exceeded quota: ([^,]+), requested: (.*), used: (.*), limited: (.*)$/;

const quotaExceeded: Reading = ({ object, message }) => {
  const [found, quota = '', ...lists] = exceeded.exec(message) ?? [];
  if (found === undefined) return undefined;
  const [requested = {}, used, limited] = lists.map(amountsIn);
  const rooms = Object.keys(requested).map((key): Room => {
    const taken = used?.[key] ?? 0;
    return { quota, key, taken, left: Math.max(0, (limited?.[key] ?? 0) - taken) };
  });
  const short = rooms.map((room) => ({ ...room, needed: requested[room.key] ?? 0 })).filter(({ needed, left }) => isMore(needed, left));
  if (short.length === 0) return undefined;
  const says = shortText(namespaceOf(object), quota, short);
  const way = waysToChange(roomWays(object, rooms));
  return {
    check: 'quota-exceeded',
    says: text(`${says.en}.`, `${says.es}.`),
    fix: quotaFix(quota, short, way && text(`${way.en}; then apply it`, `${way.es}; luego aplícalo`)),
  };
};

/** `must specify limits.memory for: web; requests.cpu for: web`; older servers leave out whose they are. */
const quotaUnmet: Reading = ({ object, message }) => {
  const [found, quota, list = ''] = /failed quota: ([^:]+): must specify (.*)$/.exec(message) ?? [];
  if (found === undefined) return undefined;
  const keys = list.split(/[;,]/).map((item) => item.trim().split(' ')[0] ?? '');
  const [names, way] = [listed(keys), unmetWay(object, keys)];
  return {
    check: 'quota-refuses',
    says: text(
      `The quota ${quota} counts ${names.en}, which a container does not say: its pods are refused.`,
      `La cuota ${quota} cuenta ${names.es}, y hay un contenedor que no lo indica: se rechazan sus pods.`,
    ),
    fix: way
      ? text(
          `Say it: ${way.en}; then apply it. Or add a LimitRange with defaults to the namespace.`,
          `Indícalo: ${way.es}; luego aplícalo. O añade al espacio de nombres un LimitRange con valores por defecto.`,
        )
      : text(
          `Set ${names.en} in the container’s resources, or add a LimitRange with defaults to the namespace.`,
          `Indica ${names.es} en resources del contenedor, o añade al espacio de nombres un LimitRange con valores por defecto.`,
        ),
  };
};

/** The CPU limit is all that answers may leave unsaid. */
function unmetWay(object: AnyObject, keys: readonly string[]): Text | undefined {
  const asked = quantityOf(podSpecOf(object)?.containers[0]?.resources?.requests?.['cpu'] ?? '') ?? 0;
  const usual = quantityOf(sizes.small.cpuLimit) ?? 0;
  return isOfAnswers(object) && keys.every((key) => key === 'limits.cpu')
    ? waysToChange([[{ object, given: { 'cpu-limit': printCpu(Math.max(asked, usual)) } }]])
    : undefined;
}

/** The controls that a message names, such as `runAsNonRoot != true`, without whose they are. */
const controlsIn = (list: string): readonly string[] => list.replaceAll(/ \((?:[^()"]|"[^"]*")*\)/g, '').split(', ');

const podSecurity: Reading = ({ object, message }) => {
  const [found, level = '', list = ''] = /violates PodSecurity "([^":]+)[^"]*": (.*)$/.exec(message) ?? [];
  if (found === undefined) return undefined;
  const controls = listed(controlsIn(list));
  const namespace = namespaceOf(object);
  const looser = loosened(object, level === 'restricted' ? 'baseline' : 'privileged');
  return {
    check: 'pod-security',
    says: text(
      `The namespace ${namespace} enforces Pod Security “${level}” and refuses these pods: ${controls.en}.`,
      `El espacio de nombres ${namespace} exige Pod Security «${level}» y rechaza estos pods: ${controls.es}.`,
    ),
    fix: text(
      `Change that in the securityContext. If the image cannot do without, an administrator has to loosen the namespace: ${looser.en}.`,
      `Cámbialo en securityContext. Si la imagen no puede prescindir de ello, un administrador tiene que relajar el espacio de nombres: ${looser.es}.`,
    ),
  };
};

const loosened = (object: AnyObject, level: string): Text =>
  isOfAnswers(object)
    ? answerToChange(undefined, 'pod-security', level)
    : verbatim(`kubectl label namespace ${shellWord(namespaceOf(object))} pod-security.kubernetes.io/enforce=${level} --overwrite`);

const fixedUsers = /runAsUser|runAsGroup|fsGroup|supplementalGroups/;

const constraint: Reading = ({ object, message }) => {
  if (!message.includes('unable to validate against any security context constraint')) return undefined;
  const answer = answerToChange(undefined, 'platform', 'openshift');
  const users = isOfAnswers(object)
    ? text(
        `Leave the numbers of users and groups to OpenShift, which gives each namespace its own: ${answer.en}.`,
        `Deja los números de usuarios y grupos a OpenShift, que da los suyos a cada espacio de nombres: ${answer.es}.`,
      )
    : text(
        'Leave runAsUser, runAsGroup and fsGroup to OpenShift, which gives each namespace its own.',
        'Deja runAsUser, runAsGroup y fsGroup a OpenShift, que da los suyos a cada espacio de nombres.',
      );
  return {
    check: 'security-context-constraint',
    says: text(
      'OpenShift refuses these pods: none of the security context constraints (SCC) that they may use lets them in.',
      'OpenShift rechaza estos pods: ninguna de las security context constraints (SCC) que pueden usar los deja entrar.',
    ),
    fix: fixedUsers.test(message)
      ? users
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
export const podRefusals: readonly Reading[] = [quotaExceeded, quotaUnmet, ...limitRefusals, podSecurity, constraint, missingClass];
