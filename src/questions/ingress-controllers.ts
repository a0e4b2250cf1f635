import type { V1NetworkPolicyPeer } from '@kubernetes/client-node';
import { type Text, text } from '../model/text.ts';
import {
  type Annotations,
  authorityName,
  type Extra,
  type IngressController,
  podHost,
  type Refusal,
  type TlsOf,
  type Way,
} from './ingress-controller.ts';
import type { PortPlan } from './plan.ts';

type Terminated = TlsOf<'edge' | 'reencrypt'>;
type Encrypted = Terminated | TlsOf<'passthrough'>;

const pods = (namespace: string, matchLabels: Readonly<Record<string, string>>): V1NetworkPolicyPeer => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
  podSelector: { matchLabels },
});

/** `spec.tls` for a router that ends TLS; without a Secret it shows its default certificate. */
const terminated = ({ host, tls }: Way<Terminated>) => ({
  hosts: [host],
  ...(tls.certificate === 'router' ? {} : { secretName: tls.certificate.secret }),
});

/** For controllers whose port 80 cannot be closed for one Ingress. */
const stuckOnPort80: Text = text(
  'This controller also answers plain HTTP, and without the redirect it would only encrypt the way from there to the pod: leave “redirect” on.',
  'Este controlador responde también a HTTP sin cifrar, y sin la redirección solo cifraría el camino de ahí al pod: deja «redirect» activado.',
);

const annotatedWith =
  (prefix: string) =>
  (annotations: Annotations): Annotations =>
    Object.fromEntries(Object.entries(annotations).map(([name, value]) => [`${prefix}/${name}`, value]));

// Facts: traefik/traefik, docs/content/reference/routing-configuration/kubernetes/{ingress.md,crd/http/serverstransport.md,crd/tcp/ingressroutetcp.md};
// pods: traefik/traefik-helm-chart, traefik/templates/_helpers.tpl. k3s runs it in kube-system.
const byTraefik = annotatedWith('traefik.ingress.kubernetes.io');
const openPort = byTraefik({ 'router.entrypoints': 'web' });
// An entry in spec.tls only loads the certificate: the annotations switch TLS on.
const closedPort = byTraefik({ 'router.entrypoints': 'websecure', 'router.tls': 'true' });

/** Traefik guesses TLS from Service port 443 and from port names such as `https`, so plain HTTP there must be said. */
function plainScheme(port: PortPlan): Annotations {
  if (port.protocol === 'grpc') return byTraefik({ 'service.serversscheme': 'h2c' });
  return port.servicePort === 443 || port.name.startsWith('https') ? byTraefik({ 'service.serversscheme': 'http' }) : {};
}

/** Traefik has no redirect of its own for one host: a Middleware on a second Ingress does it. */
function traefikRedirect({ namespace, name, tls }: Way<Encrypted>): { readonly extras: readonly Extra[]; readonly redirect?: Annotations } {
  if (!tls.redirect) return { extras: [] };
  const suffix = '-https-redirect';
  return {
    redirect: { ...openPort, ...byTraefik({ 'router.middlewares': `${namespace}-${name}${suffix}@kubernetescrd` }) },
    extras: [
      {
        apiVersion: 'traefik.io/v1alpha1',
        kind: 'Middleware',
        suffix,
        spec: { redirectScheme: { scheme: 'https', permanent: true } },
        because: text('Callers that use plain HTTP are redirected to HTTPS.', 'A quien llama por HTTP sin cifrar se le redirige a HTTPS.'),
      },
    ],
  };
}

