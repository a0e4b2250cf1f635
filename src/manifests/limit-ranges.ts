import type { V1LimitRange, V1LimitRangeItem } from '@kubernetes/client-node';
import type { Manifest } from '../model/manifest.ts';
import { type Text, text } from '../model/text.ts';
import type { Plan, QuotaSize } from '../questions/plan.ts';
import { type ContainerAmounts, quotaSizes } from '../questions/quota-sizes.ts';
import { namespaceLabels } from './labels.ts';

type Amounts = Readonly<Record<string, string>>;

/** An item as the API writes it: the client calls the field `_default`, because `default` is a word of the language. */
type LimitItem = Omit<V1LimitRangeItem, '_default'> & { readonly default?: Amounts };

const amountsOf = ({ cpu, memory, ephemeralStorage }: ContainerAmounts): Record<string, string> => ({
  cpu,
  memory,
  ...(ephemeralStorage ? { 'ephemeral-storage': ephemeralStorage } : {}),
});

/** Without a quota only the defaults are set: there is no sum that one container could use up. */
function limitsOf(size: QuotaSize | undefined, { components }: Plan): readonly LimitItem[] {
  const sizes = quotaSizes[size ?? 'small'];
  const defaults = { defaultRequest: amountsOf(sizes.containerRequest), default: amountsOf(sizes.containerLimit) };
  if (!size) {
    // A default would be a limit for those that were to have none.
    const { cpu: _, ...withoutCpu } = defaults.default;
    const unlimited = components.some(({ container }) => container.resources.limits.cpu === undefined);
    return [{ type: 'Container', ...defaults, default: unlimited ? withoutCpu : defaults.default }];
  }
  return [
    { type: 'Container', ...defaults, min: amountsOf(sizes.containerMin), max: amountsOf(sizes.containerMax) },
    { type: 'PersistentVolumeClaim', min: { storage: sizes.claim.min }, max: { storage: sizes.claim.max } },
  ];
}

const whyDefaults: Readonly<Record<string, Text>> = {
  '': text(
    'What a container gets if it says nothing about its size. It is filled in when a pod is created; running pods stay as they are.',
    'Lo que recibe un contenedor que no dice nada de su tamaño. Se rellena al crear el pod; los que ya están en marcha se quedan como están.',
  ),
  '/spec/limits/0/default': text(
    'This becomes the limit where none is set. A container that requests more than this must set its own limit, or it is refused.',
    'Esto pasa a ser el límite donde no se indica ninguno. Un contenedor que pide más que esto debe indicar su propio límite, o se rechaza.',
  ),
};

const whyBounds: Readonly<Record<string, Text>> = {
  '/spec/limits/0/max': text(
    'No single container may use up what they all share.',
    'Ningún contenedor puede gastar él solo lo que comparten todos.',
  ),
  '/spec/limits/1': text('The smallest and the largest a disk may be.', 'El tamaño mínimo y máximo de un disco.'),
};

/** Defaults and bounds of single containers and claims. One object: with two it is open which defaults win. */
export function limitRange(plan: Plan, size: QuotaSize | undefined): Manifest {
  const object = {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'defaults', namespace: plan.namespace.name, labels: namespaceLabels(plan) },
    spec: { limits: limitsOf(size, plan) },
  } satisfies Omit<V1LimitRange, 'spec'> & { spec: { limits: readonly LimitItem[] } };
  return { object, owner: 'admin', why: size ? { ...whyDefaults, ...whyBounds } : whyDefaults };
}
