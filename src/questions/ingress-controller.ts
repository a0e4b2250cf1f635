import type { V1IngressTLS, V1NetworkPolicyPeer } from '@kubernetes/client-node';
import { type Text, text } from '../model/text.ts';
import type { IngressTls, PortPlan } from './plan.ts';

type TlsModel = IngressTls['model'];
export type TlsOf<M extends TlsModel> = Extract<IngressTls, { readonly model: M }>;

/** What has to be brought from outside to a port of a component, and how it is encrypted on the way. */
export interface Way<T extends IngressTls = IngressTls> {
  readonly namespace: string;
  /** Name of the component's Service, after which all objects on the way are named. */
  readonly name: string;
  readonly host: string;
  readonly port: PortPlan;
  readonly tls: T;
}

export type Annotations = Readonly<Record<string, string>>;

/** An object of the controller's own kinds; its name is that of the Service, with the suffix. */
export interface Extra {
  readonly apiVersion: string;
  readonly kind: string;
  readonly suffix: string;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly because: Text;
}

/** What a controller needs for a way. */
export interface Shape {
  readonly ingress?: Annotations;
  readonly service?: Annotations;
  /** `spec.tls` of the Ingress. */
  readonly tls?: V1IngressTLS;
  /** The controller refuses a path here, even `/`. */
  readonly pathless?: boolean;
  /** Annotations of a second Ingress, which answers plain HTTP with the way to HTTPS. */
  readonly redirect?: Annotations;
  readonly extras?: readonly Extra[];
  /** The extras do the work: there is no Ingress. */
  readonly replacesIngress?: boolean;
  /** Why the annotations are there, or what they ask of whoever runs the controller. */
  readonly because?: Text;
}

export interface Refusal {
  readonly refused: Text;
}

/** Everything the program knows of an Ingress controller. */
export interface IngressController {
  readonly title: string;
  /** When it is the one to take, as a whole sentence. */
  readonly fits: Text;
  /** Whose signature on a pod's certificate it accepts when it is told of no authority; `anyone`: it does not look. */
  readonly trusts: 'public authorities' | 'the platform' | 'anyone';
  /** Whether plain HTTP is sent on: as one likes; needed where a pod speaks TLS, because port 80 leads there too; always. */
  readonly redirect: 'optional' | 'needed inside' | 'always';
  /** Whether it brings gRPC without TLS. */
  readonly plainGrpc: boolean;
  /** `spec.controller` of its IngressClass; with `prefix`, what that begins with. */
  readonly controller: { readonly name: string; readonly prefix: boolean };
  /** The name that its own chart or manifest gives to its IngressClass. */
  readonly className: string;
  /** Where its proxy pods are, for NetworkPolicies. */
  readonly peers: readonly V1NetworkPolicyPeer[];
  /** Why it should not be chosen any more. */
  readonly retired?: Text;
  /** Key under which it looks for an authority in a Secret. */
  readonly authorityKey: 'ca.crt' | 'tls.crt';
  readonly shapes: { readonly [M in TlsModel]: (way: Way<TlsOf<M>>) => Shape | Refusal };
}

/** The Secret with the authority that signed the pod's certificate; public, without a key. */
export const authorityName = (name: string): string => `${name}-pod-ca`;

/** The name that a pod's certificate must carry to be accepted by a router that checks names. */
export const podHost = (way: Way): string => `${way.name}.${way.namespace}.svc`;

/** Why the router and the pod would not understand each other, or would hide what was open outside. */
export function tlsFaultOf(model: TlsModel, port: PortPlan): Text | undefined {
  const inside = model === 'reencrypt' || model === 'passthrough';
  if (inside === port.tls) return undefined;
  if (inside) {
    return text(
      `With “${model}” the pod itself speaks TLS, and its port “${port.name}” does not.`,
      `Con «${model}» es el propio pod quien habla TLS, y su puerto «${port.name}» no lo hace.`,
    );
  }
  return model === 'none'
    ? text(
        'Encrypting only inside makes no sense: what travels in the open outside can be read there.',
        'Cifrar solo dentro no tiene sentido: lo que viaja en claro por fuera se puede leer allí.',
      )
    : text(
        `With “edge” the router calls the pod in plain HTTP, and its port “${port.name}” only speaks TLS.`,
        `Con «edge» el router llama al pod con HTTP sin cifrar, y su puerto «${port.name}» solo habla TLS.`,
      );
}

/** What the controller needs for the way, or why there is none. */
export function shapeOf({ shapes }: IngressController, way: Way): Shape | Refusal {
  const { tls } = way;
  const fault = tlsFaultOf(tls.model, way.port);
  if (fault) return { refused: fault };
  switch (tls.model) {
    case 'none':
      return shapes.none({ ...way, tls });
    case 'edge':
      return shapes.edge({ ...way, tls });
    case 'reencrypt':
      return shapes.reencrypt({ ...way, tls });
    case 'passthrough':
      return shapes.passthrough({ ...way, tls });
  }
}
