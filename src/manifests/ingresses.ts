import type { V1Ingress, V1IngressSpec } from '@kubernetes/client-node';
import type { AnyObject, Manifest } from '../model/manifest.ts';
import { text } from '../model/text.ts';
import type { Annotations, Extra, Shape } from '../questions/ingress-controller.ts';
import { ingressControllers } from '../questions/ingress-controllers.ts';
import type { ComponentPlan, Plan } from '../questions/plan.ts';
import { annotated } from './annotated.ts';
import { mainPortOf } from './call-ports.ts';
import { entranceOf, ingressShapeOf, type Through } from './ingress-shape.ts';
import { metadataOf } from './labels.ts';
import { manifest, type Why } from './manifest.ts';

const uncertified: Annotations = { 'polaris.fairwinds.com/tlsSettingsMissing-exempt': 'true' };
const whyUncertified: Why = {
  '/metadata/annotations/polaris.fairwinds.com~1tlsSettingsMissing-exempt': text(
    'polaris wants a certificate in each Ingress; this one has none on purpose.',
    'polaris quiere un certificado en cada Ingress; este no lo lleva a propósito.',
  ),
};

type Rule = Pick<Shape, 'tls' | 'pathless'>;

function specOf(
  component: ComponentPlan,
  { controller, className, host, path }: Through<'ingress'>,
  { tls, pathless }: Rule,
): V1IngressSpec {
  const where = pathless ? { path: '', pathType: 'ImplementationSpecific' } : { path, pathType: 'Prefix' };
  const backend = { service: { name: component.fullName, port: { name: mainPortOf(component).name } } };
  return {
    ingressClassName: className ?? ingressControllers[controller].className,
    ...(tls ? { tls: [tls] } : {}),
    rules: [{ host, http: { paths: [{ ...where, backend }] } }],
  };
}

function ingress(plan: Plan, component: ComponentPlan, entrance: Through<'ingress'>, shape: Shape): Manifest {
  const { title } = ingressControllers[entrance.controller];
  const object: V1Ingress = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: annotated(metadataOf(plan, component), { ...shape.ingress, ...(shape.tls ? {} : uncertified) }),
    spec: specOf(component, entrance, shape),
  };
  return manifest(object, 'developer', component.name, {
    ...(shape.because ? { '/metadata/annotations': shape.because } : {}),
    ...whyUncertified,
    '/spec/ingressClassName': text(
      `${title} handles it; without a class perhaps no controller would, or two of them.`,
      `De él se encarga ${title}; sin clase quizá no se encargaría ningún controlador, o lo harían dos.`,
    ),
  });
}

/** The second Ingress of controllers that redirect in no other way. */
function redirect(plan: Plan, component: ComponentPlan, entrance: Through<'ingress'>, annotations: Annotations): Manifest {
  const object: V1Ingress = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: annotated(metadataOf(plan, component, `${component.fullName}-redirect`), { ...annotations, ...uncertified }),
    spec: specOf(component, entrance, {}),
  };
  return manifest(object, 'developer', component.name, {
    '': text(
      'It answers plain HTTP, and only by redirecting to HTTPS: no call gets from here to a pod.',
      'Responde a HTTP sin cifrar, y solo con una redirección a HTTPS: desde aquí ninguna llamada llega a un pod.',
    ),
    ...whyUncertified,
  });
}

function extra(plan: Plan, component: ComponentPlan, { apiVersion, kind, suffix, spec, because }: Extra): Manifest {
  const object: AnyObject = { apiVersion, kind, metadata: metadataOf(plan, component, `${component.fullName}${suffix}`), spec };
  return manifest(object, 'developer', component.name, { '': because });
}

/** The way in through an Ingress controller: what it refers to comes before it. */
export function ingressManifestsOf(plan: Plan, component: ComponentPlan): readonly Manifest[] {
  const entrance = entranceOf(component);
  if (entrance?.through !== 'ingress') return [];
  const shape = ingressShapeOf(plan, component, entrance);
  return [
    ...(shape.extras ?? []).map((each) => extra(plan, component, each)),
    ...(shape.replacesIngress ? [] : [ingress(plan, component, entrance, shape)]),
    ...(shape.redirect ? [redirect(plan, component, entrance, shape.redirect)] : []),
  ];
}
