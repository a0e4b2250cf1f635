import type { V1NetworkPolicyPeer, V1NetworkPolicyPort, V1NetworkPolicySpec } from '@kubernetes/client-node';
import type { AnyObject } from '../model/manifest.ts';
import { text } from '../model/text.ts';
import { backendsOf, numberOf, portsOf, servicesCalledFromOutside, targetOf } from './backends.ts';
import type { Check, Checks } from './check.ts';
import type { Inventory, Template } from './inventory.ts';
import { fieldOf, listIn, nameOf, selects } from './object-fields.ts';

const policyOf = (object: AnyObject): V1NetworkPolicySpec => (fieldOf(object, 'spec') ?? {}) as V1NetworkPolicySpec;
const namesOf = (policies: readonly AnyObject[]): string => policies.map(nameOf).join(', ');

/** A policy without types is for Ingress, and for Egress too where it has rules for it. */
function governs(object: AnyObject, type: 'Ingress' | 'Egress'): boolean {
  const { policyTypes, egress } = policyOf(object);
  return policyTypes ? listIn(policyTypes).includes(type) : type === 'Ingress' || egress !== undefined;
}

/** The policies that govern the pods of a template; pods in the network of their node are beyond them. */
const policiesOn = ({ owner, labels, spec }: Template, type: 'Ingress' | 'Egress', inventory: Inventory): readonly AnyObject[] =>
  spec.hostNetwork
    ? []
    : inventory
        .beside(owner, 'NetworkPolicy')
        .filter((object) => governs(object, type) && selects(policyOf(object).podSelector ?? {}, labels));

const peersOf = (peers: unknown): readonly V1NetworkPolicyPeer[] => listIn(peers) as readonly V1NetworkPolicyPeer[];
const allowedOf = (ports: unknown): readonly V1NetworkPolicyPort[] => listIn(ports) as readonly V1NetworkPolicyPort[];

const dnsNamespaces: readonly string[] = ['kube-system', 'openshift-dns'];
const leadsToDns = ({ namespaceSelector, ipBlock }: V1NetworkPolicyPeer): boolean => {
  const named = fieldOf(namespaceSelector, 'matchLabels', 'kubernetes.io/metadata.name');
  return ipBlock !== undefined || (namespaceSelector !== undefined && (named === undefined || dnsNamespaces.includes(String(named))));
};
const dnsPorts: ReadonlySet<unknown> = new Set([undefined, 53, 5353, 'dns']);
/** Ports are TCP unless they say otherwise, and DNS asks by UDP first. */
const letsDnsThrough = ({ port, endPort, protocol = 'TCP' }: V1NetworkPolicyPort): boolean =>
  protocol === 'UDP' && (dnsPorts.has(port) || (Number(port) <= 53 && Number(endPort) >= 53));

const opensDns = ({ egress = [] }: V1NetworkPolicySpec): boolean =>
  egress.some(({ ports, to }) => {
    const peers = peersOf(to);
    const allowed = allowedOf(ports);
    return (peers.length === 0 || peers.some(leadsToDns)) && (allowed.length === 0 || allowed.some(letsDnsThrough));
  });

const dnsShut: Check = {
  severity: 'error',
  look: (inventory) =>
    inventory.templates.flatMap((template) => {
      const own = policiesOn(template, 'Egress', inventory);
      if (own.length === 0 || own.some((object) => opensDns(policyOf(object)))) return [];
      // Whoever may call nobody at all needs no names.
      if (own.every((object) => (policyOf(object).egress ?? []).length === 0)) return [];
      const names = namesOf(own);
      return [
        {
          object: template.owner,
          says: text(
            `The policies ${names} block its way out, even to DNS: it finds nothing that is called by name.`,
            `Las políticas ${names} cierran su salida, incluso hacia el DNS: no encuentra nada que se llame por su nombre.`,
          ),
          fix: text(
            'Allow port 53 (OpenShift: 5353) over UDP and TCP to the namespace of the DNS.',
            'Permite el puerto 53 (en OpenShift, el 5353) por UDP y TCP hacia el espacio de nombres del DNS.',
          ),
        },
      ];
    }),
};

const egressShut: Check = {
  severity: 'advice',
  look: (inventory) =>
    inventory.templates.flatMap((template) => {
      const own = policiesOn(template, 'Egress', inventory);
      if (own.length === 0 || own.some((object) => (policyOf(object).egress ?? []).length > 0)) return [];
      const names = namesOf(own);
      return [
        {
          object: template.owner,
          says: text(
            `The policies ${names} do not let it call anybody, not even the DNS.`,
            `Las políticas ${names} no le dejan llamar a nadie, ni siquiera al DNS.`,
          ),
          fix: text(
            'If it calls anything by name, allow the DNS first, and then what it calls.',
            'Si llama a algo por su nombre, permite primero el DNS y luego aquello a lo que llama.',
          ),
        },
      ];
    }),
};

const comesFromElsewhere = ({ namespaceSelector, ipBlock }: V1NetworkPolicyPeer): boolean =>
  namespaceSelector !== undefined || ipBlock !== undefined;

/** A policy sees the port of the pod, not that of the Service. */
function letsIn({ ingress = [] }: V1NetworkPolicySpec, template: Template, target: string | number): boolean {
  const number = numberOf(template, target);
  return ingress.some((rule) => {
    // The client's type calls this field `_from`; YAML does not.
    const peers = peersOf(fieldOf(rule, 'from'));
    const allowed = allowedOf(rule.ports);
    const fits = ({ port, endPort }: V1NetworkPolicyPort) =>
      port === undefined ||
      port === target ||
      numberOf(template, port) === number ||
      (Number(port) <= Number(number) && Number(endPort) >= Number(number));
    return (peers.length === 0 || peers.some(comesFromElsewhere)) && (allowed.length === 0 || allowed.some(fits));
  });
}

const entranceShut: Check = {
  severity: 'error',
  look: (inventory) =>
    servicesCalledFromOutside(inventory).flatMap((service) =>
      backendsOf(service, inventory).flatMap((template) => {
        const own = policiesOn(template, 'Ingress', inventory);
        const targets = portsOf(service).map(targetOf);
        const isOpen = targets.some((target) => own.some((object) => letsIn(policyOf(object), template, target)));
        if (own.length === 0 || targets.length === 0 || isOpen) return [];
        const names = namesOf(own);
        return [
          {
            object: template.owner,
            says: text(
              `It should be reachable from outside, but the policies ${names} let nobody from another namespace in at its port: the router gets no answer.`,
              `Se tiene que poder llegar a él desde fuera, pero las políticas ${names} no dejan entrar por su puerto a nadie de otro espacio de nombres: el router no recibe respuesta.`,
            ),
            fix: text(
              'Let the router’s namespace in, at the port of the pod (not the one of the Service).',
              'Permite la entrada del espacio de nombres del router, en el puerto del pod (no del Service).',
            ),
          },
        ];
      }),
    ),
};

export const policyChecks: Checks = { 'dns-shut': dnsShut, 'egress-shut': egressShut, 'entrance-shut': entranceShut };
