import { text } from '../model/text.ts';
import { preparedCreation, refusedCreation } from './prepared-namespace.ts';
import { always, is, noComponents, question, type Topic, unseen } from './question.ts';
import { refusedNamespace, seenCreation } from './seen-namespace.ts';
import { seenPlatform, seenVersion } from './seen-platform.ts';
import { dnsLabel, listOf, oneOf, words, yesNo } from './value-types.ts';

/** The longest name of an application: it leaves room for the suffixes of the objects' names. */
const longestName = 40;

/** A valid name made from a folder's, or undefined where nothing is left of it. */
export function nameFrom(folder: string): string | undefined {
  const name = folder
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+/, '')
    .slice(0, longestName)
    .replace(/-+$/, '');
  return name || undefined;
}

export const name = question({
  id: 'name',
  label: text('Name', 'Nombre'),
  ask: text('What is the application called?', '¿Cómo se llama la aplicación?'),
  help: text(
    'What Kubernetes creates for it is named after it, so that you can find it: shop gives shop-web and shop-db. If you change it later, new objects are created; the old ones stay until you delete them.',
    'Lo que Kubernetes crea para ella lleva este nombre, para que lo encuentres: shop da shop-web y shop-db. Si lo cambias más tarde se crean objetos nuevos; los viejos se quedan hasta que los borres.',
  ),
  level: 'quiet',
  essentialWhen: unseen('folder'),
  type: words(dnsLabel(longestName, ['shop', 'a1-b'])),
  rules: {
    folder: (known) => {
      const made = nameFrom(known.facts.folder ?? '');
      return made ? { choice: made, reason: text('It is the name of the folder.', 'Es el nombre de la carpeta.') } : undefined;
    },
    name: always('app', text('No folder was given to name it after.', 'No se ha indicado ninguna carpeta de la que tomar el nombre.')),
  },
});

export const platform = question({
  id: 'platform',
  label: text('Platform', 'Plataforma'),
  ask: text('Kubernetes or OpenShift?', '¿Kubernetes u OpenShift?'),
  help: text(
    'OpenShift is Red Hat’s Kubernetes: it brings its own router (with Routes instead of Ingresses) and chooses the user ID of each pod. If you log in with “oc”, it is OpenShift. If you are not sure, choose Kubernetes; you can change it later and write the manifests again.',
    'OpenShift es el Kubernetes de Red Hat: trae su propio router (con Routes en lugar de Ingresses) y elige el identificador de usuario de cada pod. Si entras con «oc», es OpenShift. Si no lo sabes, elige Kubernetes; puedes cambiarlo más tarde y volver a escribir los manifiestos.',
  ),
  level: 'essential',
  type: oneOf({
    kubernetes: {
      label: text('Kubernetes', 'Kubernetes'),
      fits: text('It suits every cluster that you reach with kubectl.', 'Sirve para cualquier clúster al que llegues con kubectl.'),
    },
    openshift: {
      label: text('OpenShift', 'OpenShift'),
      fits: text(
        'It suits Red Hat OpenShift and OKD clusters, which you reach with oc.',
        'Sirve para los clústeres de Red Hat OpenShift y OKD, a los que llegas con oc.',
      ),
    },
  }),
  rules: {
    cluster: ({ facts }) => seenPlatform(facts.cluster),
    M7: always('kubernetes', text('It is what most clusters run.', 'Es lo que usan la mayoría de los clústeres.')),
  },
});

/** The releases that get fixes in November 2026, oldest first; the oldest decides what may be written. */
export const kubernetesVersions = ['1.34', '1.35', '1.36', '1.37'] as const;
export const openshiftVersions = ['4.20', '4.21', '4.22', '4.23'] as const;

