import { say, type Text, text, verbatim } from '../model/text.ts';
import { name, platform } from './application.ts';
import { port, protocol, run } from './basics.ts';
import { hostName } from './host-name.ts';
import { type IngressControllerId, ingressControllers } from './ingress-controllers.ts';
import { all, always, type Choice, is, type Known, not, question, type Refused, type Topic } from './question.ts';
import { oneOf } from './value-types.ts';

export const exposure = question({
  id: 'exposure',
  label: text('Callers', 'Quién llama'),
  ask: text('Who calls it?', '¿Quién lo llama?'),
  help: text(
    'A web page is called by people outside; a database only by other pods of the cluster; a program that only fetches its own work by nobody. Whoever is called inside gets a Service: one name and one address for all its pods. Whoever is called from outside gets a way in besides. If you are not sure, start inside: opening it later is one answer.',
    'Una página web la llama gente de fuera; una base de datos, solo otros pods del clúster; un programa que va él mismo a buscar su trabajo, nadie. A quien llaman desde dentro le hace falta un Service: un nombre y una dirección para todos sus pods. A quien llaman desde fuera, además, una entrada. Si no lo sabes, empieza por dentro: abrirlo después es una sola respuesta.',
  ),
  page: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  level: 'essential',
  when: all(is(run, 'always', 'every-node'), not(is(port, 'none'))),
  type: oneOf({
    none: {
      label: text('nobody', 'nadie'),
      fits: text(
        'It fits a program that nobody calls: it gets no Service.',
        'Sirve para un programa al que nadie llama: se queda sin Service.',
      ),
    },
    cluster: {
      label: text('other pods', 'otros pods'),
      fits: text(
        'It fits what only other pods call: a name and an address inside the cluster.',
        'Sirve para lo que solo llaman otros pods: un nombre y una dirección dentro del clúster.',
      ),
    },
    outside: {
      label: text('people outside', 'gente de fuera'),
      fits: text(
        'It fits what is called from outside the cluster: it needs a way in.',
        'Sirve para lo que se llama desde fuera del clúster: necesita una entrada.',
      ),
    },
  }),
  rules: {
    port: always(
      'cluster',
      text(
        'It listens on a port, so other pods may call it; nobody asked for a way in from outside.',
        'Escucha en un puerto, así que otros pods pueden llamarlo; nadie ha pedido una entrada desde fuera.',
      ),
    ),
  },
});

