import { printBytes, printCpu } from './quantity.ts';
import { listed, type Text, text } from './text.ts';

/** Amounts by resource (`cpu`) or by the key of a quota (`requests.cpu`), in base units: cores, bytes, objects. */
export type Amounts = Readonly<Record<string, number>>;

/** An amount of what a key of a quota counts, as Kubernetes writes it. */
export function printAmount(key: string, amount: number): string {
  if (/(^|\.)cpu$/.test(key)) return printCpu(amount);
  return /(memory|storage)$/.test(key) ? printBytes(amount) : String(amount);
}

/** Sums of fractions miss by a little. */
export const isMore = (a: number, b: number): boolean => a > b * (1 + 1e-9) + 1e-9;

const counted = (one: Text, many: Text) => (amount: string) =>
  amount === '1' ? text(`1 ${one.en}`, `1 ${one.es}`) : text(`${amount} ${many.en}`, `${amount} ${many.es}`);

const pods = counted(text('pod', 'pod'), text('pods', 'pods'));
const services = counted(text('Service', 'Service'), text('Services', 'Services'));
const claims = counted(text('volume claim', 'petición de volumen'), text('volume claims', 'peticiones de volumen'));
/** "300m CPU", "2 CPU": in Spanish whole cores are counted. */
export const cpuText = (amount: string): Text => text(`${amount} CPU`, amount.endsWith('m') ? `${amount} de CPU` : `${amount} CPU`);
const ofMemory = (amount: string) => text(`${amount} of memory`, `${amount} de memoria`);
const ofNodeDisk = (amount: string) => text(`${amount} of the nodes’ disks`, `${amount} de los discos de los nodos`);

/** Keys of quotas (kubernetes.io/docs/concepts/policy/resource-quotas), and how an amount of each is said. */
const words: Readonly<Record<string, (amount: string) => Text>> = {
  cpu: cpuText,
  'requests.cpu': cpuText,
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
  persistentvolumeclaims: claims,
  'count/persistentvolumeclaims': claims,
  services,
  'count/services': services,
  'services.loadbalancers': counted(text('load balancer', 'balanceador de carga'), text('load balancers', 'balanceadores de carga')),
  'services.nodeports': counted(text('node port', 'puerto de nodo'), text('node ports', 'puertos de nodo')),
};

/** "300m CPU", "2 pods". */
export function amountText(key: string, amount: number): Text {
  const printed = printAmount(key, amount);
  return words[key]?.(printed) ?? text(`${printed} of ${key}`, `${printed} de ${key}`);
}

/** "300m CPU and 2 pods". */
export const amountsText = (amounts: Amounts): Text => listed(Object.entries(amounts).map(([key, amount]) => amountText(key, amount)));

/** "queda 1 pod", "quedan 300m de CPU". */
export function leftText(amounts: Amounts): Text {
  const [only, ...others] = Object.entries(amounts);
  const isOne = only !== undefined && others.length === 0 && /^1(\D|$)/.test(printAmount(...only)) && !printAmount(...only).endsWith('m');
  const said = amountsText(amounts);
  return text(`${said.en} left`, `${isOne ? 'queda' : 'quedan'} ${said.es}`);
}
