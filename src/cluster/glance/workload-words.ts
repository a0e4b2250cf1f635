import { scaledBy } from '../../checks/inventory.ts';
import { fieldOf, listIn } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { say, type Text } from '../../model/text.ts';
import { wordIn } from '../follow/status-fields.ts';
import type { Scene } from './glance.ts';
import { joined, numberOf } from './objects.ts';

/** The images of its pods: what stands behind the last slash, or the start of a digest: `2.4.1`. */
export function imagesOf(workload: AnyObject): string {
  const images = listIn(fieldOf(workload['spec'], 'template', 'spec', 'containers')).map((container) => tagOf(wordIn(container, 'image')));
  return [...new Set(images)].join(' + ');
}

function tagOf(image: string): string {
  const name = image.split('/').at(-1) ?? image;
  const [, digest] = name.split('@');
  return digest ? digest.slice(0, 14) : name;
}

/** How far its autoscaler may go, and how far it has come; undefined where it has none. */
export function scalerText({ sight }: Scene, workload: AnyObject): Text | undefined {
  const scaler = sight.ofKind('HorizontalPodAutoscaler').find((each) => scaledBy(each, workload));
  if (!scaler) return undefined;
  const [least, most] = [numberOf(scaler['spec'], 'minReplicas') || 1, numberOf(scaler['spec'], 'maxReplicas')];
  const targets = listIn(fieldOf(scaler['spec'], 'metrics')).flatMap((metric) => targetOf(scaler, metric));
  return say((language) => `${language === 'en' ? 'autoscaler' : 'autoescalador'} ${joined(`${least}–${most}`, ...targets)}`);
}

/** `cpu 45 → 70 %`, or what is known of it. */
function targetOf(scaler: AnyObject, metric: unknown): readonly string[] {
  const name = wordIn(metric, 'resource', 'name');
  const target = fieldOf(metric, 'resource', 'target', 'averageUtilization');
  if (name === '' || target === undefined) return [];
  const current = listIn(fieldOf(scaler['status'], 'currentMetrics')).find((each) => wordIn(each, 'resource', 'name') === name);
  return [`${name} ${wordIn(current, 'resource', 'current', 'averageUtilization') || '?'} → ${target} %`];
}
