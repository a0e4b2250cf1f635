import type { V1Container, V1Lifecycle, V1ResourceRequirements, V1SecurityContext, V1VolumeMount } from '@kubernetes/client-node';
import type { ComponentPlan, ResourcesPlan } from '../questions/plan.ts';
import { probesOf } from './probes.ts';
import { envFromOf, envOf } from './settings.ts';

export function containerOf(component: ComponentPlan, volumeMounts: V1VolumeMount[]): V1Container {
  const { image, command, args, resources } = component.container;
  const envFrom = envFromOf(component);
  const env = envOf(component);
  const lifecycle = lifecycleOf(component);
  return {
    name: component.name,
    image,
    imagePullPolicy: 'Always',
    ...(command.length > 0 ? { command: [...command] } : {}),
    ...(args.length > 0 ? { args: [...args] } : {}),
    ...(envFrom.length > 0 ? { envFrom } : {}),
    ...(env.length > 0 ? { env } : {}),
    ...(component.ports.length > 0
      ? { ports: component.ports.map(({ name, containerPort }) => ({ name, containerPort, protocol: 'TCP' })) }
      : {}),
    ...probesOf(component),
    ...(lifecycle ? { lifecycle } : {}),
    resources: requirementsOf(resources),
    securityContext: containerSecurity(),
    ...(volumeMounts.length > 0 ? { volumeMounts } : {}),
  };
}

/** What Pod Security `restricted` asks of every container, and what the judges look for beside it. */
const containerSecurity = (): V1SecurityContext => ({
  allowPrivilegeEscalation: false,
  privileged: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  capabilities: { drop: ['ALL'] },
});

/** What a container says of its size. */
export const requirementsOf = ({ requests, limits }: ResourcesPlan): V1ResourceRequirements => ({
  requests: { cpu: requests.cpu, memory: requests.memory, 'ephemeral-storage': requests.ephemeralStorage },
  limits: { ...(limits.cpu ? { cpu: limits.cpu } : {}), memory: limits.memory, 'ephemeral-storage': limits.ephemeralStorage },
});

const drainSeconds = 5;

/**
 * A pod is asked to stop while others still send to it: it waits until they have heard. Clients of a StatefulSet hold on
 * to one instance, so waiting would help nobody. The API refuses a sleep that is longer than the grace period.
 */
function lifecycleOf({ workload, ports, graceSeconds }: ComponentPlan): V1Lifecycle | undefined {
  const interchangeable = workload.kind === 'Deployment' || workload.kind === 'DaemonSet';
  return interchangeable && ports.length > 0 && graceSeconds > drainSeconds ? { preStop: { sleep: { seconds: drainSeconds } } } : undefined;
}
