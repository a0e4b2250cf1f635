import type { Where } from '../cluster/connection.ts';

/** The words that name the same cluster again; none where it was the one that the kubeconfig points to. */
export const whereWords = ({ kubeconfig, context }: Where): readonly string[] => [
  ...(kubeconfig === undefined ? [] : ['--kubeconfig', kubeconfig]),
  ...(context === undefined ? [] : ['--context', context]),
];
