/** The fields of a manifest that questions are for, from the object, or from the container that has them. */
export const manifestFields = {
  'access-mode': 'accessModes',
  args: 'args',
  command: 'command',
  cpu: 'resources.requests.cpu',
  'cpu-limit': 'resources.limits.cpu',
  image: 'image',
  'image-pull-secret': 'imagePullSecrets',
  'ingress-controller': 'ingressClassName',
  liveness: 'livenessProbe',
  memory: 'resources.requests.memory',
  'memory-limit': 'resources.limits.memory',
  port: 'ports',
  readiness: 'readinessProbe',
  replicas: 'spec.replicas',
  run: 'kind',
  startup: 'startupProbe',
  'storage-class': 'storageClassName',
  'storage-size': 'resources.requests.storage',
  entrance: 'type',
} as const;

export type FieldQuestion = keyof typeof manifestFields;
