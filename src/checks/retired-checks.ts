import { text } from '../model/text.ts';
import { ingressControllers } from '../questions/ingress-controllers.ts';
import type { Check, Checks } from './check.ts';
import { annotationsOf, fieldOf } from './object-fields.ts';

/** An API version that is no longer served, and what took its place. */
interface GoneVersion {
  readonly apiVersion: string;
  /** Where newer kinds use the same version. */
  readonly kinds?: readonly string[];
  readonly since: string;
  readonly now: string;
}

/** Source: kubernetes.io/docs/reference/using-api/deprecation-guide. The first row that fits counts. */
const goneVersions: readonly GoneVersion[] = [
  { apiVersion: 'extensions/v1beta1', kinds: ['Ingress'], since: '1.22', now: 'networking.k8s.io/v1' },
  { apiVersion: 'extensions/v1beta1', kinds: ['NetworkPolicy'], since: '1.16', now: 'networking.k8s.io/v1' },
  { apiVersion: 'extensions/v1beta1', since: '1.16', now: 'apps/v1' },
  { apiVersion: 'apps/v1beta1', since: '1.16', now: 'apps/v1' },
  { apiVersion: 'apps/v1beta2', since: '1.16', now: 'apps/v1' },
  { apiVersion: 'networking.k8s.io/v1beta1', kinds: ['Ingress', 'IngressClass'], since: '1.22', now: 'networking.k8s.io/v1' },
  { apiVersion: 'policy/v1beta1', since: '1.25', now: 'policy/v1' },
  { apiVersion: 'batch/v1beta1', since: '1.25', now: 'batch/v1' },
  { apiVersion: 'batch/v2alpha1', since: '1.21', now: 'batch/v1' },
  { apiVersion: 'autoscaling/v2beta1', since: '1.25', now: 'autoscaling/v2' },
  { apiVersion: 'autoscaling/v2beta2', since: '1.26', now: 'autoscaling/v2' },
  { apiVersion: 'rbac.authorization.k8s.io/v1alpha1', since: '1.22', now: 'rbac.authorization.k8s.io/v1' },
  { apiVersion: 'rbac.authorization.k8s.io/v1beta1', since: '1.22', now: 'rbac.authorization.k8s.io/v1' },
  { apiVersion: 'apiextensions.k8s.io/v1beta1', since: '1.22', now: 'apiextensions.k8s.io/v1' },
  { apiVersion: 'scheduling.k8s.io/v1beta1', kinds: ['PriorityClass'], since: '1.22', now: 'scheduling.k8s.io/v1' },
  {
    apiVersion: 'storage.k8s.io/v1beta1',
    kinds: ['StorageClass', 'CSIDriver', 'CSINode', 'VolumeAttachment'],
    since: '1.22',
    now: 'storage.k8s.io/v1',
  },
];

const retiredApi: Check = {
  severity: 'error',
  look: ({ all }) =>
    all.flatMap((object) => {
      const gone = goneVersions.find(
        ({ apiVersion, kinds }) => apiVersion === object.apiVersion && (kinds?.includes(object.kind ?? '') ?? true),
      );
      if (!gone) return [];
      return [
        {
          object,
          says: text(
            `Since Kubernetes ${gone.since}, no cluster knows ${gone.apiVersion} for it.`,
            `Desde Kubernetes ${gone.since}, ningún clúster conoce ${gone.apiVersion} para él.`,
          ),
          fix: text(
            `Write apiVersion: ${gone.now}, and check whether its fields have changed.`,
            `Escribe apiVersion: ${gone.now}, y comprueba si sus campos han cambiado.`,
          ),
        },
      ];
    }),
};

const retiredFields: Check = {
  severity: 'warning',
  look: ({ ofKind }) =>
    ofKind('Service').flatMap((object) =>
      ['externalIPs', 'loadBalancerIP']
        .filter((field) => fieldOf(object, 'spec', field) !== undefined)
        .map((field) => ({
          object,
          says: text(`The field spec.${field} is deprecated.`, `El campo spec.${field} está obsoleto.`),
          fix: text(
            'Remove it; a load balancer is configured by its class or by annotations.',
            'Quítalo; un balanceador de carga se configura con su clase o con anotaciones.',
          ),
        })),
    ),
};

const retiredKind: Check = {
  severity: 'warning',
  look: ({ ofKind }) =>
    ofKind('DeploymentConfig').map((object) => ({
      object,
      says: text('DeploymentConfig has been deprecated since OpenShift 4.14.', 'DeploymentConfig está obsoleto desde OpenShift 4.14.'),
      fix: text('Use a Deployment.', 'Usa un Deployment.'),
    })),
};

/** F5’s NGINX Ingress Controller has the same class by custom, and annotations of its own. */
const byF5 = /^nginx\.(org|com)\//;

const retiredController: Check = {
  severity: 'warning',
  look: ({ ofKind }) =>
    Object.values(ingressControllers).flatMap(({ retired, className, controller }) => {
      if (!retired) return [];
      const classes = ofKind('IngressClass').filter((object) => object.metadata?.name === className);
      const isAnothers = classes.some((object) => !String(fieldOf(object, 'spec', 'controller')).startsWith(controller.name));
      return ofKind('Ingress')
        .map((object) => ({ object, annotations: annotationsOf(object) }))
        .filter(
          ({ object, annotations }) =>
            (fieldOf(object, 'spec', 'ingressClassName') ?? annotations['kubernetes.io/ingress.class']) === className,
        )
        .filter(({ annotations }) => !isAnothers && !Object.keys(annotations).some((key) => byF5.test(key)))
        .map(({ object }) => ({
          object,
          says: retired,
          fix: text(
            'Move to a controller that is still maintained, such as Traefik.',
            'Pásate a un controlador que siga teniendo mantenimiento, como Traefik.',
          ),
        }));
    }),
};

export const retiredChecks: Checks = {
  'retired-api': retiredApi,
  'retired-kind': retiredKind,
  'retired-fields': retiredFields,
  'retired-controller': retiredController,
};