export const platformVersion = question({
  id: 'platform-version',
  label: text('Version', 'Versión'),
  ask: text('Which version of it?', '¿Qué versión?'),
  help: text(
    'The manifests only use what this version knows. “kubectl version” shows it as the server version. If you do not know it, choose the oldest one that still gets fixes: it also works on all later ones.',
    'Los manifiestos solo usan lo que conoce esta versión. «kubectl version» la muestra como la versión del servidor. Si no la sabes, elige la más antigua que aún recibe correcciones: también sirve para todas las siguientes.',
  ),
  level: 'quiet',
  type: words({
    name: 'VERSION',
    expects: text(
      'a version from 1.34 to 1.37 for Kubernetes, from 4.20 to 4.23 for OpenShift',
      'una versión de 1.34 a 1.37 para Kubernetes, de 4.20 a 4.23 para OpenShift',
    ),
    pattern: /^(1\.3[4-7]|4\.2[0-3])$/,
    samples: [...kubernetesVersions, ...openshiftVersions],
  }),
  rules: {
    cluster: (known) =>
      seenVersion(known.facts.cluster, known.get(platform), known.is(platform, 'openshift') ? openshiftVersions : kubernetesVersions),
    platform: (known) => ({
      choice: known.is(platform, 'openshift') ? openshiftVersions[0] : kubernetesVersions[0],
      reason: text(
        'It is the oldest one that still gets fixes: what works there also works on later ones.',
        'Es la más antigua que aún recibe correcciones: lo que funciona en ella funciona en las siguientes.',
      ),
    }),
  },
  refuses: {
    platform: (choice, known) => {
      const openshift = known.is(platform, 'openshift');
      if (choice.startsWith('4.') === openshift) return undefined;
      return {
        says: openshift
          ? text(
              `OpenShift has no version ${choice}; its versions are 4.20 to 4.23.`,
              `OpenShift no tiene la versión ${choice}; las suyas van de la 4.20 a la 4.23.`,
            )
          : text(
              `Kubernetes has no version ${choice}; its versions are 1.34 to 1.37.`,
              `Kubernetes no tiene la versión ${choice}; las suyas van de la 1.34 a la 1.37.`,
            ),
        mends: [
          {
            id: 'platform-version',
            value: openshift ? '4.20' : '1.34',
            gives: text('the oldest one that still gets fixes', 'la más antigua que aún recibe correcciones'),
          },
          { id: 'platform', value: openshift ? 'kubernetes' : 'openshift', gives: text('the other platform', 'la otra plataforma') },
        ],
      };
    },
  },
});

/** Names that belong to the system: Kubernetes, OpenShift projects. */
const reserved = /^(default|openshift|kube-.*|openshift-.*)$/;

export const namespace = question({
  id: 'namespace',
  label: text('Namespace', 'Espacio de nombres'),
  ask: text('In which namespace does it live?', '¿En qué espacio de nombres vive?'),
  help: text(
    'A namespace is a fenced plot of the cluster: names, quotas and permissions apply inside it. With one for each application, neighbours do not get in each other’s way. If somebody gave you a namespace, type its name; otherwise the name of the application is a good choice. If you move to another one later, you apply everything again there, and the data on disks stays behind.',
    'Un espacio de nombres es una parcela vallada del clúster: los nombres, las cuotas y los permisos valen dentro de ella. Con una para cada aplicación, los vecinos no se molestan. Si te han dado un espacio de nombres, escribe el suyo; si no, el nombre de la aplicación es una buena elección. Si más tarde te mudas a otro, allí hay que aplicarlo todo otra vez, y los datos de los discos se quedan atrás.',
  ),
  page: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  level: 'more',
  type: words({
    ...dnsLabel(63, ['shop', 'team-shop']),
    faultOf: (said) =>
      reserved.test(said)
        ? text(
            `The namespace “${said}” belongs to the system: use one of your own.`,
            `El espacio de nombres «${said}» es del sistema: usa uno tuyo.`,
          )
        : undefined,
  }),
  rules: {
    name: (known) => ({
      choice: known.get(name) ?? 'app',
      reason: text('Each application gets a plot of its own.', 'Cada aplicación tiene su propia parcela.'),
    }),
  },
  refuses: {
    cluster: (choice, { facts }) => refusedNamespace(facts.cluster, choice),
    reserved: (choice) =>
      reserved.test(choice)
        ? {
            says: text(`The namespace “${choice}” belongs to the system.`, `El espacio de nombres «${choice}» es del sistema.`),
            mends: [{ id: 'namespace', value: 'my-app', gives: text('a namespace of your own', 'un espacio de nombres tuyo') }],
          }
        : undefined,
  },
});

