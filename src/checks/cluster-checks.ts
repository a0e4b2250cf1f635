import type { ClusterFacts, PlotFacts } from '../model/cluster-facts.ts';
import type { Finding } from '../model/finding.ts';
import { flagOf } from '../model/flag.ts';
import { grouped } from '../model/grouped.ts';
import { printCpu, quantityOf } from '../model/quantity.ts';
import { type Text, text } from '../model/text.ts';
import { createNamespace, namespace } from '../questions/application.ts';
import { fullNameOf } from '../questions/basics.ts';
import { data } from '../questions/data.ts';
import { type Known, sure } from '../questions/question.ts';
import { cpu, cpuLimit, size, sizes } from '../questions/resources.ts';
import { keptIn, type Outlook, quotaWays, type Way, wayText } from './fitting-answers.ts';
import { breachesIn, limitsOf, shortagesIn } from './known-room.ts';
import { breachesSay } from './limit-words.ts';
import { quotaFix, type Shortage, shortText } from './quota-words.ts';

/** What stands in the way in the cluster that was read, and which answers would fit, as far as any do. */
export function clusterFindingsOn(outlook: Outlook): readonly Finding[] {
  const { known } = outlook.settled;
  const { cluster } = known.facts;
  if (!cluster) return [];
  const plot = plotOf(known, cluster);
  const ofPlot = plot ? [...outOfBounds(outlook, plot), ...unlimited(outlook, plot), ...withoutRoom(outlook, plot)] : [];
  return [...withoutNamespace(plot), ...ofPlot, ...withoutClass(known, cluster)];
}

/** Somebody has said that it is there, perhaps by an answer that was saved when it was. */
const withoutNamespace = (plot: PlotFacts | undefined): readonly Finding[] =>
  plot?.exists === false
    ? [
        {
          check: 'namespace-missing',
          severity: 'warning',
          says: text(
            `The cluster has no namespace ${plot.name}, and nothing here creates it.`,
            `El clúster no tiene el espacio de nombres ${plot.name}, y aquí nada lo crea.`,
          ),
          fix: text(
            `Have an administrator create it, or let this application bring it: ${flagOf(undefined, createNamespace.id, 'true')}.`,
            `Pide a un administrador que lo cree, o haz que lo traiga esta aplicación: ${flagOf(undefined, createNamespace.id, 'true')}.`,
          ),
          where: `Namespace ${plot.name}`,
        },
      ]
    : [];

/** The namespace that is there already, if that is where it goes. */
const plotOf = (known: Known, { namespace: plot }: ClusterFacts): PlotFacts | undefined =>
  plot?.name === known.get(namespace) && known.is(createNamespace, false) ? plot : undefined;

/** Containers and disks that the LimitRanges of the namespace refuse. */
const outOfBounds = (outlook: Outlook, plot: PlotFacts): readonly Finding[] =>
  outlook.settled.components.flatMap((component): readonly Finding[] => {
    const breaches = breachesIn(component.known, plot);
    if (breaches.length === 0) return [];
    return [
      {
        check: 'limit-range',
        severity: 'warning',
        says: breachesSay(breaches, plot.name),
        fix: limitFix(keptIn(outlook, component, plot)),
        where: fullNameOf(component.known),
      },
    ];
  });

function limitFix(way: Way | undefined): Text {
  const flags = way && wayText(way);
  return flags
    ? text(
        `Keep to it: ${flags}. Or ask an administrator to change the LimitRange.`,
        `Respétalo: ${flags}. O pide a quien administra el clúster que cambie el LimitRange.`,
      )
    : text(
        'No answer keeps to all of it: ask an administrator to change the LimitRange.',
        'Ninguna respuesta lo respeta todo: pide a quien administra el clúster que cambie el LimitRange.',
      );
}

/** Where a quota counts CPU limits and nothing gives one to those that have none, their pods are refused. */
function unlimited({ request, settled }: Outlook, plot: PlotFacts): readonly Finding[] {
  const counting = plot.quotas?.find(({ hard }) => hard['limits.cpu'] !== undefined);
  const isGiven = limitsOf(plot).some(
    ({ type, default: given, max }) => type === 'Container' && (given['cpu'] ?? max['cpu']) !== undefined,
  );
  if (!counting || isGiven) return [];
  return settled.components
    .filter(({ known }) => known.is(cpuLimit, 'none'))
    .map(({ slot, known }): Finding => {
      const most = Math.max(...[sizes[sure(known, size)].cpuLimit, sure(known, cpu)].map((amount) => quantityOf(amount) ?? 0));
      const flag = flagOf(slot.key === request.slots[0]?.key ? undefined : slot.key, cpuLimit.id, printCpu(most));
      return {
        check: 'quota-refuses',
        severity: 'warning',
        says: text(
          `The quota ${counting.name} of the namespace ${plot.name} counts CPU limits, and this has none: its pods are refused.`,
          `La cuota ${counting.name} del espacio de nombres ${plot.name} cuenta los límites de CPU, y aquí no hay ninguno: se rechazan sus pods.`,
        ),
        fix: text(`Give one: ${flag}.`, `Indica uno: ${flag}.`),
        where: fullNameOf(known),
      };
    });
}

/** Quotas of the namespace that leave less than the application takes at its busiest moment. */
function withoutRoom(outlook: Outlook, plot: PlotFacts): readonly Finding[] {
  const short = shortagesIn(outlook.settled.known, plot);
  if (short.length === 0) return [];
  const ways = quotaWays(outlook, plot);
  return [...grouped(short, ({ quota }) => quota)].map(([quota, shortages]) => tooSmall(quota, plot.name, shortages, ways));
}

function tooSmall(quota: string, into: string, shortages: readonly Shortage[], ways: Text | undefined): Finding {
  const [says, fix] = [shortText(into, quota, shortages), quotaFix(quota, shortages, ways)];
  return {
    check: 'quota-room',
    severity: 'warning',
    says: text(`${says.en} at its busiest moment, a rollout included.`, `${says.es} en su peor momento, con un despliegue incluido.`),
    fix: text(
      `${fix.en} If it already runs there, its own part counts as used.`,
      `${fix.es} Si ya está en marcha allí, su propia parte cuenta como usada.`,
    ),
    where: `Namespace ${into}`,
  };
}

const withoutClass = (known: Known, { storageClasses }: ClusterFacts): readonly Finding[] =>
  storageClasses?.length !== 0
    ? []
    : known.components
        .filter((component) => component.is(data, 'keep'))
        .map((component) => ({
          check: 'no-storage-class',
          severity: 'warning',
          says: text(
            'The cluster has no storage class: nobody makes the disk, and the pod waits for it forever.',
            'El clúster no tiene ninguna clase de almacenamiento: nadie crea el disco y el pod lo espera para siempre.',
          ),
          fix: text(
            'Ask whoever runs the cluster to install a storage driver with a default class.',
            'Pide a quien administra el clúster que instale un driver de almacenamiento con una clase por defecto.',
          ),
          where: fullNameOf(component),
        }));
