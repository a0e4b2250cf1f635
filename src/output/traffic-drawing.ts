import { type Text, text, verbatim } from '../model/text.ts';
import { type CallWay, drawnWay } from '../questions/call-way.ts';
import type { ComponentPlan, Entrance, Plan } from '../questions/plan.ts';

type TlsModel = Exclude<CallWay['model'], 'inside-only'>;

const tlsModelOf = (entrance: Entrance): TlsModel => ('tls' in entrance ? entrance.tls.model : entrance.podTls ? 'passthrough' : 'none');

const sentences: Readonly<Record<TlsModel, Text>> = {
  none: text(
    'Nothing is encrypted: anybody on the way can read and change it.',
    'No se cifra nada: quien esté en el camino puede leerlo y cambiarlo.',
  ),
  edge: text(
    'TLS starts at the caller and ends at the router, which shows the certificate. Inside the cluster the traffic is not encrypted.',
    'El TLS empieza en quien llama y acaba en el router, que muestra el certificado. Dentro del clúster el tráfico va sin cifrar.',
  ),
  reencrypt: text(
    'TLS starts at the caller and ends at the router, which shows the certificate, reads the call, and encrypts it again on its way to the pod.',
    'El TLS empieza en quien llama y acaba en el router, que muestra el certificado, lee la llamada y la vuelve a cifrar hasta el pod.',
  ),
  passthrough: text(
    'TLS starts at the caller and ends in the pod, which shows the certificate. Nobody on the way can read the call.',
    'El TLS empieza en quien llama y acaba en el pod, que muestra el certificado. Nadie en el camino puede leer la llamada.',
  ),
};

/** One way from outside: `browser ══TLS══▶ router ──http──▶ pod shop-web`. */
const wayOf = ({ fullName, ports }: ComponentPlan, entrance: Entrance): Text =>
  drawnWay({
    model: tlsModelOf(entrance),
    protocol: ports[0]?.protocol ?? 'tcp',
    through: entrance.through,
    pod: `pod ${fullName}`,
  });

const isCalledInside = ({ traffic, ports, exposure }: ComponentPlan): boolean =>
  traffic.from.namespace && ports.length > 0 && exposure.reach === 'cluster';

/** Every way in which a call travels, a line each; empty where nothing calls and nothing is called. */
export function drawingOf(plan: Plan): readonly Text[] {
  const outside = plan.components.flatMap((component) =>
    component.exposure.reach === 'outside' ? [wayOf(component, component.exposure.entrance)] : [],
  );
  const inside = plan.components.filter(isCalledInside).map(({ fullName, ports }) => {
    const way = `──${ports[0]?.protocol ?? 'tcp'}──▶ pod ${fullName}`;
    return text(`other pods ${way}`, `otros pods ${way}`);
  });
  const between = plan.components.flatMap(({ fullName, traffic }) =>
    traffic.to.map((to) => verbatim(`pod ${fullName} ──${to.ports.join(',')}──▶ pod ${to.fullName}`)),
  );
  return [...outside, ...inside, ...between];
}

/** Where TLS begins and ends, for each component that is reached from outside. */
export const tlsSentencesOf = (plan: Plan): readonly { readonly fullName: string; readonly says: Text }[] =>
  plan.components.flatMap(({ fullName, exposure }) =>
    exposure.reach === 'outside' ? [{ fullName, says: sentences[tlsModelOf(exposure.entrance)] }] : [],
  );