export const entrance = question({
  id: 'entrance',
  label: text('Entrance', 'Entrada'),
  ask: text('Through what do people come in?', '¿Por dónde entra la gente?'),
  help: text(
    'An Ingress is a rule for a reverse proxy that many applications share: shop.example.com leads to this Service. OpenShift’s own form of it is the Route. A load balancer is an address of its own, ordered from the cloud: it carries anything, costs money, and looks into nothing. To tell what your cluster has, ask its administrator or try “kubectl get ingressclass”. With the wrong one the objects are made, but nobody answers; you can change it later.',
    'Un Ingress es una regla para un proxy reverso que comparten muchas aplicaciones: shop.example.com lleva a este Service. La forma propia de OpenShift es la Route. Un balanceador de carga es una dirección para ti solo, que se pide a la nube: transporta cualquier cosa, cuesta dinero y no mira lo que pasa por él. Para saber qué tiene tu clúster, pregunta a quien lo administra o prueba «kubectl get ingressclass». Si te equivocas, los objetos se crean pero nadie responde; se puede cambiar después.',
  ),
  page: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  level: 'more',
  when: is(exposure, 'outside'),
  type: oneOf({
    ingress: {
      label: text('Ingress', 'Ingress'),
      fits: text(
        'It fits HTTP on nearly every cluster: one proxy for many applications.',
        'Sirve para HTTP en casi cualquier clúster: un proxy para muchas aplicaciones.',
      ),
    },
    route: {
      label: text('Route', 'Route'),
      fits: text('It fits HTTP on OpenShift, whose router is always there.', 'Sirve para HTTP en OpenShift, cuyo router está siempre ahí.'),
    },
    'load-balancer': {
      label: text('load balancer', 'balanceador de carga'),
      fits: text(
        'It fits what is not HTTP, on a cluster that can order addresses: most clouds.',
        'Sirve para lo que no es HTTP, en un clúster que pueda pedir direcciones: la mayoría de las nubes.',
      ),
    },
    'node-port': {
      label: text('node port', 'puerto del nodo'),
      fits: text(
        'It fits learning clusters such as kind or minikube only: a port above 30000 on every node.',
        'Solo sirve para clústeres de aprendizaje como kind o minikube: un puerto por encima del 30000 en cada nodo.',
      ),
    },
  }),
  rules: {
    protocol: (known) =>
      known.is(protocol, 'tcp')
        ? {
            choice: 'load-balancer',
            reason: text(
              'It does not speak HTTP, and only a load balancer carries anything else.',
              'No habla HTTP, y solo un balanceador de carga transporta otra cosa.',
            ),
          }
        : undefined,
    M7: (known) =>
      known.is(platform, 'openshift')
        ? { choice: 'route', reason: text('OpenShift brings a router that reads Routes.', 'OpenShift trae un router que lee Routes.') }
        : undefined,
    entrance: always(
      'ingress',
      text(
        'It speaks HTTP, and an Ingress is the way in that most clusters have.',
        'Habla HTTP, y un Ingress es la entrada que tiene la mayoría de los clústeres.',
      ),
    ),
  },
  refuses: {
    protocol: (choice, known) =>
      (choice === 'ingress' || choice === 'route') && known.is(protocol, 'tcp')
        ? {
            says: text(
              'An Ingress or a Route carries HTTP, and this component does not speak it: the proxy would not understand a word.',
              'Un Ingress o una Route transporta HTTP y este componente no lo habla: el proxy no entendería nada.',
            ),
            mends: [
              {
                id: 'entrance',
                value: 'load-balancer',
                gives: text('an address that carries any TCP', 'una dirección que transporta cualquier TCP'),
              },
              { id: 'protocol', value: 'http', gives: text('if it does speak HTTP on that port', 'si en ese puerto sí habla HTTP') },
            ],
          }
        : undefined,
    M7: (choice, known) =>
      choice === 'route' && known.is(platform, 'kubernetes')
        ? {
            says: text(
              'Only OpenShift has Routes: on other clusters nobody reads them.',
              'Solo OpenShift tiene Routes: en otros clústeres nadie las lee.',
            ),
            mends: [
              { id: 'entrance', value: 'ingress', gives: text('the same by an Ingress', 'lo mismo con un Ingress') },
              { id: 'platform', value: 'openshift', gives: text('if the cluster is an OpenShift', 'si el clúster es un OpenShift') },
            ],
          }
        : undefined,
  },
});

/** The entrances where a proxy reads HTTP and the host name. */
export const byHost = is(entrance, 'ingress', 'route');

function controllerChoice(id: IngressControllerId, fits: Text): Choice {
  const { title, retired } = ingressControllers[id];
  return { label: verbatim(title), fits: retired ? say((language) => `${fits[language]} ${retired[language]}`) : fits };
}

