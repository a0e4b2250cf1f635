import type { Value } from '../model/value.ts';
import { certificate, certificateSecret } from './certificate.ts';
import { entrance, exposure, host, ingressController } from './exposure.ts';
import type { Entrance, Exposure, IngressTls, PodCertificate } from './plan.ts';
import { certificatesIn, podCa } from './pod-authority.ts';
import { podCertificate, podCertificatePath, podCertificateSecret } from './pod-certificate.ts';
import type { Known, Question } from './question.ts';
import { path, redirect } from './tls.ts';
import { tls } from './tls-model.ts';

/** Who calls a component and how, once it settled without refusals and with nothing open. */
export function exposureOf(known: Known): Exposure {
  const reach = known.get(exposure) ?? 'none';
  return reach === 'outside' ? { reach, entrance: entranceOf(known) } : { reach };
}

function entranceOf(known: Known): Entrance {
  const through = decided(known, entrance);
  switch (through) {
    case 'ingress':
      return {
        through,
        controller: decided(known, ingressController),
        host: decided(known, host),
        path: known.get(path) ?? '/',
        tls: tlsOf(known),
      };
    case 'route': {
      const address = decided(known, host);
      return { through, ...(address === 'auto' ? {} : { host: address }), path: known.get(path) ?? '/', tls: tlsOf(known) };
    }
    case 'load-balancer':
    case 'node-port':
      return { through, ...(known.is(tls, 'passthrough') ? { podTls: podCertificateOf(known) } : {}) };
  }
}

function tlsOf(known: Known): IngressTls {
  const model = decided(known, tls);
  switch (model) {
    case 'none':
      return { model };
    case 'edge':
      return { model, certificate: certificateOf(known), redirect: decided(known, redirect) };
    case 'reencrypt':
      return { model, certificate: certificateOf(known), redirect: decided(known, redirect), pod: podCertificateOf(known) };
    case 'passthrough':
      return { model, redirect: decided(known, redirect), pod: podCertificateOf(known) };
    case 'inside-only':
      throw new Error('TLS inside only is always refused; it cannot be planned.');
  }
}

const certificateOf = (known: Known): { readonly secret: string } | 'router' =>
  known.is(certificate, 'router') ? 'router' : { secret: decided(known, certificateSecret) };

function podCertificateOf(known: Known): PodCertificate {
  const authority = certificatesIn(known.facts.files?.[known.get(podCa) ?? '']);
  return {
    from: decided(known, podCertificate),
    secret: decided(known, podCertificateSecret),
    mountPath: decided(known, podCertificatePath),
    ...(authority.length > 0 ? { authority: `${authority.join('\n')}\n` } : {}),
  };
}

function decided<T extends Value>(known: Known, asked: Question<string, T>): T {
  const choice = known.get(asked);
  if (choice === undefined) throw new Error(`The question “${asked.id}” is not decided.`);
  return choice;
}
