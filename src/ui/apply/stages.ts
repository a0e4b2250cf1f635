import { titleOf } from '../../checks/object-fields.ts';
import { isDone } from '../../cluster/apply/applied.ts';
import { type StageId, stageOf } from '../../cluster/apply/waves.ts';
import type { Readiness } from '../../cluster/follow/readiness.ts';
import { grouped } from '../../model/grouped.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { type Text, text } from '../../model/text.ts';
import type { ApplyEvent } from './events.ts';

/** What is known of a run so far; events are folded into it. */
export interface Course {
  readonly objects: readonly AnyObject[];
  readonly applied: ReadonlySet<AnyObject>;
  readonly readiness: ReadonlyMap<AnyObject, Readiness>;
}

export const noCourse: Course = { objects: [], applied: new Set(), readiness: new Map() };

export function courseAfter(course: Course, event: ApplyEvent): Course {
  switch (event.is) {
    case 'target':
      return { ...course, objects: event.objects };
    case 'applied':
      return isDone(event.applied) ? { ...course, applied: new Set([...course.applied, event.applied.object]) } : course;
    case 'progress':
      return { ...course, readiness: new Map(event.progress.objects.map(({ object, readiness }) => [object, readiness])) };
    default:
      return course;
  }
}

/** Objects that a person thinks of together, and how far they are. */
export interface Stage {
  readonly says: Text;
  readonly total: number;
  /** Applied, and ready where that takes time. */
  readonly through: number;
  /** What the first of them waits for, or why it failed. */
  readonly held: { readonly title: string; readonly readiness: Exclude<Readiness, { is: 'ready' }> } | undefined;
}

const stages: readonly { readonly id: StageId; readonly says: Text }[] = [
  { id: 'ground', says: text('namespace, accounts, policies', 'espacio de nombres, cuentas, políticas') },
  { id: 'settings', says: text('settings, storage', 'ajustes, almacenamiento') },
  { id: 'workloads', says: text('workloads', 'cargas de trabajo') },
  { id: 'entrances', says: text('ways in', 'entradas') },
];

/** The stages that have objects. */
export function stagesOf({ objects, applied, readiness }: Course): readonly Stage[] {
  const byStage = grouped(objects, stageOf);
  return stages.flatMap(({ id, says }) => {
    const own = byStage.get(id) ?? [];
    if (own.length === 0) return [];
    const states = own.map((object) => ({ title: titleOf(object), isApplied: applied.has(object), readiness: readiness.get(object) }));
    const held = states.flatMap(({ title, readiness: state }) => (state && state.is !== 'ready' ? [{ title, readiness: state }] : []));
    return [
      {
        says,
        total: own.length,
        through: states.filter((state) => state.isApplied && (state.readiness?.is ?? 'ready') === 'ready').length,
        held: held.find((each) => each.readiness.is === 'failed') ?? held[0],
      },
    ];
  });
}