export const createNamespace = question({
  id: 'create-namespace',
  label: text('New namespace', 'Espacio nuevo'),
  ask: text('Does an administrator still have to create the namespace?', '¿Falta que un administrador cree el espacio de nombres?'),
  help: text(
    'On many clusters only an administrator may create a namespace. If you say yes, the folder admin/ holds it with its quota, limits and default policies, for the administrator to apply. If you say no, nothing of that is written; “kubectl get namespace NAME” shows whether it exists.',
    'En muchos clústeres solo un administrador puede crear un espacio de nombres. Si dices que sí, la carpeta admin/ lo lleva con su cuota, sus límites y sus políticas, para que lo aplique el administrador. Si dices que no, nada de eso se escribe; «kubectl get namespace NOMBRE» muestra si existe.',
  ),
  level: 'more',
  type: yesNo(
    text('It suits a namespace that does not exist yet.', 'Sirve para un espacio de nombres que aún no existe.'),
    text('It suits a namespace that somebody gave you.', 'Sirve para un espacio de nombres que te han dado.'),
  ),
  rules: {
    purpose: (known) => preparedCreation(known.facts),
    cluster: (known) => seenCreation(known.facts.cluster, known.get(namespace), known.get(name)),
    unseen: always(true, text('No cluster was read that already has it.', 'No se ha leído ningún clúster que ya lo tenga.')),
  },
  refuses: { purpose: (choice, known) => refusedCreation(choice, known.facts) },
});

export const isolation = question({
  id: 'isolation',
  label: text('Isolation', 'Aislamiento'),
  ask: text('Who may talk to its pods?', '¿Quién puede hablar con sus pods?'),
  help: text(
    'Without policies, every pod in the cluster may call every other one. With “only its known callers” the door is shut, and only opens for those that your answers name. For that the cluster needs a network plugin that enforces policies; most do. If you forget a caller, its calls hang until they time out; add it and apply again.',
    'Sin políticas, cualquier pod del clúster puede llamar a cualquier otro. Con «solo quienes se sabe que llaman» la puerta está cerrada y solo se abre a quienes nombran tus respuestas. Para eso el clúster necesita un plugin de red que aplique las políticas; la mayoría lo hace. Si olvidas a alguien que llama, sus llamadas se quedan colgadas hasta que se agota el tiempo; añádelo y vuelve a aplicar.',
  ),
  page: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  level: 'more',
  type: oneOf({
    isolated: {
      label: text('only its known callers', 'solo quienes se sabe que llaman'),
      fits: text(
        'It suits any application with known callers: strangers in the cluster find the door shut.',
        'Sirve siempre que se sepa quién llama: los extraños del clúster encuentran la puerta cerrada.',
      ),
    },
    open: {
      label: text('everyone', 'todos'),
      fits: text(
        'It suits a first try, while the callers are not known yet.',
        'Sirve para una primera prueba, cuando aún no se sabe quién llama.',
      ),
    },
  }),
  rules: {
    isolated: always(
      'isolated',
      text(
        'Known callers are let in, and a stranger in the cluster finds the door shut.',
        'Entra quien se sabe que llama, y un extraño en el clúster encuentra la puerta cerrada.',
      ),
    ),
  },
});

