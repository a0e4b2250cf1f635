import type { Given } from '../checks/kept-within.ts';
import { fieldOf, nameOf, titleOf } from '../checks/object-fields.ts';
import { flagOf } from '../model/flag.ts';
import type { AnyObject } from '../model/manifest.ts';
import { listed, say, type Text, text } from '../model/text.ts';
import { type FieldQuestion, manifestFields } from './manifest-fields.ts';

const labelOf = (object: AnyObject, label: string): unknown => fieldOf(object, 'metadata', 'labels', `app.kubernetes.io/${label}`);

/** Whether this program made an object, so that answers change it. Others are changed where they are written. */
export const isOfAnswers = (object: AnyObject): boolean => labelOf(object, 'managed-by') === 'create-k8s-app';

/**
 * The component that an object was made for, read from its labels: `web` of `shop-web`. Undefined for objects of the namespace, and
 * for those that this program did not make.
 */
export function componentOf(object: AnyObject): string | undefined {
  const [instance, application] = [labelOf(object, 'instance'), labelOf(object, 'part-of')];
  if (!isOfAnswers(object) || typeof instance !== 'string' || typeof application !== 'string') return undefined;
  return instance.startsWith(`${application}-`) ? instance.slice(application.length + 1) : undefined;
}

/** Every folder that this program writes has the command that writes it again from its answers, to which flags can be added. */
const added = (flags: Text): Text =>
  text(`${flags.en}, added to the create-k8s-app command in README.md`, `${flags.es}, añadido al comando create-k8s-app de README.md`);

/**
 * How an answer is changed, as the end of a sentence without a full stop: "--web.memory 1Gi, added to the create-k8s-app command in
 * README.md". `value` may be a placeholder. Without a component it is one of the application's answers.
 */
export const answerToChange = (component: string | undefined, question: string, value: string | Text): Text =>
  added(say((language) => flagOf(component, question, typeof value === 'string' ? value : value[language])));

/** What is changed of one object: answers, or fields of its only container, or of the one that is named. */
export interface Change {
  readonly object: AnyObject;
  readonly given: Given;
  readonly container?: string;
}

/** How one of several ways is gone, as the end of a sentence without a full stop; undefined where there is none. */
export function waysToChange(ways: readonly (readonly Change[])[]): Text | undefined {
  const [first] = ways.flat();
  if (!first) return undefined;
  if (isOfAnswers(first.object))
    return added(
      listed(
        ways.map((changes) => changes.map(flagsOf).join(' ')),
        'or',
      ),
    );
  const isOnePlace = new Set(ways.flat().map((change) => placeText(change).en)).size === 1;
  if (!isOnePlace)
    return listed(
      ways.map((changes) => listed(changes.map((change) => at(fieldsText(change), change)))),
      'or',
    );
  return at(
    listed(
      ways.map((changes) => listed(changes.map(fieldsText))),
      'or',
    ),
    first,
  );
}

const at = (fields: Text, change: Change): Text => say((language) => `${fields[language]} ${placeText(change)[language]}`);

const flagsOf = ({ object, given }: Change): string =>
  Object.entries(given)
    .map(([question, value]) => flagOf(componentOf(object), question, value))
    .join(' ');

const fieldsText = ({ given }: Change): Text =>
  listed(Object.entries(given).map(([question, value]) => `${manifestFields[question as FieldQuestion] ?? question}: ${value}`));

/** A refusal of a pod may be told of the workload that wants it. */
function placeText({ object, container }: Change): Text {
  const isWanted = object.kind === 'Pod' && fieldOf(object, 'spec', 'template') !== undefined;
  const title = isWanted ? nameOf(object) : titleOf(object);
  return container === undefined
    ? text(`in ${title}`, `en ${title}`)
    : text(`for the container ${container} in ${title}`, `para el contenedor ${container} en ${title}`);
}
