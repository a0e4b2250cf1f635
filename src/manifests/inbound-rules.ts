import type { V1NetworkPolicyPeer, V1NetworkPolicyPort } from '@kubernetes/client-node';
import { type Text, text } from '../model/text.ts';
import { ingressControllers } from '../questions/ingress-controllers.ts';
import type { ComponentPlan, Entrance, Plan, PortPlan } from '../questions/plan.ts';
import { callPortsOf, mainPortOf } from './call-ports.ts';
import { entranceOf } from './ingress-shape.ts';
import { anywhere, type Because, betweenReplicas, podsOf, tcp } from './policy-rules.ts';

/** The API calls the field `from`; the client's own type escapes it. */
export interface InboundRule {
  readonly from?: readonly V1NetworkPolicyPeer[];
  readonly ports?: readonly V1NetworkPolicyPort[];
}

type Inbound = Because<InboundRule>;

/** A rule for certain ports; none where there are none, since to the API an empty list means all of them. */
const onPorts = (from: readonly V1NetworkPolicyPeer[], ports: readonly PortPlan[], because: Text): readonly Inbound[] =>
  ports.length === 0 ? [] : [{ rule: { from, ports: ports.map(({ name }) => tcp(name)) }, because }];

/** Whoever brings the calls from outside. */
function doorkeepersOf(entrance: Entrance): { readonly from: readonly V1NetworkPolicyPeer[]; readonly because: Text } {
  switch (entrance.through) {
    case 'ingress': {
      const { peers, title } = ingressControllers[entrance.controller];
      return { from: peers, because: text(`${title} brings the calls from outside.`, `${title} trae las llamadas de fuera.`) };
    }
    case 'route':
      return {
        from: ingressControllers['openshift-router'].peers,
        because: text(
          'The router brings the calls from outside; in some clusters it runs on the nodes’ own network.',
          'El router trae las llamadas de fuera; en algunos clústeres se ejecuta en la propia red de los nodos.',
        ),
      };
    case 'load-balancer':
    case 'node-port':
      return {
        from: anywhere(),
        because: text(
          'Calls from outside show the address of a node or of the caller: there is no pod to name here.',
          'Las llamadas de fuera muestran la dirección de un nodo o de quien llama: no hay ningún pod que nombrar aquí.',
        ),
      };
  }
}

function fromOutside(component: ComponentPlan): readonly Inbound[] {
  const entrance = entranceOf(component);
  if (!entrance) return [];
  const { from, because } = doorkeepersOf(entrance);
  return onPorts(from, [mainPortOf(component)], because);
}

/** The ports that the caller's own policy lets it reach. */
function portsFor(plan: Plan, component: ComponentPlan, caller: string): readonly PortPlan[] {
  const calls = plan.components.find(({ fullName }) => fullName === caller)?.traffic.to ?? [];
  const numbers = calls.filter(({ fullName }) => fullName === component.fullName).flatMap(({ ports }) => ports);
  return component.ports.filter(({ containerPort }) => numbers.includes(containerPort));
}

function fromInside(plan: Plan, component: ComponentPlan): readonly Inbound[] {
  const { components, namespace } = component.traffic.from;
  const anyPod = text(
    'No component in particular needs it, so any pod of its namespace may call.',
    'Ningún componente en particular lo necesita, así que puede llamar cualquier pod de su espacio de nombres.',
  );
  return [
    ...components.flatMap((caller) =>
      onPorts([podsOf(caller)], portsFor(plan, component, caller), text(`${caller} needs it.`, `${caller} lo necesita.`)),
    ),
    ...(namespace ? onPorts([{ podSelector: {} }], callPortsOf(component), anyPod) : []),
  ];
}

/** Who may call the component, on which of its ports. */
export function inboundRules(plan: Plan, component: ComponentPlan): readonly Inbound[] {
  const itself: InboundRule = { from: [podsOf(component.fullName)] };
  const rules = [
    ...fromOutside(component),
    ...fromInside(plan, component),
    ...(component.peers ? [{ rule: itself, because: betweenReplicas }] : []),
  ];
  if (rules.length > 0) return rules;
  // An empty list would say the same, and polaris would take the policy for none.
  return [
    {
      rule: itself,
      because: text('Nobody calls it: only its own pods are let in.', 'Nadie lo llama: solo se deja entrar a sus propios pods.'),
    },
  ];
}