const traefik: IngressController = {
  title: 'Traefik',
  fits: text('It suits clusters with Traefik, such as k3s and RKE2.', 'Sirve para clústeres con Traefik, como k3s y RKE2.'),
  trusts: 'public authorities',
  redirect: 'optional',
  plainGrpc: true,
  controller: { name: 'traefik.io/ingress-controller', prefix: false },
  className: 'traefik',
  peers: ['traefik', 'kube-system'].map((namespace) => pods(namespace, { 'app.kubernetes.io/name': 'traefik' })),
  authorityKey: 'ca.crt',
  shapes: {
    none: ({ port }) => ({ ingress: openPort, service: plainScheme(port) }),
    edge: (way) => ({ ...traefikRedirect(way), ingress: closedPort, service: plainScheme(way.port), tls: terminated(way) }),
    reencrypt: (way) => {
      const { pod } = way.tls;
      if (pod.from === 'service-ca' && pod.authority === undefined) {
        return {
          refused: text(
            'Traefik checks the pod’s certificate and does not know OpenShift’s authority: give its file with “pod-ca”, or use a Route.',
            'Traefik comprueba el certificado del pod y no conoce la autoridad de OpenShift: indica su archivo con «pod-ca», o usa una Route.',
          ),
        };
      }
      const { redirect, extras } = traefikRedirect(way);
      return {
        ingress: closedPort,
        service: byTraefik({ 'service.serversscheme': 'https', 'service.serverstransport': `${way.namespace}-${way.name}@kubernetescrd` }),
        tls: terminated(way),
        ...(redirect ? { redirect } : {}),
        extras: [
          ...extras,
          {
            apiVersion: 'traefik.io/v1alpha1',
            kind: 'ServersTransport',
            suffix: '',
            // rootCAs: since Traefik 3.4.
            spec: { serverName: podHost(way), ...(pod.authority === undefined ? {} : { rootCAs: [{ secret: authorityName(way.name) }] }) },
            because: text(
              'Traefik calls the pods by address and checks their certificate: it has to be told for which name the certificate is issued.',
              'Traefik llama a los pods por su dirección y comprueba su certificado: hay que decirle para qué nombre está emitido.',
            ),
          },
        ],
      };
    },
    passthrough: (way) => {
      const { redirect, extras } = traefikRedirect(way);
      return {
        ...(redirect ? { redirect } : {}),
        replacesIngress: true,
        extras: [
          ...extras,
          {
            apiVersion: 'traefik.io/v1alpha1',
            kind: 'IngressRouteTCP',
            suffix: '',
            spec: {
              entryPoints: ['websecure'],
              routes: [{ match: `HostSNI(\`${way.host}\`)`, services: [{ name: way.name, port: way.port.name }] }],
              tls: { passthrough: true },
            },
            because: text(
              'Traefik only passes TLS through with an object kind of its own; an Ingress cannot ask for it.',
              'Traefik solo deja pasar TLS con un tipo de objeto propio; un Ingress no puede pedirlo.',
            ),
          },
        ],
      };
    },
  },
};

// Facts: haproxytech/kubernetes-ingress, documentation/annotations.md and ingressclass.md; the redirect and passthrough in
// pkg/annotations/ingress/httpsRedirect.go and pkg/route/route.go; pods: deploy/haproxy-ingress.yaml, and the chart in haproxytech/helm-charts.
const byHaproxy = annotatedWith('haproxy.org');
/** With TLS to the pod HTTP/2 is agreed on by itself, and `server-proto` is ignored. */
const clearHttp2 = (port: PortPlan): Annotations => (port.protocol === 'grpc' ? byHaproxy({ 'server-proto': 'h2' }) : {});

