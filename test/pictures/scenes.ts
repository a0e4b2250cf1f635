import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openPty } from '../e2e/pty.ts';
import { svgOf } from './svg.ts';

const down = '\u001b[B';
const tab = '\t';

/** A screen that is waited for, the name of its picture if it has one, and the keys that are pressed there. */
type Scene = readonly [words: string | RegExp, keys: string, picture?: string];

const scenes: readonly Scene[] = [
  ['How much do you want', '\r'],
  ['Kubernetes or OpenShift?', '\r'],
  ['When does it run?', '\r'],
  ['Which port', '\r'],
  ['must survive a restart?', '\r'],
  ['Who calls it?', down],
  ['❯ ● people outside', '\r', 'callers'],
  ['Which Ingress controller', '\r'],
  ['At which address?', 'shop.example.com\r'],
  ['Where is it encrypted?', down],
  ['❯ ● re-encrypt', 'y', 'tls'],
  ['The YAML so far', 'y', 'yaml'],
  ['❯ ● re-encrypt', 'r'],
  ['Review: ', tab],
  ['❯ ○ Name', tab],
  ['❯ ● Image', down.repeat(9)],
  ['❯ ○ Workload', '\u0003', 'review'],
];

/** The README's pictures by their names, drawn from the built program in a real terminal. */
export async function pictures(): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  const words = ['shop', '--image', 'ghcr.io/example/shop:2.4.1', '--lang', 'en'];
  const pty = openPty([resolve('dist/cli.js'), ...words], { cwd: folder, env: { XDG_STATE_HOME: join(folder, 'state') } });
  const drawn = new Map<string, string>();
  for (const [words, keys, picture] of scenes) {
    await pty.see(words);
    if (picture) drawn.set(picture, svgOf(pty.terminal, pty.terminal.rows - 1));
    pty.type(keys);
  }
  await pty.exited;
  rmSync(folder, { recursive: true });
  return drawn;
}
