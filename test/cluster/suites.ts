import { hasGo } from './binaries.ts';

/** They ask for nothing but what a server does by itself: no controller makes pods, and no node runs them. */
const onServerAlone = ['check', 'faults', 'killed', 'kubectl', 'processes', 'reach'];

/** The suites that can be run here: without Go, what setup-envtest brings is a server alone. */
export const suites = (): readonly string[] =>
  hasGo() ? ['test/cluster/**/*.test.ts'] : onServerAlone.map((name) => `test/cluster/${name}.test.ts`);