const haproxytech: IngressController = {
  title: 'HAProxy Kubernetes Ingress Controller',
  fits: text(
    'It suits clusters with the controller made by HAProxy Technologies.',
    'Sirve para clústeres con el controlador que hace HAProxy Technologies.',
  ),
  trusts: 'anyone',
  redirect: 'needed inside',
  plainGrpc: true,
  controller: { name: 'haproxy.org/ingress-controller', prefix: true },
  className: 'haproxy',
  peers: [
    pods('haproxy-controller', { 'app.kubernetes.io/name': 'kubernetes-ingress' }),
    pods('haproxy-controller', { run: 'haproxy-ingress' }),
  ],
  // It calls an authority "tls.crt" too (annotations.md, server-ca).
  authorityKey: 'tls.crt',
  shapes: {
    none: ({ port }) => ({ ingress: clearHttp2(port) }),
    edge: (way) => ({
      ingress: { ...byHaproxy({ 'ssl-redirect': String(way.tls.redirect) }), ...clearHttp2(way.port) },
      tls: terminated(way),
    }),
    reencrypt: (way) => {
      if (!way.tls.redirect) return { refused: stuckOnPort80 };
      const authority = way.tls.pod.authority === undefined ? {} : { 'server-ca': `${way.namespace}/${authorityName(way.name)}` };
      return { ingress: byHaproxy({ 'ssl-redirect': 'true', 'server-ssl': 'true', ...authority }), tls: terminated(way) };
    },
    // Port 80 knows the host as well: without the redirect the pod gets plain HTTP on its TLS port, and answers with an error.
    passthrough: ({ tls }) => ({ ingress: byHaproxy({ 'ssl-passthrough': 'true', 'ssl-redirect': String(tls.redirect) }) }),
  },
};

// Facts: kubernetes/ingress-nginx, docs/user-guide/nginx-configuration/annotations.md and docs/user-guide/tls.md; pods: deploy/static/provider/cloud/deploy.yaml.
const byNginx = annotatedWith('nginx.ingress.kubernetes.io');

function nginxReencrypt(way: Way<TlsOf<'reencrypt'>>): Annotations {
  const checked = {
    'proxy-ssl-verify': 'on',
    'proxy-ssl-secret': `${way.namespace}/${authorityName(way.name)}`,
    'proxy-ssl-name': podHost(way),
    'proxy-ssl-server-name': 'on',
  };
  return byNginx({
    'ssl-redirect': 'true',
    'backend-protocol': way.port.protocol === 'grpc' ? 'GRPCS' : 'HTTPS',
    ...(way.tls.pod.authority === undefined ? {} : checked),
  });
}

const ingressNginx: IngressController = {
  title: 'Ingress NGINX',
  fits: text('It suits a cluster that has nothing else.', 'Sirve para un clúster que no tiene otra cosa.'),
  trusts: 'anyone',
  redirect: 'needed inside',
  plainGrpc: false,
  controller: { name: 'k8s.io/ingress-nginx', prefix: true },
  className: 'nginx',
  peers: [pods('ingress-nginx', { 'app.kubernetes.io/name': 'ingress-nginx', 'app.kubernetes.io/component': 'controller' })],
  // kubernetes.io/blog/2025/11/11/ingress-nginx-retirement
  retired: text(
    'Ingress NGINX has had no security fixes since March 2026: choose another controller for anything new.',
    'Ingress NGINX no recibe correcciones de seguridad desde marzo de 2026: elige otro controlador para todo lo nuevo.',
  ),
  authorityKey: 'ca.crt',
  shapes: {
    none: ({ port }): { readonly ingress: Annotations } | Refusal =>
      port.protocol === 'grpc'
        ? {
            refused: text(
              'Ingress NGINX only speaks gRPC with callers that use TLS: choose “edge”.',
              'Ingress NGINX solo habla gRPC con quien llama con TLS: elige «edge».',
            ),
          }
        : { ingress: {} },
    edge: (way) => ({
      ingress: byNginx({
        'ssl-redirect': String(way.tls.redirect),
        ...(way.port.protocol === 'grpc' ? { 'backend-protocol': 'GRPC' } : {}),
      }),
      tls: terminated(way),
    }),
    reencrypt: (way) => (way.tls.redirect ? { ingress: nginxReencrypt(way), tls: terminated(way) } : { refused: stuckOnPort80 }),
    passthrough: ({ tls }) => ({
      // The Ingress has no spec.tls, so only "force" redirects.
      ingress: byNginx({ 'ssl-passthrough': 'true', 'force-ssl-redirect': String(tls.redirect) }),
      because: text(
        'This works only where the controller itself was started with --enable-ssl-passthrough.',
        'Esto solo funciona si el propio controlador se arrancó con --enable-ssl-passthrough.',
      ),
    }),
  },
};

