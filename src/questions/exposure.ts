import { say, text, verbatim } from '../model/text.ts';
import { platform } from './application.ts';
import { noAddress, tooLong } from './automatic-host.ts';
import { port, protocol, run } from './basics.ts';
import { hostName } from './host-name.ts';
import type { IngressController } from './ingress-controller.ts';
import { type IngressControllerId, ingressControllers } from './ingress-controllers.ts';
import { all, always, type Choice, is, type Known, not, question, sure, type Topic } from './question.ts';
import { refusedIngressClass, seenController, seenEntrance, seenIngressClass } from './seen-entrances.ts';
import { dnsSubdomain, oneOf, words } from './value-types.ts';

export const exposure = question({
  id: 'exposure',
  label: text('Callers', 'Quién llama'),
  ask: text('Who calls it?', '¿Quién lo llama?'),
  help: text(
    'A web page is called by people outside; a database, only by other pods in the cluster; a program that fetches its own work, by nobody. What is called from inside gets a Service: one name and one address for all its pods. What is called from outside also gets a way in. If you are not sure, start inside: you can open it later by changing this one answer.',
    'Una página web la llama gente de fuera; una base de datos, solo otros pods del clúster; un programa que va él mismo a buscar su trabajo, nadie. Lo que se llama desde dentro recibe un Service: un nombre y una dirección para todos sus pods. Lo que se llama desde fuera recibe, además, una entrada. Si no lo sabes, empieza por dentro: para abrirlo después basta con cambiar esta respuesta.',
  ),
  page: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  level: 'essential',
  when: all(is(run, 'always', 'every-node'), not(is(port, 'none'))),
  type: oneOf({
    none: {
      label: text('nobody', 'nadie'),
      fits: text(
        'It suits a program that nobody calls: it gets no Service.',
        'Sirve para un programa al que nadie llama: se queda sin Service.',
      ),
    },
    cluster: {
      label: text('other pods', 'otros pods'),
      fits: text(
        'It suits a program that only other pods call: it gets a name and an address inside the cluster.',
        'Sirve para un programa al que solo llaman otros pods: recibe un nombre y una dirección dentro del clúster.',
      ),
    },
    outside: {
      label: text('people outside', 'gente de fuera'),
      fits: text(
        'It suits a program that people call from outside the cluster: it also gets a way in.',
        'Sirve para un programa al que llama gente de fuera del clúster: recibe además una entrada.',
      ),
    },
  }),
  rules: {
    port: always(
      'cluster',
      text(
        'It listens on a port, so other pods may call it; you did not ask for a way in from outside.',
        'Escucha en un puerto, así que otros pods pueden llamarlo; no has pedido una entrada desde fuera.',
      ),
    ),
  },
});

