/** Saves in a process of its own: `node save-in-process.ts TARGET FILES-AS-JSON`. Prints the Problem, if there is one. */
import { Problem } from '../../src/model/problem.ts';
import { save } from '../../src/output/disk.ts';

const [target = '', files = '[]'] = process.argv.slice(2);
try {
  await save(target, JSON.parse(files));
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stdout.write(error.message);
  process.exitCode = error.exit;
}
