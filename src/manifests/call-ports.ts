import type { ComponentPlan, PortPlan } from '../questions/plan.ts';

/** The main port, which whatever leads to the component from outside leads to. */
export function mainPortOf({ fullName, ports }: ComponentPlan): PortPlan {
  const [main] = ports;
  if (!main) throw new Error(`${fullName} is exposed and has no port`);
  return main;
}

/** The ports for callers. Where replicas talk to each other, the ports beside the main one are for them alone. */
export const callPortsOf = ({ ports, peers }: ComponentPlan): readonly PortPlan[] => (peers ? ports.slice(0, 1) : ports);
