import { describe, expect, it } from 'vitest';
import { obstaclesIn } from '../../src/cluster/diagnosis/scheduling-words.ts';

/** What the scheduler says of nodes, as releases since 1.30 write it, and how it is told. */
const parts: readonly (readonly [words: string, says: string])[] = [
  ['1 Insufficient cpu', '1 has too little free CPU'],
  ['2 Insufficient memory', '2 have too little free memory'],
  ['2 Insufficient nvidia.com/gpu', '2 have too little free nvidia.com/gpu'],
  ['3 Too many pods', '3 are full of pods'],
  [
    '1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }',
    '1 keeps pods away by its taint node-role.kubernetes.io/control-plane',
  ],
  ['2 node(s) had untolerated taint {team: a}', '2 keep pods away by their taint team=a'],
  ['2 node(s) had untolerated taint(s)', '2 keep pods away by a taint'],
  ["1 node(s) didn't match Pod's node affinity/selector", '1 does not have the labels that its pods ask for'],
  ["2 node(s) didn't match pod anti-affinity rules", '2 already have a pod that wants to be apart from it'],
  ["2 node(s) didn't match pod affinity rules", '2 lack the pod that it wants to be beside'],
  ["1 node(s) didn't match pod topology spread constraints", '1 would spread its pods unevenly'],
  ['1 node(s) had volume node affinity conflict', '1 cannot reach its disk'],
  ["2 node(s) didn't match PersistentVolume's node affinity", '2 cannot reach its disk'],
  ['1 node(s) were unschedulable', '1 is closed to new pods'],
  ["1 node(s) didn't have free ports for the requested pod ports", '1 has its port taken'],
  ['1 node(s) had a bad day', '1 for another reason (“node(s) had a bad day”)'],
];

describe('the scheduler’s words', () => {
  it.each(parts)('%s', (words, says) => {
    const found = obstaclesIn(
      `0/9 nodes are available: ${words}. preemption: 0/9 nodes are available: 9 Preemption is not helpful for scheduling.`,
    );
    expect(found?.nodes).toBe(9);
    expect(found?.obstacles.map((each) => each.says.en)).toEqual([says]);
    expect(found?.obstacles[0]?.says.es).not.toBe(says);
  });

  it('are taken apart', () => {
    const all = obstaclesIn(`0/9 nodes are available: ${parts.map(([words]) => words).join(', ')}.`);
    expect(all?.obstacles.map((each) => each.says.en)).toEqual(parts.map(([, says]) => says));
  });

  it('of another sort are none', () => expect(obstaclesIn('running PreFilter plugin "VolumeBinding": error')).toBeUndefined());
});
