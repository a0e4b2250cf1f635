import { printBytes, printCpu } from '../../model/quantity.ts';
import { type Text, text } from '../../model/text.ts';
import { answerToChange } from '../answer-to-change.ts';

/** An amount of what a key of a quota counts, in base units (cores, bytes, objects), as Kubernetes writes it. */
export function printAmount(key: string, amount: number): string {
  if (/(^|\.)cpu$/.test(key)) return printCpu(amount);
  return /(memory|storage)$/.test(key) ? printBytes(amount) : String(amount);
}

const counted = (one: Text, many: Text) => (amount: string) =>
  amount === '1' ? text(`1 ${one.en}`, `1 ${one.es}`) : text(`${amount} ${many.en}`, `${amount} ${many.es}`);

const pods = counted(text('pod', 'pod'), text('pods', 'pods'));
const ofCpu = (amount: string) => text(`${amount} CPU`, `${amount} de CPU`);
const ofMemory = (amount: string) => text(`${amount} of memory`, `${amount} de memoria`);
const ofNodeDisk = (amount: string) => text(`${amount} of the nodes’ disks`, `${amount} de los discos de los nodos`);

/** Keys of quotas (kubernetes.io/docs/concepts/policy/resource-quotas), and how an amount of each is said. */
const words: Readonly<Record<string, (amount: string) => Text>> = {
  cpu: ofCpu,
  'requests.cpu': ofCpu,
  'limits.cpu': (amount) => text(`${amount} of CPU limits`, `${amount} de límites de CPU`),
  memory: ofMemory,
  'requests.memory': ofMemory,
  'limits.memory': (amount) => text(`${amount} of memory limits`, `${amount} de límites de memoria`),
  'ephemeral-storage': ofNodeDisk,
  'requests.ephemeral-storage': ofNodeDisk,
  'limits.ephemeral-storage': (amount) =>
    text(`${amount} of limits on the nodes’ disks`, `${amount} de límites sobre los discos de los nodos`),
  'requests.storage': (amount) => text(`${amount} of storage`, `${amount} de almacenamiento`),
  pods,
  'count/pods': pods,
  persistentvolumeclaims: counted(text('volume claim', 'petición de volumen'), text('volume claims', 'peticiones de volumen')),
  services: counted(text('Service', 'Service'), text('Services', 'Services')),
  'services.loadbalancers': counted(text('load balancer', 'balanceador de carga'), text('load balancers', 'balanceadores de carga')),
  'services.nodeports': counted(text('node port', 'puerto de nodo'), text('node ports', 'puertos de nodo')),
};

/** "300m CPU", "2 pods". */
export function amountText(key: string, amount: number): Text {
  const printed = printAmount(key, amount);
  return words[key]?.(printed) ?? text(`${printed} of ${key}`, `${printed} de ${key}`);
}

/** The question that says how much of what a key counts is asked for. */
const questions: Readonly<Record<string, string>> = {
  cpu: 'cpu',
  'requests.cpu': 'cpu',
  'limits.cpu': 'cpu-limit',
  memory: 'memory',
  'requests.memory': 'memory',
  'limits.memory': 'memory-limit',
  'requests.storage': 'storage-size',
  pods: 'replicas',
  'count/pods': 'replicas',
};

/** An amount in whole units that can be said: thousandths of cores, Mi of bytes. */
function floored(key: string, amount: number): number {
  const unit = /(^|\.)cpu$/.test(key) ? 1e-3 : /(memory|storage)$/.test(key) ? 2 ** 20 : 1;
  // What is a whole number of units must not lose one to the way fractions are stored.
  return Math.floor(amount / unit + 1e-6) * unit;
}

/** What to do where a quota has no room: less of it, where so much would do, or more room. */
export function quotaFix(component: string | undefined, key: string, fitting: number): Text {
  const question = questions[key];
  const value = floored(key, fitting);
  if (component === undefined || question === undefined || value <= 0) {
    return text(
      'Ask an administrator for a bigger quota, or delete from the namespace what nobody needs any more.',
      'Pide a quien administra el clúster una cuota mayor, o borra del espacio de nombres lo que ya nadie necesita.',
    );
  }
  const answer = answerToChange(component, question, printAmount(key, value));
  return text(
    `Ask for less: ${answer.en}. Or ask an administrator for a bigger quota.`,
    `Pide menos: ${answer.es}. O pide a quien administra el clúster una cuota mayor.`,
  );
}
