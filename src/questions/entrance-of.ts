import { certificate, certificateSecret } from './certificate.ts';
import { entrance, exposure, host, ingressClass, ingressController } from './exposure.ts';
import { ingressControllers } from './ingress-controllers.ts';
import type { Entrance, Exposure, IngressTls, PodCertificate } from './plan.ts';
import { certificatesIn, podCa } from './pod-authority.ts';
import { podCertificate, podCertificatePath, podCertificateSecret } from './pod-certificate.ts';
import { type Known, sure } from './question.ts';
import { path, redirect } from './tls.ts';
import { tls } from './tls-model.ts';

/** Who calls a component and how, once it settled without refusals and with nothing open. */
export function exposureOf(known: Known): Exposure {
  const reach = known.get(exposure) ?? 'none';
  return reach === 'outside' ? { reach, entrance: entranceOf(known) } : { reach };
}

function entranceOf(known: Known): Entrance {
  const through = sure(known, entrance);
  switch (through) {
    case 'ingress': {
      const controller = sure(known, ingressController);
      const className = sure(known, ingressClass);
      return {
        through,
        controller,
        ...(className === ingressControllers[controller].className ? {} : { className }),
        host: sure(known, host),
        path: known.get(path) ?? '/',
        tls: tlsOf(known),
      };
    }
    case 'route': {
      const address = sure(known, host);
      return { through, ...(address === 'auto' ? {} : { host: address }), path: known.get(path) ?? '/', tls: tlsOf(known) };
    }
    case 'load-balancer':
    case 'node-port':
      return { through, ...(known.is(tls, 'passthrough') ? { podTls: podCertificateOf(known) } : {}) };
  }
}

function tlsOf(known: Known): IngressTls {
  const model = sure(known, tls);
  switch (model) {
    case 'none':
      return { model };
    case 'edge':
      return { model, certificate: certificateOf(known), redirect: sure(known, redirect) };
    case 'reencrypt':
      return { model, certificate: certificateOf(known), redirect: sure(known, redirect), pod: podCertificateOf(known) };
    case 'passthrough':
      return { model, redirect: sure(known, redirect), pod: podCertificateOf(known) };
    case 'inside-only':
      throw new Error('TLS inside only is always refused; it cannot be planned.');
  }
}

const certificateOf = (known: Known): { readonly secret: string } | 'router' =>
  known.is(certificate, 'router') ? 'router' : { secret: sure(known, certificateSecret) };

function podCertificateOf(known: Known): PodCertificate {
  const authority = certificatesIn(known.facts.files?.[known.get(podCa) ?? '']);
  return {
    from: sure(known, podCertificate),
    secret: sure(known, podCertificateSecret),
    mountPath: sure(known, podCertificatePath),
    ...(authority.length > 0 ? { authority: `${authority.join('\n')}\n` } : {}),
  };
}
