import { fieldOf } from '../checks/object-fields.ts';
import type { AnyObject } from '../model/manifest.ts';
import { type Text, text } from '../model/text.ts';

/**
 * The component that an object was made for, read from its labels: `web` of `shop-web`. Undefined for objects of the namespace, and
 * for those that this program did not make.
 */
export function componentOf(object: AnyObject): string | undefined {
  const labels = fieldOf(object, 'metadata', 'labels');
  const [instance, application] = ['instance', 'part-of'].map((label) => fieldOf(labels, `app.kubernetes.io/${label}`));
  if (typeof instance !== 'string' || typeof application !== 'string') return undefined;
  return instance.startsWith(`${application}-`) ? instance.slice(application.length + 1) : undefined;
}

/**
 * Where an answer is changed, as the end of a sentence without a full stop: "components.web.memory: 1Gi in create-k8s-app.yaml, or
 * --web.memory 1Gi". `value` may be a placeholder, such as `NAME`. Without a component it is one of the application's answers.
 */
export function answerToChange(component: string | undefined, question: string, value: string): Text {
  const key = component === undefined ? `application.${question}` : `components.${component}.${question}`;
  const name = component === undefined ? question : `${component}.${question}`;
  const flag = value === 'true' ? `--${name}` : value === 'false' ? `--no-${name}` : `--${name} ${value}`;
  return text(`${key}: ${value} in create-k8s-app.yaml, or ${flag}`, `${key}: ${value} en create-k8s-app.yaml, o ${flag}`);
}
