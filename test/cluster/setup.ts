import type { TestProject } from 'vitest/node';
import { connect } from '../../src/cluster/connection.ts';
import { binariesFor, hasGo, serverBinariesFor, wantedMinor } from './binaries.ts';
import { type ControlPlane, startControlPlane, startServerOnly } from './control-plane.ts';
import { furnish } from './furnishing.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the kubeconfig of somebody who may do everything. */
    readonly kubeconfig: string;
    /** The same of somebody who may do nothing. */
    readonly strangersKubeconfig: string;
  }
}

let plane: ControlPlane | undefined;

/** One control plane for all suites: each test works in namespaces of its own. `KUBERNETES=1.37` takes another version. */
export async function setup(project: TestProject): Promise<void> {
  const tell = (line: string) => void process.stderr.write(`${line}\n`);
  const minor = wantedMinor();
  plane = await (hasGo() ? startControlPlane(binariesFor(minor, tell)) : startServerOnly(serverBinariesFor(minor, tell)));
  await furnish(connect({ kubeconfig: plane.kubeconfig }));
  project.provide('kubeconfig', plane.kubeconfig);
  project.provide('strangersKubeconfig', plane.strangersKubeconfig);
}

export const teardown = async (): Promise<void> => plane?.stop();