// Facts: openshift/route-controller-manager, pkg/route/ingress/ingress.go and pkg/routecontroller/wellknown.go: it makes a Route of each Ingress,
// always with a redirect; a Secret that is missing means no Route at all. Namespaces: openshift/cluster-ingress-operator,
// pkg/manifests/assets/router/namespace.yaml and assets/canary/networkpolicy-allow.yaml, which admits both groups in this way.
const byOpenshift = annotatedWith('route.openshift.io');

const routerAlwaysRedirects: Text = text(
  'The OpenShift router always redirects what comes in through an Ingress: leave “redirect” on, or use a Route.',
  'El router de OpenShift siempre redirige lo que llega por un Ingress: deja «redirect» activado, o usa una Route.',
);

function routerRefuses({ tls, port }: Way<Encrypted>): Text | undefined {
  if (!tls.redirect) return routerAlwaysRedirects;
  // HTTP/2 is not offered with the router's own certificate (Route API, description of spec.tls).
  if (port.protocol === 'grpc' && tls.model !== 'passthrough' && tls.certificate === 'router') {
    return text(
      'gRPC needs HTTP/2, which the OpenShift router only offers with a certificate of your own: put one in a Secret.',
      'gRPC necesita HTTP/2, que el router de OpenShift solo ofrece con un certificado tuyo: pon uno en un Secret.',
    );
  }
  return undefined;
}

/** The empty entry asks for the router's own certificate; one with hosts would have to name a Secret. */
const routerTls = (way: Way<Terminated>) => (way.tls.certificate === 'router' ? {} : terminated(way));

const openshiftRouter: IngressController = {
  title: 'OpenShift router',
  fits: text(
    'It suits OpenShift, which turns each Ingress into a Route.',
    'Sirve para OpenShift, que convierte cada Ingress en una Route.',
  ),
  trusts: 'the platform',
  redirect: 'always',
  plainGrpc: true,
  controller: { name: 'openshift.io/ingress-to-route', prefix: false },
  className: 'openshift-default',
  peers: [
    { namespaceSelector: { matchLabels: { 'policy-group.network.openshift.io/ingress': '' } } },
    // Routers on the host network: the default outside clouds.
    { namespaceSelector: { matchLabels: { 'policy-group.network.openshift.io/host-network': '' } } },
  ],
  authorityKey: 'tls.crt',
  shapes: {
    none: () => ({}),
    edge: (way) => {
      const refused = routerRefuses(way);
      return refused ? { refused } : { ingress: byOpenshift({ termination: 'edge' }), tls: routerTls(way) };
    },
    reencrypt: (way) => {
      const refused = routerRefuses(way);
      if (refused) return { refused };
      const authority = way.tls.pod.authority === undefined ? {} : { 'destination-ca-certificate-secret': authorityName(way.name) };
      return { ingress: byOpenshift({ termination: 'reencrypt', ...authority }), tls: routerTls(way) };
    },
    passthrough: (way) => {
      const refused = routerRefuses(way);
      return refused ? { refused } : { ingress: byOpenshift({ termination: 'passthrough' }), pathless: true };
    },
  },
};

/** The one list of controllers: a row here is a choice, its words, and all it needs. */
export const ingressControllers = {
  traefik,
  haproxytech,
  'ingress-nginx': ingressNginx,
  'openshift-router': openshiftRouter,
} as const satisfies Readonly<Record<string, IngressController>>;

export type IngressControllerId = keyof typeof ingressControllers;

/** The controllers of which this is true. */
export const controllersThat = (holds: (row: IngressController) => boolean): readonly IngressControllerId[] =>
  (Object.keys(ingressControllers) as IngressControllerId[]).filter((id) => holds(ingressControllers[id]));
