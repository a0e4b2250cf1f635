import type { KubernetesObject } from '@kubernetes/client-node';
import type { Manifest } from '../model/manifest.ts';
import { type Text, text } from '../model/text.ts';
import { tlsFaultOf } from '../questions/ingress-controller.ts';
import type { ComponentPlan, Plan, RouteTls } from '../questions/plan.ts';
import { mainPortOf } from './call-ports.ts';
import { certificateReaders } from './certificate-readers.ts';
import { entranceOf, type Through } from './ingress-shape.ts';
import { metadataOf } from './labels.ts';
import { manifest } from './manifest.ts';

/** The part of route.openshift.io/v1 that is written here (openshift/api, route/v1/types.go). */
interface Route extends KubernetesObject {
  readonly spec: {
    readonly host?: string;
    readonly path?: string;
    readonly to: { readonly kind: 'Service'; readonly name: string; readonly weight: number };
    readonly port: { readonly targetPort: string };
    readonly tls?: RouteTlsConfig;
    readonly wildcardPolicy: 'None';
  };
}

/** The policy `Allow` is left out on purpose: with `reencrypt` it would be plain outside and TLS inside. */
interface RouteTlsConfig {
  readonly termination: 'edge' | 'reencrypt' | 'passthrough';
  readonly insecureEdgeTerminationPolicy: 'Redirect' | 'None';
  readonly externalCertificate?: { readonly name: string };
  readonly destinationCACertificate?: string;
}

/** The Secret with the Route's own certificate, or undefined where the router shows its own. */
const certificateSecretOf = (tls: RouteTls): string | undefined =>
  'certificate' in tls && tls.certificate !== 'router' ? tls.certificate.secret : undefined;

function tlsConfigOf(tls: RouteTls): RouteTlsConfig | undefined {
  if (tls.model === 'none') return undefined;
  const secret = certificateSecretOf(tls);
  const authority = tls.model === 'reencrypt' ? tls.pod.authority : undefined;
  return {
    termination: tls.model,
    insecureEdgeTerminationPolicy: tls.redirect ? 'Redirect' : 'None',
    ...(secret === undefined ? {} : { externalCertificate: { name: secret } }),
    ...(authority === undefined ? {} : { destinationCACertificate: authority }),
  };
}

const whyTermination: Readonly<Record<RouteTlsConfig['termination'], Text>> = {
  edge: text(
    'TLS ends at the router; inside the cluster the call travels on as plain HTTP.',
    'El TLS acaba en el router; dentro del clúster la llamada sigue con HTTP sin cifrar.',
  ),
  reencrypt: text(
    'The router decrypts the call and encrypts it again for the pod, whose certificate it checks.',
    'El router descifra la llamada y la vuelve a cifrar para el pod, cuyo certificado comprueba.',
  ),
  passthrough: text(
    'The router decrypts nothing: the pod shows the certificate, and the router cannot tell paths apart.',
    'El router no descifra nada: el certificado lo muestra el pod, y el router no puede distinguir rutas.',
  ),
};

function route(plan: Plan, component: ComponentPlan, { host, path, tls }: Through<'route'>): Manifest {
  const port = mainPortOf(component);
  const fault = tlsFaultOf(tls.model, port);
  if (fault) throw new Error(fault.en);
  const config = tlsConfigOf(tls);
  const object: Route = {
    apiVersion: 'route.openshift.io/v1',
    kind: 'Route',
    metadata: metadataOf(plan, component),
    spec: {
      ...(host === undefined ? {} : { host }),
      // A Route without a path stands for the whole host; with passthrough the API refuses even "/".
      ...(path === '/' || tls.model === 'passthrough' ? {} : { path }),
      to: { kind: 'Service', name: component.fullName, weight: 100 },
      port: { targetPort: port.name },
      ...(config ? { tls: config } : {}),
      wildcardPolicy: 'None',
    },
  };
  const hostless = text(
    'No host here: the router makes one up from the name, the namespace and its own domain.',
    'Aquí no hay host: el router se inventa uno con el nombre, el espacio de nombres y su propio dominio.',
  );
  const shut = text('Plain HTTP gets no answer.', 'Por HTTP sin cifrar no responde nadie.');
  return manifest(object, 'developer', component.name, {
    ...(host === undefined ? { '/spec': hostless } : {}),
    ...(config ? { '/spec/tls/termination': whyTermination[config.termination] } : {}),
    ...(config?.insecureEdgeTerminationPolicy === 'None' ? { '/spec/tls/insecureEdgeTerminationPolicy': shut } : {}),
  });
}

/** The way in through the OpenShift router, and before it what the router needs to be allowed. */
export function routeManifestsOf(plan: Plan, component: ComponentPlan): readonly Manifest[] {
  const entrance = entranceOf(component);
  if (entrance?.through !== 'route') return [];
  const secret = certificateSecretOf(entrance.tls);
  return [...(secret === undefined ? [] : certificateReaders(plan, component, secret)), route(plan, component, entrance)];
}
