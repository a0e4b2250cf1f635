import { port, protocol } from './basics.ts';
import { product } from './identity.ts';
import type { PortPlan } from './plan.ts';
import type { Known } from './question.ts';
import { tls } from './tls-model.ts';

/** A port name has at most 15 characters and a letter (IANA); a product’s own name says more than “tcp”. */
const tcpPortName = (productName: string): string => (/^[a-z][a-z0-9]{0,14}$/.test(productName) ? productName : 'tcp');

/** The port that the component is called on, or undefined where it listens on none. */
export function mainPortOf(known: Known): PortPlan | undefined {
  const containerPort = known.get(port);
  const speaks = known.get(protocol);
  if (typeof containerPort !== 'number' || speaks === undefined) return undefined;
  const encrypted = known.is(tls, 'reencrypt', 'passthrough');
  const shared = { containerPort, protocol: speaks, tls: encrypted };
  if (speaks === 'http') return encrypted ? { name: 'https', servicePort: 443, ...shared } : { name: 'http', servicePort: 80, ...shared };
  const name = speaks === 'grpc' ? 'grpc' : tcpPortName(known.get(product) ?? '');
  return { name, servicePort: containerPort, ...shared };
}