export const podSecurity = question({
  id: 'pod-security',
  label: text('Pod Security', 'Pod Security'),
  ask: text('What may its pods do on their node?', '¿Qué pueden hacer sus pods en su nodo?'),
  help: text(
    'Pod Security is the cluster’s doorman: “restricted” only lets in pods that run without root and without special rights, “baseline” forbids the known ways out of a container, “privileged” forbids nothing. Stay with “restricted” unless an image really cannot do without root; “kubectl describe replicaset” tells you when the doorman has turned a pod away. You can loosen it later, if an administrator applies the namespace again.',
    'Pod Security es el portero del clúster: «restricted» solo deja entrar pods sin root y sin permisos especiales, «baseline» prohíbe las formas conocidas de salir de un contenedor y «privileged» no prohíbe nada. Quédate con «restricted» salvo que una imagen de verdad no pueda prescindir de root; «kubectl describe replicaset» dice cuándo el portero no ha dejado entrar a un pod. Puedes relajarlo más tarde, si un administrador vuelve a aplicar el espacio de nombres.',
  ),
  page: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  level: 'quiet',
  type: oneOf({
    restricted: {
      label: text('restricted', 'restricted'),
      fits: text('It suits nearly every application.', 'Sirve para casi cualquier aplicación.'),
    },
    baseline: {
      label: text('baseline', 'baseline'),
      fits: text('It suits images that only run as root.', 'Sirve para imágenes que solo funcionan como root.'),
    },
    privileged: {
      label: text('privileged', 'privileged'),
      fits: text('It suits agents that need the node itself.', 'Sirve para agentes que necesitan el propio nodo.'),
    },
  }),
  rules: {
    restricted: always(
      'restricted',
      text('What this program generates runs without root.', 'Lo que genera este programa funciona sin root.'),
    ),
  },
});

const subjects = listOf({
  name: 'user:NAME|group:NAME',
  expects: text(
    'a person or a group, such as user:ana@example.com or group:team-shop',
    'una persona o un grupo, como user:ana@example.com o group:equipo-tienda',
  ),
  pattern: /^(user|group):(?!system:)[A-Za-z0-9][-A-Za-z0-9._@:/]*$/,
  maxLength: 253,
  samples: ['user:ana@example.com', 'group:team-shop'],
});

const nobody = always<readonly string[]>([], text('You named nobody.', 'No has nombrado a nadie.'));

export const developers = question({
  id: 'developers',
  label: text('Developers', 'Desarrolladores'),
  ask: text('Who may work in the namespace?', '¿Quién puede trabajar en el espacio de nombres?'),
  help: text(
    'These people and groups get the role “edit”: they may change everything in the namespace except its quota and its permissions. A group is better than a list of people: somebody who leaves the team also leaves the group. You can name nobody now and add people later.',
    'Estas personas y grupos reciben el rol «edit»: pueden cambiar todo en el espacio de nombres menos su cuota y sus permisos. Mejor un grupo que una lista de personas: quien deja el equipo deja también el grupo. Puedes no indicar a nadie ahora y añadir personas más tarde.',
  ),
  page: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles',
  level: 'quiet',
  essentialWhen: noComponents,
  type: subjects,
  rules: { nobody },
});

export const viewers = question({
  id: 'viewers',
  label: text('Viewers', 'Lectores'),
  ask: text('Who may look at the namespace?', '¿Quién puede mirar el espacio de nombres?'),
  help: text(
    'These people and groups get the role “view”: they see everything in the namespace except Secrets, and cannot change anything. Name support staff and auditors, for example; people without a role see nothing. You can add more of them later.',
    'Estas personas y grupos reciben el rol «view»: ven todo lo que hay en el espacio de nombres menos los Secrets, y no pueden cambiar nada. Indica, por ejemplo, a los de soporte y a los de auditoría; quien no tiene ningún rol no ve nada. Puedes añadir a otros más tarde.',
  ),
  page: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles',
  level: 'quiet',
  essentialWhen: noComponents,
  type: subjects,
  rules: { nobody },
});

export const whenCreated = is(createNamespace, true);

export const application: Topic = {
  id: 'application',
  title: text('The application', 'La aplicación'),
  questions: [name, platform, platformVersion, namespace, createNamespace, isolation, podSecurity, developers, viewers],
};
