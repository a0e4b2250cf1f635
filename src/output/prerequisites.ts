import { shellWord } from '../model/shell-word.ts';
import { type Text, text } from '../model/text.ts';
import { ingressControllers } from '../questions/ingress-controllers.ts';
import type { ComponentPlan, Entrance, Plan, PodCertificate } from '../questions/plan.ts';
import { folders } from './paths.ts';

/** Something that must be there before the application runs, and the command that makes it. It works with oc too. */
export interface Prerequisite {
  readonly says: Text;
  readonly command?: string;
}

const create = (plan: Plan, kind: string, name: string, rest: string): string =>
  `kubectl create secret ${kind} ${name} --namespace ${plan.namespace.name} ${rest}`;

/** A TLS Secret; `host` is undefined where the address is only known once it runs. */
const certificate = (plan: Plan, host: string | undefined, secret: string): Prerequisite => ({
  says: host
    ? text(`A certificate for ${host}, in the Secret ${secret}.`, `Un certificado para ${host}, en el Secret ${secret}.`)
    : text(
        `A certificate for the address that callers will use, in the Secret ${secret}.`,
        `Un certificado para la dirección que usarán quienes llamen, en el Secret ${secret}.`,
      ),
  command: create(plan, 'tls', secret, '--cert=tls.crt --key=tls.key'),
});

const trust = (secret: string): Prerequisite => ({
  says: text(
    `If the router checks the certificate in ${secret}, it must know who signed it. If that is an authority of your own, give its file with --pod-ca.`,
    `Si el router comprueba el certificado de ${secret}, debe saber quién lo firmó. Si es una autoridad tuya, indica su archivo con --pod-ca.`,
  ),
});

/** What OpenShift's service CA does not make by itself. */
const podCertificate = (plan: Plan, pod: PodCertificate, host: string | undefined): readonly Prerequisite[] =>
  pod.from === 'service-ca' ? [] : [certificate(plan, host, pod.secret)];

function certificates(plan: Plan, { fullName }: ComponentPlan, entrance: Entrance): readonly Prerequisite[] {
  if (!('tls' in entrance)) return entrance.podTls ? podCertificate(plan, entrance.podTls, undefined) : [];
  const { host, tls } = entrance;
  if (tls.model === 'none') return [];
  if (tls.model === 'passthrough') return podCertificate(plan, tls.pod, host);
  const outer = tls.certificate === 'router' ? [] : [certificate(plan, host, tls.certificate.secret)];
  if (tls.model === 'edge') return outer;
  const { pod } = tls;
  const untrusted = pod.from === 'secret' && pod.authority === undefined;
  return [...outer, ...podCertificate(plan, pod, `${fullName}.${plan.namespace.name}.svc`), ...(untrusted ? [trust(pod.secret)] : [])];
}

function address({ fullName }: ComponentPlan, entrance: Entrance): readonly Prerequisite[] {
  if (!('host' in entrance) || entrance.host === undefined) return [];
  const { host } = entrance;
  return [
    {
      says: text(
        `A DNS entry that points ${host} at the cluster’s router, for ${fullName}.`,
        `Una entrada en el DNS que apunte ${host} al router del clúster, para ${fullName}.`,
      ),
    },
  ];
}

/** The values that the person must bring: keys of Secrets that the program does not make, each Secret once. */
function ownSecrets(plan: Plan): readonly Prerequisite[] {
  const used = plan.components.flatMap(({ container: { settings } }) => [...settings.envSecrets, ...settings.secretFiles]);
  const own = used.filter(({ generated }) => !generated);
  return [...new Set(own.map(({ secret }) => secret))].map((secret) => {
    const keys = new Set(own.filter((each) => each.secret === secret).map(({ key }) => key));
    const files = [...keys].map((key) => `--from-file=${shellWord(`${key}=${key}.txt`)}`);
    return {
      says: text(
        `The Secret ${secret}. Put each value in a file of its own, without a line break at the end, and delete the files afterwards.`,
        `El Secret ${secret}. Pon cada valor en un archivo propio, sin salto de línea al final, y borra los archivos después.`,
      ),
      command: create(plan, 'generic', secret, files.join(' ')),
    };
  });
}

function pullSecrets(plan: Plan): readonly Prerequisite[] {
  const names = new Set(plan.components.flatMap(({ imagePullSecret }) => imagePullSecret ?? []));
  return [...names].map((name) => ({
    says: text(
      `The Secret ${name}, with the login for the image registry; “docker login” or “podman login” writes such a file.`,
      `El Secret ${name}, con el acceso al registro de imágenes; «docker login» o «podman login» escriben ese archivo.`,
    ),
    command: create(plan, 'generic', name, '--type=kubernetes.io/dockerconfigjson --from-file=.dockerconfigjson=config.json'),
  }));
}

/** Secrets live in the namespace, so it comes before them. */
const namespaceFirst = (plan: Plan): Prerequisite => ({
  says: text(
    `The namespace ${plan.namespace.name}, which the folder ${folders.admin}/ creates. It must exist before the Secrets that go into it.`,
    `El espacio de nombres ${plan.namespace.name}, que crea la carpeta ${folders.admin}/. Tiene que existir antes que los Secrets que van dentro.`,
  ),
});

/** The proxy that reads an Ingress, with its own kinds of objects; a Route needs none, because OpenShift has its router. */
function controller(entrance: Entrance): readonly Prerequisite[] {
  if (entrance.through !== 'ingress') return [];
  const { title, className: usual } = ingressControllers[entrance.controller];
  const className = entrance.className ?? usual;
  return [
    {
      says: text(
        `${title} in the cluster, with its class ${className}; without this Ingress controller, the kinds of objects that belong to it are refused and nobody reads the Ingress.`,
        `${title} en el clúster, con su clase ${className}; sin este controlador de Ingress, los tipos de objetos que le pertenecen se rechazan y nadie lee el Ingress.`,
      ),
      command: `kubectl get ingressclass ${className}`,
    },
  ];
}

/** An autoscaler without figures does nothing. */
const metrics: Prerequisite = {
  says: text(
    'The metrics server, which the autoscaler gets its figures from; without it, the number of replicas never changes.',
    'El servidor de métricas, del que el autoescalador toma sus cifras; sin él, el número de réplicas no cambia nunca.',
  ),
  command: 'kubectl get apiservice v1beta1.metrics.k8s.io',
};

const scales = ({ workload }: ComponentPlan): boolean => 'replicas' in workload && 'min' in workload.replicas;

/** What a person must see to before the application runs; each thing once, whoever needs it. */
export function prerequisitesOf(plan: Plan): readonly Prerequisite[] {
  const entrances = plan.components.flatMap((component) =>
    component.exposure.reach === 'outside' ? [[component, component.exposure.entrance] as const] : [],
  );
  const secrets = [
    ...pullSecrets(plan),
    ...ownSecrets(plan),
    ...entrances.flatMap(([component, entrance]) => certificates(plan, component, entrance)),
  ];
  const all = [
    ...(plan.namespace.created && secrets.length > 0 ? [namespaceFirst(plan)] : []),
    ...secrets,
    ...entrances.flatMap(([, entrance]) => controller(entrance)),
    ...(plan.components.some(scales) ? [metrics] : []),
    ...entrances.flatMap(([component, entrance]) => address(component, entrance)),
  ];
  return [...new Map(all.map((each) => [each.command ?? each.says.en, each])).values()];
}
