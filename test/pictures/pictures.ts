/** Draws the README's pictures from the built program in a real terminal: `npm run pictures`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openPty } from '../e2e/pty.ts';
import { svgOf } from './svg.ts';

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
const pty = openPty([resolve('dist/cli.js'), 'shop', '--image', 'ghcr.io/example/shop:2.4.1', '--lang', 'en'], { cwd: folder, rows: 22 });
for (const [words, keys] of [
  ['How much do you want', '\r'],
  ['Kubernetes or OpenShift?', '\r'],
  ['When does it run?', '\r'],
  ['Which port', '\r'],
  ['must survive a restart?', '\r'],
  ['Who calls it?', '\u001b[B'],
  ['❯ ● people outside', '\r'],
  ['Which Ingress controller', '\r'],
  ['At which address?', 'shop.example.com\r'],
] as const) {
  await pty.see(words);
  pty.type(keys);
}
await pty.see('edge');
writeFileSync('test/pictures/tls.svg', svgOf(pty.terminal));
pty.type('\u0003');
await pty.exited;
rmSync(folder, { recursive: true });
