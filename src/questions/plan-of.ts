import { createNamespace, developers, isolation, name, namespace, platform, platformVersion, podSecurity, viewers } from './application.ts';
import { component, fullNameOf, image, port } from './basics.ts';
import { callOf, calls, needs, offers, offersSecret, secretsAs } from './connections.ts';
import { accessModeOf, data, manyCanMount, ownership, quorum, sharedAccess } from './data.ts';
import { format } from './delivery.ts';
import { exposureOf } from './entrance-of.ts';
import { exposure } from './exposure.ts';
import { liveness, probeOf, readiness, startup } from './health.ts';
import { peers, product, role, version } from './identity.ts';
import { mainPortOf } from './main-port.ts';
import { variablePrefix } from './placeholders.ts';
import type {
  ComponentPlan,
  DataVolume,
  KeyOfSecret,
  Plan,
  PortPlan,
  QuotaSize,
  SettingsPlan,
  Subject,
  Traffic,
  Workload,
} from './plan.ts';
import { args, command, extraPortOf, grace, imagePullSecret, ports, writable, writableOf } from './process.ts';
import { type Known, sure } from './question.ts';
import { quota } from './quota.ts';
import { resourcesOf } from './resources.ts';
import { availability, replicas, replicasOf } from './scale.ts';
import { schedule, timeZone } from './schedule.ts';
import {
  configFile,
  configFileOf,
  env,
  envField,
  envSecret,
  fieldOf,
  secretFile,
  secretFileOf,
  secretSettingOf,
  settingOf,
} from './settings.ts';
import type { Decisions, Settled, SettledComponent } from './settle.ts';
import { mountPath, storageClass, storageKind, storageSize } from './storage.ts';
import { workload } from './workload.ts';

/** Every decision as the plan the manifests are made from. The settled answers must have no open question and no refusal. */
export function planOf(settled: Settled): Plan {
  const { known } = settled;
  const components = settled.components.map((each) => each.known);
  const callers = callersOf(components);
  const size = known.get(quota);
  return {
    name: sure(known, name),
    platform: sure(known, platform),
    platformVersion: sure(known, platformVersion),
    namespace: {
      name: sure(known, namespace),
      ...(known.is(createNamespace, true)
        ? { created: { podSecurity: sure(known, podSecurity), quota: size === 'none' ? undefined : (size as QuotaSize | undefined) } }
        : {}),
      isolated: known.is(isolation, 'isolated'),
      developers: (known.get(developers) ?? []).map(subjectOf),
      viewers: (known.get(viewers) ?? []).map(subjectOf),
    },
    components: settled.components.map((each) => componentPlanOf(each, callers.get(sure(each.known, component)) ?? [])),
    kustomize: known.is(format, 'kustomize'),
  };
}

const subjectOf = (said: string): Subject => {
  const [kind = '', ...rest] = said.split(':');
  return { kind: kind === 'user' ? 'User' : 'Group', name: rest.join(':') };
};

/** By component, the full names of those that need it. */
function callersOf(components: readonly Known[]): ReadonlyMap<string, readonly string[]> {
  const callers = new Map<string, string[]>();
  for (const each of components) {
    for (const needed of each.get(needs) ?? []) callers.set(needed, [...(callers.get(needed) ?? []), fullNameOf(each)]);
  }
  return callers;
}

function componentPlanOf({ known, decisions }: SettledComponent, callers: readonly string[]): ComponentPlan {
  const listening = portsOf(known);
  const ownName = sure(known, component);
  const roleName = known.get(role);
  const versionName = known.get(version);
  const pullSecret = known.get(imagePullSecret);
  const kept = dataOf(known);
  return {
    name: ownName,
    fullName: fullNameOf(known),
    labels: {
      name: sure(known, product),
      ...(roleName === undefined || roleName === 'none' ? {} : { component: roleName }),
      ...(versionName === undefined || versionName === 'none' ? {} : { version: versionName }),
    },
    workload: workloadOf(known),
    container: {
      image: sure(known, image),
      command: known.get(command) ?? [],
      args: known.get(args) ?? [],
      probes: probesOf(known, listening),
      settings: settingsOf(known),
      resources: resourcesOf(known),
    },
    volumes: { ...(kept ? { data: kept } : {}), writable: (known.get(writable) ?? []).map(writableOf) },
    ports: listening,
    exposure: exposureOf(known),
    traffic: trafficOf(known, callers, listening.length > 0),
    peers: known.is(peers, true),
    ...(pullSecret === undefined || pullSecret === 'none' ? {} : { imagePullSecret: pullSecret }),
    graceSeconds: sure(known, grace),
    reasons: reasonsOf(decisions),
  };
}

function reasonsOf(decisions: Decisions): ComponentPlan['reasons'] {
  const [kind, count] = [decisions[workload.id], decisions[replicas.id]];
  if (!kind) throw new Error('No workload is decided.');
  return { workload: kind.reason, ...(count ? { replicas: count.reason } : {}) };
}

function workloadOf(known: Known): Workload {
  const spread = known.is(availability, 'high') ? 'required' : 'preferred';
  const { min, max } = replicasOf(known.get(replicas) ?? '1');
  const count = min === max ? { fixed: min } : { min, max };
  switch (sure(known, workload)) {
    case 'deployment':
      return { kind: 'Deployment', replicas: count, spread };
    case 'statefulset':
      return { kind: 'StatefulSet', replicas: count, spread, quorum: known.is(quorum, true) };
    case 'daemonset':
      return { kind: 'DaemonSet' };
    case 'job':
      return { kind: 'Job' };
    case 'cronjob':
      return { kind: 'CronJob', schedule: sure(known, schedule), timeZone: sure(known, timeZone) };
  }
}

