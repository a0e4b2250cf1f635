/**
 * Starts a control plane to try things on, furnished as for the tests, and says how to reach it. It goes with Ctrl-C.
 *
 *     node test/cluster/run.ts
 */
import { connect } from '../../src/cluster/connection.ts';
import { shellWord } from '../../src/model/shell-word.ts';
import { binariesFor, wantedMinor } from './binaries.ts';
import { startControlPlane } from './control-plane.ts';
import { furnish } from './furnishing.ts';

const minor = wantedMinor();
const plane = await startControlPlane(binariesFor(minor, (line) => console.error(line)));
await furnish(connect({ kubeconfig: plane.kubeconfig }));
console.log(`export KUBECONFIG=${shellWord(plane.kubeconfig)}`);
console.error(`Kubernetes ${minor} runs until Ctrl-C.`);

const alive = setInterval(() => undefined, 60_000);
const stop = async () => {
  clearInterval(alive);
  await plane.stop();
};
process.once('SIGINT', stop).once('SIGTERM', stop);
