import { titleOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Problem } from '../../model/problem.ts';
import type { Language } from '../../model/text.ts';
import { findingJson } from '../finding-json.ts';
import { problemJson } from '../report.ts';
import type { ApplyEvent, Face } from './events.ts';

/** A face for programs: a line of JSON for each event (JSON Lines). `print` gets whole lines. */
export const jsonFace = (language: Language, print: (line: string) => void): Face => ({
  tell: (event) => print(JSON.stringify(eventJson(event, language))),
  rest: () => undefined,
});

/** What such a face tells of a run that came to nothing before it began. */
export function unbegun(problem: Problem, language: Language, print: (line: string) => void): void {
  const face = jsonFace(language, print);
  face.tell({ is: 'problem', problem });
  face.tell({ is: 'end', exit: problem.exit, changed: 0, warned: false, dryRun: false, waits: false });
}

/** An event as plain data; objects are called by kind, namespace and name, and nothing of a Secret's values is in it. */
function eventJson(event: ApplyEvent, language: Language): unknown {
  switch (event.is) {
    case 'target': {
      const { is, objects, ...target } = event;
      return { event: is, ...target, objects: objects.map(called) };
    }
    case 'preview':
      return {
        event: event.is,
        objects: event.previewed.map(({ object, ...rest }) => ({
          ...cameOf(object, rest),
          ...('takenFrom' in rest ? { takenFrom: rest.takenFrom } : {}),
          ...('differences' in rest && rest.differences
            ? { changes: rest.differences.map(({ field, before, after }) => ({ field, before, after })) }
            : {}),
        })),
      };
    case 'leftovers':
      return { event: event.is, objects: event.objects.map(called), staying: event.staying.map(called), prune: event.prunes };
    case 'applied': {
      const { object, ...rest } = event.applied;
      return { event: event.is, ...cameOf(object, rest) };
    }
    case 'deleted': {
      const { object, ...rest } = event.removed;
      return { event: event.is, ...cameOf(object, rest) };
    }
    case 'progress':
      return {
        event: event.is,
        objects: event.progress.objects.map(({ object, readiness }) => ({
          ...called(object),
          is: readiness.is,
          ...('says' in readiness ? { says: readiness.says[language] } : {}),
        })),
        findings: event.progress.findings.map((finding) => findingJson(finding, language)),
      };
    case 'findings':
      return { event: event.is, findings: event.findings.map((finding) => findingJson(finding, language)) };
    case 'end': {
      const { is, exit, changed, dryRun, late } = event;
      return { event: is, exit, changed, dryRun, ...(late ? { late: { ...late, missing: late.missing.map(called) } } : {}) };
    }
    case 'problem':
      return { event: event.is, ...problemJson(event.problem, language) };
  }
}

/** The server's own words may hold a value of a Secret. */
const cameOf = (object: AnyObject, { outcome, message }: { readonly outcome: string; readonly message?: string }) => ({
  ...called(object),
  outcome,
  ...(message === undefined || object.kind === 'Secret' ? {} : { message }),
});

const called = (object: AnyObject) => ({
  object: titleOf(object),
  apiVersion: object.apiVersion,
  kind: object.kind,
  name: object.metadata?.name,
  ...(object.metadata?.namespace === undefined ? {} : { namespace: object.metadata.namespace }),
});
