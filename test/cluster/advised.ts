import { execFile } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { serverBinariesFor, wantedMinor } from './binaries.ts';

/** Runs the command that a finding ends with, as a person would in a shell. */
export async function followed({ fix }: Finding): Promise<void> {
  const command = /kubectl .*$/.exec(fix.en)?.[0];
  if (command === undefined) throw new Error(`There is no command in: ${fix.en}`);
  const { kubectl } = serverBinariesFor(wantedMinor(), () => undefined);
  const PATH = `${dirname(kubectl)}${delimiter}${process.env['PATH']}`;
  await promisify(execFile)('sh', ['-c', command], { env: { ...process.env, PATH, KUBECONFIG: inject('kubeconfig') } });
}