export const entrance = question({
  id: 'entrance',
  label: text('Entrance', 'Entrada'),
  ask: text('How do people get in?', '¿Por dónde entra la gente?'),
  help: text(
    'An Ingress is a rule for a reverse proxy that many applications share: shop.example.com leads to this Service. OpenShift’s own version of it is the Route. A load balancer gives you an address of your own, ordered from the cloud: it lets any traffic through, costs money, and does not look inside. To find out what your cluster has, ask its administrator or try “kubectl get ingressclass”. With the wrong one the objects are created, but nobody answers; you can change it later.',
    'Un Ingress es una regla para un proxy inverso que comparten muchas aplicaciones: shop.example.com lleva a este Service. La versión propia de OpenShift es la Route. Un balanceador de carga te da una dirección propia, que se pide a la nube: deja pasar cualquier tráfico, cuesta dinero y no mira dentro. Para saber qué tiene tu clúster, pregunta a quien lo administra o prueba «kubectl get ingressclass». Si te equivocas, los objetos se crean pero nadie responde; se puede cambiar después.',
  ),
  page: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  level: 'more',
  when: is(exposure, 'outside'),
  type: oneOf({
    ingress: {
      label: text('Ingress', 'Ingress'),
      fits: text(
        'It suits HTTP on nearly every cluster: one proxy for many applications.',
        'Sirve para HTTP en casi cualquier clúster: un proxy para muchas aplicaciones.',
      ),
    },
    route: {
      label: text('Route', 'Route'),
      fits: text(
        'It suits HTTP on OpenShift, where the router is always there.',
        'Sirve para HTTP en OpenShift, donde el router está siempre ahí.',
      ),
    },
    'load-balancer': {
      label: text('load balancer', 'balanceador de carga'),
      fits: text(
        'It suits what is not HTTP, on a cluster that can order addresses, as in most clouds.',
        'Sirve para lo que no es HTTP, en un clúster que pueda pedir direcciones, como en la mayoría de las nubes.',
      ),
    },
    'node-port': {
      label: text('node port', 'puerto de nodo'),
      fits: text(
        'It only suits learning clusters such as kind or minikube: a port above 30000 on every node.',
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
              'It does not speak HTTP, and only a load balancer lets anything else through.',
              'No habla HTTP, y solo un balanceador de carga deja pasar otra cosa.',
            ),
          }
        : undefined,
    M7: (known) =>
      known.is(platform, 'openshift')
        ? { choice: 'route', reason: text('OpenShift brings a router that reads Routes.', 'OpenShift trae un router que lee Routes.') }
        : undefined,
    cluster: ({ facts }) => seenEntrance(facts.cluster),
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
              'The proxy behind an Ingress or a Route only understands HTTP, and this component does not speak it.',
              'El proxy que hay detrás de un Ingress o una Route solo entiende HTTP, y este componente no lo habla.',
            ),
            mends: [
              {
                id: 'entrance',
                value: 'load-balancer',
                gives: text('an address that lets any TCP through', 'una dirección que deja pasar cualquier TCP'),
              },
              ...(choice === 'route' && known.is(platform, 'kubernetes')
                ? []
                : [{ id: 'protocol', value: 'http', gives: text('if it does speak HTTP on that port', 'si en ese puerto sí habla HTTP') }]),
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
              { id: 'entrance', value: 'ingress', gives: text('the same with an Ingress', 'lo mismo con un Ingress') },
              { id: 'platform', value: 'openshift', gives: text('if the cluster is OpenShift', 'si el clúster es OpenShift') },
            ],
          }
        : undefined,
  },
});

/** The entrances where a proxy reads HTTP and the host name. */
export const byHost = is(entrance, 'ingress', 'route');

const choiceOf = ({ title, fits, retired }: IngressController): Choice => ({
  label: verbatim(title),
  fits: retired ? say((language) => `${fits[language]} ${retired[language]}`) : fits,
});

const controllerChoices = Object.fromEntries(Object.entries(ingressControllers).map(([id, row]) => [id, choiceOf(row)])) as Record<
  IngressControllerId,
  Choice
>;

export const ingressController = question({
  id: 'ingress-controller',
  label: text('Ingress controller', 'Controlador de Ingress'),
  ask: text('Which Ingress controller does the cluster have?', '¿Qué controlador de Ingress tiene el clúster?'),
  help: text(
    'An Ingress is only a wish; the controller is the proxy that reads it and lets people in. Each controller has its own settings for redirects and certificates, and its own pods, which the NetworkPolicy must let in. “kubectl get ingressclass” shows which one you have; k3s and RKE2 come with Traefik. If you choose the wrong one, nobody reads the Ingress and its address stays empty.',
    'Un Ingress es solo un deseo; el controlador es el proxy que lo lee y deja entrar a la gente. Cada controlador tiene sus propios ajustes para las redirecciones y los certificados, y sus propios pods, a los que la NetworkPolicy debe dejar entrar. «kubectl get ingressclass» muestra cuál tienes; k3s y RKE2 traen Traefik. Si eliges otro, nadie lee el Ingress y su dirección se queda vacía.',
  ),
  page: 'https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/',
  level: 'essential',
  when: is(entrance, 'ingress'),
  type: oneOf(controllerChoices),
  rules: {
    M7: (known) =>
      known.is(platform, 'openshift')
        ? {
            choice: 'openshift-router',
            reason: text('It is the router that every OpenShift cluster has.', 'Es el router que tienen todos los clústeres de OpenShift.'),
          }
        : undefined,
    cluster: ({ facts }) => seenController(facts.cluster),
    'ingress-controller': always(
      'traefik',
      text(
        'It is well maintained, and several Kubernetes distributions come with it.',
        'Tiene buen mantenimiento y varias distribuciones de Kubernetes lo traen.',
      ),
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
                gives: text('the controller that several distributions come with', 'el controlador que traen varias distribuciones'),
              },
              { id: 'platform', value: 'openshift', gives: text('if the cluster is OpenShift', 'si el clúster es OpenShift') },
            ],
          }
        : undefined,
  },
});

