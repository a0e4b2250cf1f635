import { shapeOf } from '../../src/questions/ingress-controller.ts';
import { type IngressControllerId, ingressControllers } from '../../src/questions/ingress-controllers.ts';
import type { ComponentPlan, Entrance, IngressTls, Plan, PodCertificate, PortPlan, Protocol } from '../../src/questions/plan.ts';
import { componentPlan, plan } from '../plans.ts';

export const authority = '-----BEGIN CERTIFICATE-----\nMIIBauthority\n-----END CERTIFICATE-----\n';

const certified = (from: PodCertificate['from'], signer?: string): PodCertificate => ({
  from,
  secret: 'shop-web-pod-tls',
  mountPath: '/run/tls',
  ...(signer === undefined ? {} : { authority: signer }),
});
export const ownPod = certified('secret', authority);
export const servicePod = certified('service-ca');
const pods: readonly PodCertificate[] = [ownPod, certified('secret'), servicePod, certified('service-ca', authority)];

const certificates = ['router', { secret: 'shop-web-tls' }] as const;
const redirects = [true, false] as const;

/** Every answer to where TLS ends. */
export const everyTls: readonly IngressTls[] = [
  { model: 'none' },
  ...redirects.flatMap((redirect): readonly IngressTls[] => [
    ...certificates.flatMap((certificate): readonly IngressTls[] => [
      { model: 'edge', certificate, redirect },
      ...pods.map((pod): IngressTls => ({ model: 'reencrypt', certificate, redirect, pod })),
    ]),
    ...pods.map((pod): IngressTls => ({ model: 'passthrough', redirect, pod })),
  ]),
];

export const controllerIds = Object.keys(ingressControllers) as IngressControllerId[];

/** The main port as the plan makes it for this way of encrypting. */
export function portFor(tls: boolean, protocol: Protocol = 'http'): PortPlan {
  if (protocol !== 'http') return { name: protocol, containerPort: 9000, servicePort: 9000, protocol, tls };
  return tls
    ? { name: 'https', containerPort: 8443, servicePort: 443, protocol, tls }
    : { name: 'http', containerPort: 8080, servicePort: 80, protocol, tls };
}

const speaksTls = (entrance: Entrance): boolean => ('tls' in entrance ? 'pod' in entrance.tls : entrance.podTls !== undefined);

/** The web component, reached from outside through this entrance. */
export const webThrough = (entrance: Entrance, overrides: Partial<Pick<ComponentPlan, 'ports' | 'traffic'>> = {}): ComponentPlan =>
  componentPlan({ ports: [portFor(speaksTls(entrance))], exposure: { reach: 'outside', entrance }, ...overrides });

export const planWith = (component: ComponentPlan, overrides: Partial<Plan> = {}): Plan => plan({ components: [component], ...overrides });

export const ingress = (controller: IngressControllerId, tls: IngressTls, path = '/'): Entrance => ({
  through: 'ingress',
  controller,
  host: 'shop.example.com',
  path,
  tls,
});

/** Every way in, also those that a controller refuses. */
const everyEntrance: readonly Entrance[] = [
  ...everyTls.flatMap((tls): readonly Entrance[] => [
    ...controllerIds.map((controller) => ingress(controller, tls)),
    { through: 'route', path: '/', tls },
    { through: 'route', host: 'shop.example.com', path: '/api', tls },
  ]),
  { through: 'load-balancer' },
  { through: 'load-balancer', podTls: ownPod },
  { through: 'node-port' },
  { through: 'node-port', podTls: servicePod },
];

/** The plans of every way in, on both platforms, by HTTP and by gRPC, that no controller refuses. */
export const everyExposedPlan: readonly { readonly plan: Plan; readonly component: ComponentPlan; readonly entrance: Entrance }[] = (
  ['kubernetes', 'openshift'] as const
).flatMap((platform) =>
  (['http', 'grpc'] as const).flatMap((protocol) =>
    everyEntrance.flatMap((entrance) => {
      const port = portFor(speaksTls(entrance), protocol);
      const component = webThrough(entrance, {
        ports: [port, { ...port, name: 'metrics', containerPort: 9100, servicePort: 9100, tls: false }],
      });
      const refused =
        entrance.through === 'ingress' &&
        'refused' in shapeOf(ingressControllers[entrance.controller], { namespace: 'shop', name: component.fullName, port, ...entrance });
      return refused ? [] : [{ plan: planWith(component, { platform }), component, entrance }];
    }),
  ),
);