export const ingressController = question({
  id: 'ingress-controller',
  label: text('Ingress controller', 'Controlador de Ingress'),
  ask: text('Which Ingress controller does the cluster have?', '¿Qué controlador de Ingress tiene el clúster?'),
  help: text(
    'An Ingress is only a wish; the controller is the proxy that reads it and lets people in. Each has its own words for redirects and certificates, and pods of its own that the NetworkPolicy must let through. “kubectl get ingressclass” names it; k3s and RKE2 bring Traefik along. If it is the wrong one, nobody reads the Ingress and its address stays empty.',
    'Un Ingress es solo un deseo; el controlador es el proxy que lo lee y deja entrar a la gente. Cada uno tiene sus propias palabras para las redirecciones y los certificados, y sus propios pods, a los que la NetworkPolicy debe dejar pasar. «kubectl get ingressclass» lo nombra; k3s y RKE2 traen Traefik. Si no es ese, nadie lee el Ingress y su dirección se queda vacía.',
  ),
  page: 'https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/',
  level: 'essential',
  when: is(entrance, 'ingress'),
  type: oneOf({
    traefik: controllerChoice(
      'traefik',
      text('It fits clusters with Traefik, such as k3s and RKE2.', 'Sirve para clústeres con Traefik, como k3s y RKE2.'),
    ),
    haproxytech: controllerChoice(
      'haproxytech',
      text(
        'It fits clusters with the controller that HAProxy Technologies makes.',
        'Sirve para clústeres con el controlador que hace HAProxy Technologies.',
      ),
    ),
    'ingress-nginx': controllerChoice(
      'ingress-nginx',
      text('It fits a cluster that has nothing else.', 'Sirve para un clúster que no tiene otra cosa.'),
    ),
    'openshift-router': controllerChoice(
      'openshift-router',
      text('It fits OpenShift, which turns each Ingress into a Route.', 'Sirve para OpenShift, que convierte cada Ingress en una Route.'),
    ),
  }),
  rules: {
    M7: (known) =>
      known.is(platform, 'openshift')
        ? {
            choice: 'openshift-router',
            reason: text('It is the router that every OpenShift has.', 'Es el router que tiene todo OpenShift.'),
          }
        : undefined,
    'ingress-controller': always(
      'traefik',
      text('It is looked after, and several distributions bring it along.', 'Está al día y varias distribuciones lo traen.'),
    ),
  },
  refuses: {
    M7: (choice, known) =>
      choice === 'openshift-router' && known.is(platform, 'kubernetes')
        ? {
            says: text(
              'Only OpenShift has this router: on other clusters nobody would read the Ingress.',
              'Solo OpenShift tiene este router: en otros clústeres nadie leería el Ingress.',
            ),
            mends: [
              {
                id: 'ingress-controller',
                value: 'traefik',
                gives: text('the controller that several distributions bring along', 'el controlador que traen varias distribuciones'),
              },
              { id: 'platform', value: 'openshift', gives: text('if the cluster is an OpenShift', 'si el clúster es un OpenShift') },
            ],
          }
        : undefined,
  },
});

export const host = question({
  id: 'host',
  label: text('Address', 'Dirección'),
  ask: text('Under which address?', '¿En qué dirección?'),
  help: text(
    'The name that people type into the browser, such as shop.example.com: no https://, no port, no path. Whoever looks after your domain must point it at the cluster’s router; until then nobody finds it. On OpenShift the router can make one up inside its own domain (“auto”), which works at once. The certificate must be made out to this same name.',
    'El nombre que la gente escribe en el navegador, como shop.example.com: sin https://, sin puerto y sin ruta. Quien lleva tu dominio tiene que apuntarlo al router del clúster; hasta entonces nadie lo encuentra. En OpenShift el router puede inventarse uno dentro de su propio dominio («auto»), que funciona desde el primer momento. El certificado tiene que estar a este mismo nombre.',
  ),
  page: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource',
  level: 'essential',
  when: byHost,
  type: hostName,
  rules: {
    route: (known) =>
      known.is(entrance, 'route')
        ? {
            choice: 'auto',
            reason: text(
              'The router gives a Route an address inside its own domain.',
              'El router da a la Route una dirección dentro de su propio dominio.',
            ),
          }
        : undefined,
  },
  refuses: { auto: (choice, known) => (choice === 'auto' && known.is(entrance, 'ingress') ? noAddress(known) : undefined) },
});

function noAddress(known: Known): Refused {
  const own = {
    id: 'host',
    value: `${known.get(name)}.example.com`,
    gives: text('a name in your own domain, such as this', 'un nombre de tu propio dominio, como este'),
  };
  const route = {
    id: 'entrance',
    value: 'route',
    gives: text('a Route, for which the router makes up an address', 'una Route, para la que el router se inventa una dirección'),
  };
  return {
    says: text(
      'Nobody makes up an address for an Ingress: it must say its own.',
      'Nadie se inventa la dirección de un Ingress: tiene que decir la suya.',
    ),
    mends: known.is(platform, 'openshift') ? [own, route] : [own],
  };
}

export const exposureTopic: Topic = {
  id: 'exposure',
  title: text('Callers and the way in', 'Quién llama y por dónde'),
  questions: [exposure, entrance, ingressController, host],
};