export const ingressClass = question({
  id: 'ingress-class',
  label: text('Ingress class', 'Clase de Ingress'),
  ask: text('What is the controller’s class called?', '¿Cómo se llama la clase del controlador?'),
  help: text(
    'The class is the name under which the cluster knows its Ingress controller; “kubectl get ingressclass” lists them. Change it only where somebody gave the controller another name than usual. With a name that does not exist nobody reads the Ingress, and its address stays empty.',
    'La clase es el nombre con el que el clúster conoce su controlador de Ingress; «kubectl get ingressclass» las enumera. Cámbiala solo si alguien dio al controlador otro nombre que el habitual. Con un nombre que no existe nadie lee el Ingress y su dirección se queda vacía.',
  ),
  page: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class',
  level: 'quiet',
  when: is(entrance, 'ingress'),
  type: words(dnsSubdomain(['traefik', 'nginx-internal'])),
  rules: {
    cluster: (known) => seenIngressClass(known.facts.cluster, sureControllerOf(known)),
    'ingress-class': (known) => {
      const { title, className } = sureControllerOf(known);
      return { choice: className, reason: text(`${title} gives its class this name.`, `${title} da este nombre a su clase.`) };
    },
  },
  refuses: { cluster: (choice, known) => refusedIngressClass(known.facts.cluster, sureControllerOf(known), choice) },
});

export const host = question({
  id: 'host',
  label: text('Address', 'Dirección'),
  ask: text('At which address?', '¿En qué dirección?'),
  help: text(
    'It is the name that people type into the browser, such as shop.example.com: no https://, no port, no path. Whoever manages your domain must point it at the cluster’s router; until then nobody finds it. On OpenShift the router can make one up inside its own domain (“auto”), which works at once. The certificate must be issued for this same name.',
    'Es el nombre que la gente escribe en el navegador, como shop.example.com: sin https://, sin puerto y sin ruta. Quien lleva tu dominio tiene que apuntarlo al router del clúster; hasta entonces nadie lo encuentra. En OpenShift el router puede inventarse uno dentro de su propio dominio («auto»), que funciona desde el primer momento. El certificado tiene que estar emitido para este mismo nombre.',
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
  refuses: {
    auto: (choice, known) => (choice === 'auto' && known.is(entrance, 'ingress') ? noAddress(known) : undefined),
    length: (choice, known) => (choice === 'auto' ? tooLong(known) : undefined),
  },
});

export const exposureTopic: Topic = {
  id: 'exposure',
  title: text('Callers and the way in', 'Quién llama y por dónde'),
  questions: [exposure, entrance, ingressController, ingressClass, host],
};

const sureControllerOf = (known: Known): IngressController => ingressControllers[sure(known, ingressController)];

/** All that is known of the chosen Ingress controller; undefined where the way in is another. */
export function controllerOf(known: Known): IngressController | undefined {
  const id = known.get(ingressController);
  return id && ingressControllers[id];
}
