import type { AnyObject } from '../../model/manifest.ts';
import { type Text, text } from '../../model/text.ts';
import type { Sight } from '../follow/sight.ts';
import { isEmpty } from './emptiness.ts';

/** Red needs somebody now, amber may need somebody soon, green is as it should be, plain is only told. */
export type Light = 'red' | 'amber' | 'green' | 'plain';

const lights: readonly Light[] = ['red', 'amber', 'green', 'plain'];

/** One line of a glance. */
export interface Row {
  readonly light: Light;
  /** The object or the resource, such as `Deployment shop-web` or `requests.cpu`; empty for a sum over many. Untrusted. */
  readonly what: string;
  /** What is to be said of it in a few words, which begin with the state that the light stands for. */
  readonly says: Text;
  /** How much of it is taken, from 0 to 1. */
  readonly share?: number;
  readonly fix?: Text;
  /** What a container or a controller said, word for word. Untrusted. */
  readonly quote?: string;
}

/** In the order in which they are told where all of them are equally well. */
export const blockTitles = {
  cluster: text('cluster', 'clúster'),
  missing: text('not applied', 'sin aplicar'),
  nodes: text('nodes', 'nodos'),
  quota: text('quota', 'cuota'),
  workloads: text('workloads', 'cargas de trabajo'),
  pods: text('pods in trouble', 'pods con problemas'),
  volumes: text('volumes', 'volúmenes'),
  jobs: text('Jobs', 'Jobs'),
  availability: text('availability', 'disponibilidad'),
  network: text('network', 'red'),
  security: text('security', 'seguridad'),
  events: text('warnings of the last hour', 'avisos de la última hora'),
} as const satisfies Readonly<Record<string, Text>>;

export type BlockId = keyof typeof blockTitles;

/** Something that could not be seen, by its plural: `nodes`. */
export interface Unseen {
  readonly kind: string;
  readonly plural: string;
  readonly block: BlockId;
  readonly why: 'forbidden' | 'late' | 'failed';
}

export interface Block {
  readonly id: BlockId;
  readonly light: Light;
  /** The worst first. */
  readonly rows: readonly Row[];
  readonly unseen: readonly Unseen[];
}

/** Where a glance looks. */
export interface Aim {
  readonly namespaces: readonly string[];
  /** What was to be applied, where somebody knows. */
  readonly expected: readonly AnyObject[];
}

/** What one round of reads saw. */
export interface Scene extends Aim {
  readonly context: string;
  readonly server: string;
  /** As the server writes it: `v1.36.3`. */
  readonly gitVersion: string;
  readonly isOpenShift: boolean;
  /** When it was, by the clock of the server, in milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds that a small answer took. */
  readonly latency: number;
  readonly sight: Sight;
  readonly unseen: readonly Unseen[];
  /** Namespaces with applications; they are looked for only where nothing is seen. */
  readonly elsewhere: readonly string[];
}

export interface Glance extends Omit<Scene, 'sight' | 'unseen' | 'expected' | 'elsewhere'> {
  readonly light: Light;
  /** Nothing of the namespaces may be seen, so that nothing can be said. */
  readonly isBlind: boolean;
  /** Nothing runs there, nor is anything of what was expected there. */
  readonly isEmpty: boolean;
  /** The worst first; those that have nothing to tell are not in it. */
  readonly blocks: readonly Block[];
}

/** A pure function from what was seen to the lines of one block. */
export type BlockOf = (scene: Scene) => readonly Row[];

const rankOf = (light: Light): number => lights.indexOf(light);

/** The worst of these; plain where there are none. */
const worstOf = (some: readonly Light[]): Light => lights.find((light) => some.includes(light)) ?? 'plain';

const ids = Object.keys(blockTitles) as readonly BlockId[];

/** Every block that has something to tell, the worst first. */
export function glanceOf(scene: Scene, blocks: Readonly<Record<BlockId, BlockOf>>): Glance {
  const { sight, unseen, expected: _, elsewhere: __, ...rest } = scene;
  const told = ids
    .map((id) => blockOf(id, blocks[id](scene), unseen))
    .filter(({ rows, unseen: missing }) => rows.length + missing.length > 0)
    .toSorted((a, b) => rankOf(a.light) - rankOf(b.light));
  const isBlind = sight.isUnseen('Pod') && sight.isUnseen('Deployment') && sight.isUnseen('Service');
  return { ...rest, light: worstOf(told.map(({ light }) => light)), isBlind, isEmpty: isEmpty(scene), blocks: told };
}

const blockOf = (id: BlockId, rows: readonly Row[], unseen: readonly Unseen[]): Block => ({
  id,
  light: worstOf(rows.map(({ light }) => light)),
  rows: rows.toSorted((a, b) => rankOf(a.light) - rankOf(b.light)),
  unseen: unseen.filter(({ block }) => block === id),
});
