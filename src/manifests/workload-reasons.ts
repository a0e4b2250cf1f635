import { say, text } from '../model/text.ts';
import type { ComponentPlan, Plan, Workload } from '../questions/plan.ts';
import { under, type Why } from './manifest.ts';
import { podReasonsOf } from './pod-reasons.ts';
import { recreatesPods } from './rollout.ts';

/** Why the workload is as it is: what a newcomer would ask. Reasons of fields that are not there fall away later. */
export const workloadReasonsOf = (plan: Plan, component: ComponentPlan): Why => ({
  ...own[component.workload.kind],
  ...decided(component),
  ...rolloutReasonsOf(component),
  ...under(component.workload.kind === 'CronJob' ? '/spec/jobTemplate/spec' : '/spec', {
    ...jobReasons,
    ...under('/template', podReasonsOf(plan, component)),
  }),
});

/** What the decisions say of the whole and of the number of pods. */
const decided = ({ workload: { kind }, reasons }: ComponentPlan): Why => ({
  '': say((language) => `${own[kind]['']?.[language] ?? ''} ${reasons.workload[language]}`.trim()),
  '/spec/replicas': say((language) => [reasons.replicas?.[language], byHand[language]].filter(Boolean).join(' ')),
});

const byHand = text(
  'To change the number, use --replicas: the next “apply” undoes what you scaled by hand.',
  'Para cambiar el número, usa --replicas: el siguiente «apply» deshace lo que escalaste a mano.',
);
const revisions = text(
  'How many earlier versions are kept, so that you can go back to one.',
  'Cuántas versiones anteriores se guardan para poder volver a una.',
);
const selector = text('How it finds its pods. It cannot be changed later.', 'Con esto encuentra sus pods. No se puede cambiar más tarde.');

const own: Readonly<Record<Workload['kind'], Why>> = {
  Deployment: {
    '': text(
      'Keeps interchangeable pods running and replaces them one by one.',
      'Mantiene pods intercambiables en marcha y los sustituye uno a uno.',
    ),
    '/spec/revisionHistoryLimit': revisions,
    '/spec/selector': selector,
  },
  StatefulSet: {
    '': text(
      'Each pod keeps its name, and its disk where it has one; the old pod is gone before its successor starts.',
      'Cada pod conserva su nombre, y su disco si lo tiene; el pod viejo ya no está cuando arranca su sucesor.',
    ),
    '/spec/serviceName': text(
      'The Service that gives each pod a name of its own in DNS.',
      'El Service que da a cada pod un nombre propio en el DNS.',
    ),
    '/spec/minReadySeconds': text(
      'An instance only counts as available once it has been well for this long, so that a quick crash never costs the majority.',
      'Una instancia solo cuenta como disponible cuando lleva bien este tiempo, para que una caída rápida no cueste la mayoría.',
    ),
    '/spec/revisionHistoryLimit': revisions,
    '/spec/persistentVolumeClaimRetentionPolicy': text(
      'The disks stay when the StatefulSet is deleted or made smaller: data is only ever deleted by hand.',
      'Los discos se quedan al borrar o reducir el StatefulSet: los datos solo se borran a mano.',
    ),
    '/spec/selector': selector,
    '/spec/volumeClaimTemplates': text(
      'One disk for each pod. This part cannot be changed later; to grow a disk, change its volume claim.',
      'Un disco para cada pod. Esta parte no se puede cambiar después; para ampliar un disco, cambia su petición de volumen.',
    ),
  },
  DaemonSet: {
    '': text('One pod on every node.', 'Un pod en cada nodo.'),
    '/spec/revisionHistoryLimit': revisions,
    '/spec/updateStrategy': text('A new version goes from node to node.', 'Una versión nueva va de nodo en nodo.'),
    '/spec/selector': selector,
  },
  Job: {
    '': text('Runs until it has succeeded once.', 'Se ejecuta hasta que termina bien una vez.'),
    '/metadata/name': text(
      'The end of the name changes with the content: a Job cannot be changed, so a changed one is a new Job.',
      'El final del nombre cambia con el contenido: un Job no se puede cambiar, así que uno modificado es un Job nuevo.',
    ),
  },
  CronJob: {
    '': text('Starts a Job at each time in the schedule.', 'Arranca un Job a cada hora del horario.'),
    '/spec/timeZone': text(
      'The time zone in which the schedule is read, with its daylight saving time.',
      'La zona horaria en la que se lee el horario, con su horario de verano.',
    ),
    '/spec/concurrencyPolicy': text(
      'While one is still running, the next is skipped.',
      'Mientras uno sigue en marcha, el siguiente se salta.',
    ),
    '/spec/startingDeadlineSeconds': text(
      'A missed start is made up for within this time. Without it, a hundred missed starts can stop the schedule for good.',
      'Un arranque perdido se recupera dentro de este plazo. Sin él, cien arranques perdidos pueden detener el horario para siempre.',
    ),
  },
};

const jobReasons: Why = {
  '/podReplacementPolicy': text(
    'The next try starts once the last one has really ended.',
    'El siguiente intento empieza cuando el anterior ha terminado de verdad.',
  ),
  '/podFailurePolicy': text(
    'A pod that its node had to evict is replaced without using up a try.',
    'Un pod que su nodo tuvo que desalojar se sustituye sin gastar un intento.',
  ),
  '/backoffLimit': text('How many more tries it gets after a failure.', 'Cuántos intentos más tiene después de un fallo.'),
  '/activeDeadlineSeconds': text(
    'It is stopped after this time, so that it cannot hang forever.',
    'Se detiene pasado este tiempo, para que no se quede colgado para siempre.',
  ),
  '/ttlSecondsAfterFinished': text(
    'It is deleted a day after it ends; read its log before then.',
    'Se borra un día después de terminar; lee antes su log.',
  ),
};

function rolloutReasonsOf(component: ComponentPlan): Why {
  const { workload } = component;
  if (workload.kind === 'StatefulSet')
    return {
      '/spec/podManagementPolicy': workload.quorum
        ? text('All start together: they wait for each other to vote.', 'Arrancan todos a la vez: se esperan unos a otros para votar.')
        : text('They start one after the other, in the order of their numbers.', 'Arrancan uno tras otro, en el orden de sus números.'),
    };
  if (workload.kind !== 'Deployment') return {};
  if (recreatesPods(component))
    return {
      '/spec/strategy': text(
        'The old pod must let go of the disk before the new one can take it.',
        'El pod viejo tiene que soltar el disco antes de que el nuevo pueda tomarlo.',
      ),
    };
  return {
    '/spec/strategy':
      workload.spread === 'required'
        ? text(
            'An old pod leaves first: the new one needs its place, because no two may share a node.',
            'Primero se va un pod viejo: el nuevo necesita su sitio, porque no puede haber dos en un nodo.',
          )
        : text(
            'A new pod must be ready before an old one goes, so nobody notices the change.',
            'Un pod nuevo tiene que estar listo antes de que se vaya uno viejo, así que nadie nota el cambio.',
          ),
  };
}
