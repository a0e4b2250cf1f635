import type { Sandbox } from './sandbox.ts';

/** A call that must be refused, and in which words. */
export interface Refusal {
  readonly name: string;
  readonly argv: readonly string[];
  readonly stdin?: string | Uint8Array;
  /** Files of the working folder, by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** What else the working folder needs. */
  readonly prepare?: (sandbox: Sandbox) => Promise<void> | void;
  readonly through?: readonly string[];
  readonly humbly?: boolean;
  /** 2 where nothing is said. */
  readonly exit?: 1 | 2;
  /** A piece of each complaint, in their order; as many complaints as pieces. */
  readonly says: readonly [string, ...string[]];
  /** What to do: a piece of the message. */
  readonly todo: string;
  /** What must stand nowhere. */
  readonly hides?: string;
}

export const image = ['--image', 'ghcr.io/example/shop:2.4.1'] as const;
export const shop = ['shop', ...image] as const;