function dataOf(known: Known): DataVolume | undefined {
  if (known.is(data, 'none')) return undefined;
  const place = { mountPath: sure(known, mountPath), size: sure(known, storageSize) };
  if (known.is(data, 'scratch')) return { kind: 'scratch', ...place };
  const oneClaim = !known.is(workload, 'statefulset') || (known.is(ownership, 'shared') && manyCanMount(known));
  const className = sure(known, storageClass);
  const wish = sure(known, storageKind);
  return {
    kind: oneClaim ? 'claim' : 'template',
    ...place,
    accessMode: accessModeOf(known),
    ...(className === 'default' ? {} : { storageClass: className }),
    ...(wish === 'any' ? {} : { wish }),
    readOnly: known.is(sharedAccess, 'read-only'),
  };
}

function portsOf(known: Known): readonly PortPlan[] {
  const main = mainPortOf(known);
  if (!main) return [];
  const others = (known.get(ports) ?? []).map(extraPortOf);
  return [
    main,
    ...others.map(
      ({ name, port: number }): PortPlan => ({ name, containerPort: number, servicePort: number, protocol: 'tcp', tls: false }),
    ),
  ];
}

function probesOf(known: Known, [main]: readonly PortPlan[]): ComponentPlan['container']['probes'] {
  const [ready, alive, started] = [readiness, liveness, startup].map((asked) => probeOf(known.get(asked) ?? 'none', main?.name ?? ''));
  return { ...(ready ? { readiness: ready } : {}), ...(alive ? { liveness: alive } : {}), ...(started ? { startup: started } : {}) };
}

function trafficOf(known: Known, callers: readonly string[], listens: boolean): Traffic {
  return {
    from: { components: callers, namespace: listens && callers.length === 0 && !known.is(exposure, 'none') },
    to: (known.get(needs) ?? []).flatMap((needed) => {
      const other = known.named(needed);
      const number = other?.get(port);
      return other && typeof number === 'number' ? [{ fullName: fullNameOf(other), ports: [number] }] : [];
    }),
    outside: (known.get(calls) ?? []).map(callOf),
  };
}

type Env = SettingsPlan['env'][number];
type SecretFile = SettingsPlan['secretFiles'][number];

function settingsOf(known: Known): SettingsPlan {
  const own = fullNameOf(known);
  const links = (known.get(needs) ?? []).map((needed) => linkTo(needed, known));
  const settings = (known.get(env) ?? []).map(settingOf);
  const envFields = (known.get(envField) ?? []).map(fieldOf);
  const envSecrets = (known.get(envSecret) ?? []).map((item) => secretSettingOf(item, own));
  const secretFiles = (known.get(secretFile) ?? []).map((item) => secretFileOf(item, own));
  // What a needed component tells gives way to what the person said about the same variable or path.
  const names = new Set([...settings, ...envFields, ...envSecrets].map((each) => each.name));
  const paths = new Set(secretFiles.map((each) => each.path));
  return {
    env: [...links.flatMap((link) => link.env).filter((each) => !names.has(each.name)), ...settings],
    envFields,
    envSecrets: [...links.flatMap((link) => link.envSecrets).filter((each) => !names.has(each.name)), ...envSecrets],
    configFiles: (known.get(configFile) ?? [])
      .map(configFileOf)
      .map(({ path, file }) => ({ path, content: known.facts.files?.[file] ?? '' })),
    secretFiles: [...links.flatMap((link) => link.secretFiles).filter((each) => !paths.has(each.path)), ...secretFiles],
  };
}

/** What a component is told of another one it needs: its address, what it offers, and its password. */
function linkTo(
  needed: string,
  known: Known,
): { env: readonly Env[]; envSecrets: readonly ({ name: string } & KeyOfSecret)[]; secretFiles: readonly SecretFile[] } {
  const other = known.named(needed);
  if (!other) return { env: [], envSecrets: [], secretFiles: [] };
  const prefix = variablePrefix(needed);
  const main = mainPortOf(other);
  const address = main
    ? [
        { name: `${prefix}_HOST`, value: fullNameOf(other) },
        { name: `${prefix}_PORT`, value: String(main.servicePort) },
      ]
    : [];
  const offered = (other.get(offers) ?? []).map(settingOf).map((offer) => ({ name: `${prefix}_${offer.name}`, value: offer.value }));
  const secrets = (other.get(offersSecret) ?? [])
    .map((item) => secretSettingOf(item, fullNameOf(other)))
    .map((key) => ({ ...key, name: `${prefix}_${key.name}` }));
  if (!known.is(secretsAs, 'file')) return { env: [...address, ...offered], envSecrets: secrets, secretFiles: [] };
  const files = secrets.map(({ name: variable, ...key }) => ({
    variable,
    file: { path: `/run/credentials/${needed}/${key.key}`, ...key },
  }));
  return {
    env: [...address, ...offered, ...files.map(({ variable, file }) => ({ name: `${variable}_FILE`, value: file.path }))],
    envSecrets: [],
    secretFiles: files.map(({ file }) => file),
  };
}
