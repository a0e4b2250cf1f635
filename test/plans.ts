import { text } from '../src/model/text.ts';
import type { ComponentPlan, ContainerPlan, Plan, SettingsPlan } from '../src/questions/plan.ts';

type Parts = Omit<Partial<ComponentPlan>, 'container'> & {
  readonly container?: Omit<Partial<ContainerPlan>, 'settings'> & { readonly settings?: Partial<SettingsPlan> };
};

/** A plain web component, called `shop-web`; overrides are by part, and by part of the container. */
export function componentPlan(overrides: Parts = {}): ComponentPlan {
  const { container = {}, ...rest } = overrides;
  const name = rest.name ?? 'web';
  return {
    name,
    fullName: `shop-${name}`,
    labels: { name, component: 'frontend', version: '1.4.2' },
    workload: { kind: 'Deployment', replicas: { fixed: 2 }, spread: 'preferred' },
    volumes: { writable: [{ path: '/tmp', size: '64Mi', inMemory: false }] },
    ports: [{ name: 'http', containerPort: 8080, servicePort: 80, protocol: 'http', tls: false }],
    exposure: { reach: 'cluster' },
    traffic: { from: { components: [], namespace: true }, to: [], outside: [] },
    peers: false,
    graceSeconds: 45,
    reasons: { workload: text('The test says so.', 'Lo dice la prueba.') },
    ...rest,
    container: {
      image: 'ghcr.io/example/shop:1.4.2',
      command: [],
      args: [],
      probes: {
        startup: { kind: 'http', path: '/healthz' },
        readiness: { kind: 'http', path: '/readyz' },
        liveness: { kind: 'tcp', port: 'http' },
      },
      resources: {
        requests: { cpu: '50m', memory: '64Mi', ephemeralStorage: '64Mi' },
        limits: { cpu: '250m', memory: '128Mi', ephemeralStorage: '256Mi' },
      },
      ...container,
      settings: { env: [], envFields: [], envSecrets: [], configFiles: [], secretFiles: [], ...container.settings },
    },
  };
}

/** The application `shop` in a namespace of its own, on Kubernetes. */
export const plan = (overrides: Partial<Plan> = {}): Plan => ({
  name: 'shop',
  platform: 'kubernetes',
  platformVersion: '1.34',
  namespace: { name: 'shop', isolated: true, developers: [], viewers: [] },
  components: [componentPlan()],
  kustomize: true,
  ...overrides,
});
