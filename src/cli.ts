#!/usr/bin/env node
declare const __VERSION__: string;

const leastNode = [20, 19] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (process.argv[2] === '--version' && process.argv.length === 3) {
  process.stdout.write(`${__VERSION__}\n`);
} else if (major < leastNode[0] || (major === leastNode[0] && minor < leastNode[1])) {
  process.stderr.write(`create-k8s-app needs Node ${leastNode.join('.')} or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  await start();
}

async function start(): Promise<void> {
  // Node 22 keeps compiled code in a cache of its own; the second run starts a fifth faster.
  process.getBuiltinModule('node:module').enableCompileCache?.();
  const { bug, main, unprintable } = await import('./ui/main.ts');
  const leaving = new AbortController();
  // The first one lets an interview keep its answers and a write put the folder back; a second one ends at once. The listener stays
  // after the first: where signal-exit (in Ink and @inquirer/core) finds no other, it ends the process before anything is kept.
  const leave = (sign: NodeJS.Signals): void => {
    if (leaving.signal.aborted) process.off(sign, leave).kill(process.pid, sign);
    leaving.abort();
  };
  for (const sign of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(sign, leave);
  const tell = (fault: unknown): void => {
    const told = fault instanceof Error ? fault.stack : String(fault);
    process.stderr.write(`create-k8s-app ${__VERSION__}, Node ${process.versions.node}: ${bug.en}\n${told}\n`);
    process.exitCode = 1;
  };
  // A fault outside of what is awaited, as at a key: the interview is left like at a signal, and what is told last stays on the screen.
  process.on('uncaughtException', (fault) => {
    process.once('exit', () => tell(fault));
    if (leaving.signal.aborted) process.exit();
    leaving.abort();
  });
  // A window that changes and changes back at once has the size that Node knows, so Node says nothing; what stood in it is gone all the same.
  process.on('SIGWINCH', () => process.stdout.emit('resize'));
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') process.exit();
    process.stderr.write(`create-k8s-app: ${unprintable.en} (${code})\n`);
    process.exit(1);
  });
  // Nobody reads the reports any more, which is no reason to leave the work half done.
  process.stderr.on('error', () => undefined);
  try {
    process.exitCode = await main({
      argv: process.argv.slice(2),
      env: process.env,
      cwd: process.cwd(),
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
      signal: leaving.signal,
      version: __VERSION__,
      random: (bytes) => process.getBuiltinModule('node:crypto').randomBytes(bytes),
    });
  } catch (fault) {
    tell(fault);
  }
}
