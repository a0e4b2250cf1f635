import type { KubernetesObject } from '@kubernetes/client-node';
import type { Text } from './text.ts';

/** Who applies an object: the cluster's administrator once, or the developer at every release. */
export type Owner = 'admin' | 'developer';

/** JSON Pointer (RFC 6901) into an object, such as `/spec/template/spec/enableServiceLinks`. */
export type Pointer = string;

/** An object of a custom resource, or any object read from a file. */
export type AnyObject = KubernetesObject & { readonly [field: string]: unknown };

/** A Kubernetes object, who applies it, and by field the reasons that shaped it, which become comments in the YAML. */
export interface Manifest {
  readonly object: KubernetesObject;
  readonly owner: Owner;
  /** The component it belongs to; absent for objects of the namespace. */
  readonly component?: string;
  /** The reason of the whole object stands under the empty pointer. */
  readonly why: Readonly<Record<Pointer, Text>>;
}
