import type { V1Container, V1Probe } from '@kubernetes/client-node';
import type { ComponentPlan, Probe } from '../questions/plan.ts';

/** Seconds a container may take to start: twice the worst of a web program; data and quorums take longer to come up. */
export function startupBudgetOf(component: ComponentPlan): number {
  const data = component.volumes.data;
  const keepsData = data !== undefined && data.kind !== 'scratch';
  return keepsData || component.ports[0]?.protocol === 'tcp' ? 300 : 60;
}

/** A command starts a process each time, and some clients take seconds for that; a page or a port answers at once. */
const timeoutSeconds = (probe: Probe): number => (probe.kind === 'exec' ? 10 : 3);

export function probesOf(component: ComponentPlan): Pick<V1Container, 'startupProbe' | 'readinessProbe' | 'livenessProbe'> {
  const { startup, readiness, liveness } = component.container.probes;
  const budget = startupBudgetOf(component);
  const quick = budget === 60;
  const brisk = (probe: Probe): boolean => quick && probe.kind !== 'exec';
  const timed = (probe: Probe, periodSeconds: number, failureThreshold: number): V1Probe => ({
    ...handlerOf(probe, component),
    periodSeconds,
    timeoutSeconds: timeoutSeconds(probe),
    failureThreshold,
  });
  const startupPeriod = startup && brisk(startup) ? 2 : 5;
  return {
    ...(startup ? { startupProbe: timed(startup, startupPeriod, budget / startupPeriod) } : {}),
    ...(readiness ? { readinessProbe: timed(readiness, brisk(readiness) ? 5 : 10, 3) } : {}),
    ...(liveness ? { livenessProbe: timed(liveness, 20, quick ? 3 : 6) } : {}),
  };
}

function handlerOf(probe: Probe, component: ComponentPlan): V1Probe {
  switch (probe.kind) {
    case 'http': {
      const main = component.ports[0];
      if (!main) throw new Error(`The component “${component.name}” has a page to ask, but no port.`);
      return { httpGet: { path: probe.path, port: main.name, ...(main.tls ? { scheme: 'HTTPS' } : {}) } };
    }
    case 'tcp':
      return { tcpSocket: { port: probe.port } };
    case 'exec':
      return { exec: { command: [...probe.command] } };
  }
}
