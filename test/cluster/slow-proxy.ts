/**
 * A proxy that lets every byte take its time, in a process of its own, so that its work is nobody else's. It knows nothing of what it
 * passes on. Says its port, and ends with its input.
 *
 *     node test/cluster/slow-proxy.ts PORT MILLISECONDS
 */
import { connect, createServer, type Socket } from 'node:net';

const [port, delay] = process.argv.slice(2).map(Number);

/** Passes on what comes `delay` after it came, the first of it after `extra` more. Timers of one length keep their order. */
function pass(from: Socket, to: Socket, extra: number): void {
  const opensAt = performance.now() + extra;
  const later = (run: () => void) => setTimeout(run, Math.max(0, opensAt - performance.now()) + (delay ?? 0));
  from.setNoDelay(true);
  from.on('data', (chunk) => later(() => to.write(chunk)));
  from.on('end', () => later(() => to.end()));
  from.on('error', () => later(() => to.destroy()));
}

const server = createServer((near) => {
  const far = connect(port ?? 0, '127.0.0.1');
  // To open a connection takes a round trip before anything can be said; the kernel here has answered at once.
  pass(near, far, 2 * (delay ?? 0));
  pass(far, near, 0);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(address !== null && typeof address === 'object' ? address.port : '');
});
process.stdin.on('end', () => process.exit()).resume();
