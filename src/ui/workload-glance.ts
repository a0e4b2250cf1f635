import { fieldOf } from '../checks/object-fields.ts';
import type { AnyObject } from '../model/manifest.ts';
import { type Text, text } from '../model/text.ts';
import { imageWord, wordOf } from './brief-words.ts';

const imageOf = (object: AnyObject): string => {
  const template = fieldOf(object, 'spec', 'jobTemplate', 'spec', 'template') ?? fieldOf(object, 'spec', 'template');
  return imageWord(fieldOf(template, 'spec', 'containers', 0, 'image'));
};

export function deploymentGlance(object: AnyObject): Text {
  const image = imageOf(object);
  const replicas = fieldOf(object, 'spec', 'replicas');
  if (replicas === undefined) {
    return text(`pods of ${image}, as many as the autoscaler says`, `pods de ${image}, tantos como diga el autoescalador`);
  }
  return replicas === 1
    ? text(`one pod of ${image}`, `un pod de ${image}`)
    : text(`${replicas} pods of ${image}`, `${replicas} pods de ${image}`);
}

export function statefulSetGlance(object: AnyObject): Text {
  const replicas = fieldOf(object, 'spec', 'replicas');
  const disk = wordOf(fieldOf(object, 'spec', 'volumeClaimTemplates', 0, 'spec', 'resources', 'requests', 'storage'));
  const [en, es] = disk === '' ? ['a name', 'nombre'] : [`a name and a disk of ${disk}`, `nombre y disco de ${disk}`];
  if (replicas === 1) return text(`one pod that keeps ${en}`, `un pod que conserva ${es}`);
  return replicas === undefined
    ? text(`pods as the autoscaler says, each with ${en}`, `pods según el autoescalador, cada uno con ${es}`)
    : text(`${replicas} pods, each with ${en}`, `${replicas} pods, cada uno con ${es}`);
}

export function daemonSetGlance(object: AnyObject): Text {
  const image = imageOf(object);
  return text(`one pod of ${image} on every node`, `un pod de ${image} en cada nodo`);
}

export function jobGlance(object: AnyObject): Text {
  const image = imageOf(object);
  return text(`runs ${image} once`, `ejecuta ${image} una vez`);
}

export function cronJobGlance(object: AnyObject): Text {
  const image = imageOf(object);
  const schedule = wordOf(fieldOf(object, 'spec', 'schedule'));
  const zone = wordOf(fieldOf(object, 'spec', 'timeZone'));
  const when = zone === '' ? schedule : `${schedule} (${zone})`;
  return text(`runs ${image} on the schedule ${when}`, `ejecuta ${image} con el horario ${when}`);
}

export function autoscalerGlance(object: AnyObject): Text {
  const [least, most] = ['minReplicas', 'maxReplicas'].map((field) => wordOf(fieldOf(object, 'spec', field)));
  const share = wordOf(fieldOf(object, 'spec', 'metrics', 0, 'resource', 'target', 'averageUtilization'));
  return share === ''
    ? text(`${least}–${most} pods`, `de ${least} a ${most} pods`)
    : text(`${least}–${most} pods at ${share} % CPU`, `de ${least} a ${most} pods, al ${share} % de CPU`);
}

export const disruptionBudgetGlance = (object: AnyObject): Text =>
  fieldOf(object, 'spec', 'maxUnavailable') === 1
    ? text('during maintenance pods leave one at a time', 'en un mantenimiento sus pods se van de uno en uno')
    : text('during maintenance enough pods stay', 'en un mantenimiento se quedan bastantes de sus pods');
