import type { Template } from '../checks/inventory.ts';
import { fieldOf, listIn } from '../checks/object-fields.ts';
import { cpuText } from '../model/amount.ts';
import type { AnyObject } from '../model/manifest.ts';
import { several } from '../model/several.ts';
import { listed, say, type Text, text } from '../model/text.ts';
import { clipped, wordOf } from './brief-words.ts';
import { ingressGlance, middlewareGlance, routeGlance, serversTransportGlance, serviceGlance, tcpRouteGlance } from './entrance-glance.ts';
import { policyGlance } from './policy-glance.ts';
import {
  autoscalerGlance,
  cronJobGlance,
  daemonSetGlance,
  deploymentGlance,
  disruptionBudgetGlance,
  jobGlance,
  statefulSetGlance,
} from './workload-glance.ts';

/** Undefined for an object of which nothing short is known. `templates`: the pods of the objects beside it. */
type Glance = (object: AnyObject, templates: () => readonly Template[]) => Text | undefined;

const keysOf = (map: unknown): readonly string[] => Object.keys(map ?? {}).map((key) => wordOf(key));

function holds(object: AnyObject): Text {
  const keys = several(
    ['data', 'stringData'].flatMap((field) => keysOf(object[field])),
    3,
  );
  return text(`holds ${keys.en}`, `contiene ${keys.es}`);
}

const accessModes: Readonly<Record<string, Text>> = {
  ReadWriteOnce: text('one node at a time', 'un nodo a la vez'),
  ReadWriteOncePod: text('one pod at a time', 'un pod a la vez'),
  ReadWriteMany: text('many nodes at a time', 'varios nodos a la vez'),
  ReadOnlyMany: text('many nodes, only to read', 'varios nodos, solo para leer'),
};

function claimGlance(object: AnyObject): Text {
  const size = wordOf(fieldOf(object, 'spec', 'resources', 'requests', 'storage'));
  const mode = String(fieldOf(object, 'spec', 'accessModes', 0));
  const { en, es } = accessModes[mode] ?? text(mode, mode);
  return text(`${size}, ${en}`, `${size}, ${es}`);
}

function accountGlance(object: AnyObject): Text {
  const secret = wordOf(fieldOf(object, 'imagePullSecrets', 0, 'name'), 20);
  if (secret !== '') {
    return text(`an identity that pulls images with the Secret ${secret}`, `una identidad que descarga imágenes con el Secret ${secret}`);
  }
  return object['automountServiceAccountToken'] === false
    ? text('an identity for its pods, without a token', 'una identidad para sus pods, sin token')
    : text('an identity for its pods', 'una identidad para sus pods');
}

function quotaGlance(object: AnyObject): Text {
  const hard = fieldOf(object, 'spec', 'hard');
  const [cpu, memory, cpuLimit, memoryLimit, pods] = ['requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory', 'pods'].map((key) =>
    wordOf(fieldOf(hard, key)),
  );
  if (!cpu || !memory || !cpuLimit || !memoryLimit || !pods) {
    const keys = several(keysOf(hard), 3);
    return text(`at most: ${keys.en}`, `como mucho: ${keys.es}`);
  }
  return text(
    `${pods} pods in all: ${cpu} CPU and ${memory} reserved, at most ${cpuLimit} and ${memoryLimit}`,
    `${pods} pods en total: reservan ${cpu} CPU y ${memory}, como mucho ${cpuLimit} y ${memoryLimit}`,
  );
}

function limitsGlance(object: AnyObject): Text {
  const limits = listIn(fieldOf(object, 'spec', 'limits')).find((each) => fieldOf(each, 'type') === 'Container');
  const [cpu, memory] = ['cpu', 'memory'].map((name) => wordOf(fieldOf(limits, 'default', name)));
  if (!memory) return text('bounds for single containers and disks', 'límites para cada contenedor y cada disco');
  const { en, es } = listed([...(cpu ? [cpuText(cpu)] : []), text(`${memory} of memory`, `${memory} de memoria`)]);
  return text(`a container without a limit gets ${en}`, `un contenedor sin límite recibe ${es}`);
}

function namespaceGlance(object: AnyObject): Text {
  const level = wordOf(object.metadata?.labels?.['pod-security.kubernetes.io/enforce']);
  return level === ''
    ? text('a fenced plot of the cluster', 'una parcela vallada del clúster')
    : text(`a fenced plot of the cluster; Pod Security ${level}`, `una parcela vallada del clúster; Pod Security ${level}`);
}

function roleGlance(object: AnyObject): Text {
  const part = (field: string) => listIn(fieldOf(object, 'rules', 0, field)).map((each) => wordOf(each));
  const what = [...part('resources'), ...part('resourceNames')].join(' ');
  const verbs = listed(part('verbs'));
  return text(`allows ${verbs.en} on ${what}`, `permite ${verbs.es} en ${what}`);
}

function bindingGlance(object: AnyObject): Text {
  const role = wordOf(fieldOf(object, 'roleRef', 'name'));
  const names = listIn(object['subjects']).map((each) => wordOf(fieldOf(each, 'name'), 20));
  const [to, a] = [
    several(names, 2),
    several(
      names.map((name) => `a ${name}`),
      2,
    ),
  ];
  return text(`gives ${to.en} the role ${role}`, `da ${a.es} el rol ${role}`);
}

const glances: Readonly<Record<string, Glance>> = {
  Deployment: deploymentGlance,
  StatefulSet: statefulSetGlance,
  DaemonSet: daemonSetGlance,
  Job: jobGlance,
  CronJob: cronJobGlance,
  HorizontalPodAutoscaler: autoscalerGlance,
  PodDisruptionBudget: disruptionBudgetGlance,
  Service: serviceGlance,
  Ingress: ingressGlance,
  Route: routeGlance,
  IngressRouteTCP: tcpRouteGlance,
  Middleware: middlewareGlance,
  ServersTransport: serversTransportGlance,
  NetworkPolicy: policyGlance,
  PersistentVolumeClaim: claimGlance,
  ConfigMap: holds,
  Secret: holds,
  ServiceAccount: accountGlance,
  ResourceQuota: quotaGlance,
  LimitRange: limitsGlance,
  Namespace: namespaceGlance,
  Role: roleGlance,
  RoleBinding: bindingGlance,
};

const unknownGlance = ({ apiVersion = '' }: AnyObject): Text =>
  text(`an object of the API ${apiVersion}`, `un objeto de la API ${apiVersion}`);

/** What an object is or does, from its own fields, in a short phrase that is worked out when it is read. */
export function glanceAt(object: AnyObject, templates: () => readonly Template[]): Text {
  const seen = () => glances[object.kind ?? '']?.(object, templates) ?? unknownGlance(object);
  return say((language) => clipped(seen()[language], 80));
}
