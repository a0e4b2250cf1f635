import { type Text, text } from '../../model/text.ts';

/** Why so many nodes are not for a pod. */
export interface Obstacle {
  readonly is: 'cpu' | 'memory' | 'room' | 'taint' | 'selector' | 'apart' | 'beside' | 'spread' | 'volume' | 'closed' | 'port' | 'other';
  readonly nodes: number;
  /** "2 lack free CPU", as a part of a sentence that speaks of nodes. */
  readonly says: Text;
}

type Of = (nodes: number, detail: string) => Text;

const some =
  (one: Text, many: Text): Of =>
  (nodes) =>
    nodes === 1 ? text(`1 ${one.en}`, `1 ${one.es}`) : text(`${nodes} ${many.en}`, `${nodes} ${many.es}`);

const someTainted = some(
  text('keeps pods away by a taint', 'aparta los pods con un taint'),
  text('keep pods away by a taint', 'apartan los pods con un taint'),
);

/** What the scheduler’s plugins say (kubernetes, pkg/scheduler/framework/plugins), behind the number of nodes. */
const reasons: readonly { readonly is: Obstacle['is']; readonly words: RegExp; readonly of: Of }[] = [
  {
    is: 'cpu',
    words: /^Insufficient cpu/,
    of: some(text('has too little free CPU', 'tiene poca CPU libre'), text('have too little free CPU', 'tienen poca CPU libre')),
  },
  {
    is: 'memory',
    words: /^Insufficient memory/,
    of: some(
      text('has too little free memory', 'tiene poca memoria libre'),
      text('have too little free memory', 'tienen poca memoria libre'),
    ),
  },
  {
    is: 'room',
    words: /^Too many pods/,
    of: some(text('is full of pods', 'está lleno de pods'), text('are full of pods', 'están llenos de pods')),
  },
  {
    is: 'room',
    words: /^Insufficient (\S+?)\.?$/,
    of: (nodes, what) =>
      nodes === 1
        ? text(`1 has too little free ${what}`, `1 tiene poco ${what} libre`)
        : text(`${nodes} have too little free ${what}`, `${nodes} tienen poco ${what} libre`),
  },
  {
    is: 'taint',
    words: /^node\(s\) had untolerated taint(?:\(s\))? ?\{?([^}]*)\}?/,
    of: (nodes, taint) => {
      const name = taint.replace(/: ?$/, '').replace(/: /, '=');
      if (name === '') return someTainted(nodes, taint);
      return nodes === 1
        ? text(`1 keeps pods away by its taint ${name}`, `1 aparta los pods con su taint ${name}`)
        : text(`${nodes} keep pods away by their taint ${name}`, `${nodes} apartan los pods con su taint ${name}`);
    },
  },
  {
    is: 'selector',
    words: /^node\(s\) didn't match Pod's node affinity/,
    of: some(
      text('does not have the labels that its pods ask for', 'no tiene las etiquetas que piden sus pods'),
      text('do not have the labels that its pods ask for', 'no tienen las etiquetas que piden sus pods'),
    ),
  },
  {
    is: 'apart',
    words: /anti-affinity rules/,
    of: some(
      text('already has a pod that wants to be apart from it', 'ya tiene un pod del que debe estar separado'),
      text('already have a pod that wants to be apart from it', 'ya tienen un pod del que debe estar separado'),
    ),
  },
  {
    is: 'beside',
    words: /^node\(s\) didn't match pod affinity rules/,
    of: some(
      text('lacks the pod that it wants to be beside', 'no tiene el pod junto al que debe estar'),
      text('lack the pod that it wants to be beside', 'no tienen el pod junto al que debe estar'),
    ),
  },
  {
    is: 'spread',
    words: /topology spread constraints/,
    of: some(text('would spread its pods unevenly', 'los repartiría mal'), text('would spread its pods unevenly', 'los repartirían mal')),
  },
  {
    is: 'volume',
    words: /volume node affinity conflict|PersistentVolume's node affinity|persistent volumes to bind|non-existent pv|max volume count/,
    of: some(text('cannot reach its disk', 'no llega a su disco'), text('cannot reach its disk', 'no llegan a su disco')),
  },
  {
    is: 'closed',
    words: /^node\(s\) were unschedulable/,
    of: some(text('is closed to new pods', 'está cerrado a pods nuevos'), text('are closed to new pods', 'están cerrados a pods nuevos')),
  },
  {
    is: 'port',
    words: /free ports/,
    of: some(text('has its port taken', 'tiene su puerto ocupado'), text('have its port taken', 'tienen su puerto ocupado')),
  },
];

/** `0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint {key: value}. preemption: …`; undefined where it is none. */
export function obstaclesIn(message: string): { readonly nodes: number; readonly obstacles: readonly Obstacle[] } | undefined {
  const [, nodes, list = ''] =
    /^0\/(\d+) nodes are available: (.*?)(?: ?preemption: .*|no new claims to deallocate.*)?$/.exec(message) ?? [];
  if (nodes === undefined) return undefined;
  const parts = [...list.matchAll(/(\d+) ((?:\{[^}]*\}|[^,{])+)/g)];
  return { nodes: Number(nodes), obstacles: parts.map(([, count, words = '']) => obstacleOf(Number(count), words.replace(/\.? ?$/, ''))) };
}

function obstacleOf(nodes: number, words: string): Obstacle {
  for (const reason of reasons) {
    const found = reason.words.exec(words);
    if (found) return { is: reason.is, nodes, says: reason.of(nodes, found[1] ?? '') };
  }
  return { is: 'other', nodes, says: text(`${nodes} for another reason (“${words}”)`, `${nodes} por otro motivo («${words}»)`) };
}
