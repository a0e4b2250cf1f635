import type { ComponentPlan } from '../../src/questions/plan.ts';
import { componentPlan } from '../plans.ts';

/** A web application with settings. */
export const web = componentPlan({
  container: { settings: { env: [{ name: 'LOG_LEVEL', value: 'info' }] } },
});

/** A database: one writer, its password in a file. */
export const db = componentPlan({
  name: 'db',
  labels: { name: 'postgresql', component: 'database', version: '18.6-trixie' },
  workload: { kind: 'StatefulSet', replicas: { fixed: 1 }, spread: 'preferred', quorum: false },
  volumes: {
    data: { kind: 'template', mountPath: '/var/lib/postgresql', size: '10Gi', accessMode: 'ReadWriteOnce', readOnly: false },
    writable: [
      { path: '/var/run/postgresql', size: '16Mi', inMemory: false },
      { path: '/tmp', size: '128Mi', inMemory: false },
      { path: '/dev/shm', size: '64Mi', inMemory: true },
    ],
  },
  ports: [{ name: 'postgresql', containerPort: 5432, servicePort: 5432, protocol: 'tcp', tls: false }],
  graceSeconds: 120,
  container: {
    image: 'docker.io/library/postgres:18.6-trixie',
    probes: {
      startup: { kind: 'exec', command: ['pg_isready', '-h', '127.0.0.1', '-U', 'postgres'] },
      readiness: { kind: 'exec', command: ['pg_isready', '-h', '127.0.0.1', '-U', 'postgres', '-d', 'shop'] },
      liveness: { kind: 'tcp', port: 'postgresql' },
    },
    settings: {
      env: [
        { name: 'POSTGRES_DB', value: 'shop' },
        { name: 'POSTGRES_PASSWORD_FILE', value: '/run/credentials/db/superuser' },
      ],
      secretFiles: [{ path: '/run/credentials/db/superuser', secret: 'shop-db', key: 'superuser', generated: true }],
    },
    resources: {
      requests: { cpu: '250m', memory: '512Mi', ephemeralStorage: '128Mi' },
      limits: { cpu: '1', memory: '512Mi', ephemeralStorage: '512Mi' },
    },
  },
});

const internal = (name: string, containerPort: number) =>
  ({ name, containerPort, servicePort: containerPort, protocol: 'tcp', tls: false }) as const;

/** Brokers that vote, with settings made of other settings. */
export const kafka = componentPlan({
  name: 'kafka',
  labels: { name: 'kafka', component: 'broker', version: '4.3.1' },
  workload: { kind: 'StatefulSet', replicas: { fixed: 3 }, spread: 'preferred', quorum: true },
  volumes: {
    data: {
      kind: 'template',
      mountPath: '/var/lib/kafka/data',
      size: '20Gi',
      accessMode: 'ReadWriteOnce',
      storageClass: 'fast',
      readOnly: false,
    },
    writable: [
      { path: '/opt/kafka/config', size: '16Mi', inMemory: false },
      { path: '/tmp', size: '128Mi', inMemory: false },
    ],
  },
  ports: [internal('client', 9092), internal('controller', 9093), internal('internal', 9094)],
  peers: true,
  graceSeconds: 120,
  container: {
    image: 'docker.io/apache/kafka:4.3.1',
    probes: {
      startup: { kind: 'tcp', port: 'controller' },
      readiness: { kind: 'tcp', port: 'client' },
      liveness: { kind: 'tcp', port: 'controller' },
    },
    settings: {
      env: [
        { name: 'KAFKA_ADVERTISED_LISTENERS', value: 'CLIENT://$(POD_HOST):9092,INTERNAL://$(POD_HOST):9094' },
        { name: 'POD_HOST', value: '$(POD_NAME).shop-kafka-headless.shop.svc.cluster.local' },
        { name: 'KAFKA_PROCESS_ROLES', value: 'broker,controller' },
      ],
      envFields: [{ name: 'POD_NAME', fieldPath: 'metadata.name' }],
    },
    resources: {
      requests: { cpu: '500m', memory: '2Gi', ephemeralStorage: '256Mi' },
      limits: { cpu: '2', memory: '2Gi', ephemeralStorage: '1Gi' },
    },
  },
});

/** A backup every night, on a disk of its own. */
export const backup = componentPlan({
  name: 'backup',
  labels: { name: 'postgresql-backup', component: 'backup', version: '18.6' },
  workload: { kind: 'CronJob', schedule: '17 2 * * *', timeZone: 'Etc/UTC' },
  volumes: {
    data: { kind: 'claim', mountPath: '/backup', size: '20Gi', accessMode: 'ReadWriteOnce', readOnly: false },
    writable: [{ path: '/tmp', size: '64Mi', inMemory: false }],
  },
  ports: [],
  exposure: { reach: 'none' },
  traffic: { from: { components: [], namespace: false }, to: [{ fullName: 'shop-db', ports: [5432] }], outside: [] },
  graceSeconds: 30,
  container: {
    image: 'docker.io/library/postgres:18.6-trixie',
    command: ['/bin/bash', '-euo', 'pipefail', '-c'],
    args: ['pg_dump --file=/backup/shop.dump'],
    probes: {},
    settings: {
      env: [{ name: 'PGHOST', value: 'shop-db-headless' }],
      secretFiles: [{ path: '/run/credentials/db/pgpass', secret: 'shop-db', key: 'pgpass', generated: true }],
    },
  },
});

/** A migration. */
export const migration = componentPlan({
  name: 'migration',
  labels: { name: 'migration', version: '1.4.2' },
  workload: { kind: 'Job' },
  ports: [],
  exposure: { reach: 'none' },
  container: {
    args: ['migrate'],
    probes: {},
    settings: { envSecrets: [{ name: 'DB_PASSWORD', secret: 'shop-db', key: 'superuser', generated: true }] },
  },
});

/** A log collector on every node. */
export const agent = componentPlan({
  name: 'agent',
  labels: { name: 'agent' },
  workload: { kind: 'DaemonSet' },
  volumes: { data: { kind: 'scratch', mountPath: '/buffer', size: '1Gi' }, writable: [] },
  container: { probes: { readiness: { kind: 'http', path: '/health' } } },
});

/** A web application under load, that shows its own certificate and reads files. */
export const scaled = componentPlan({
  name: 'api',
  labels: { name: 'Shop API', version: '2.0+build:7' },
  workload: { kind: 'Deployment', replicas: { min: 3, max: 9 }, spread: 'required' },
  ports: [{ name: 'https', containerPort: 8443, servicePort: 443, protocol: 'http', tls: true }],
  exposure: {
    reach: 'outside',
    entrance: {
      through: 'route',
      path: '/',
      tls: {
        model: 'reencrypt',
        certificate: 'router',
        redirect: true,
        pod: { from: 'service-ca', secret: 'shop-api-pod-tls', mountPath: '/run/tls' },
      },
    },
  },
  imagePullSecret: 'registry',
  container: {
    probes: { readiness: { kind: 'http', path: '/readyz' }, liveness: { kind: 'tcp', port: 'https' } },
    settings: {
      configFiles: [
        { path: '/etc/shop/app.conf', content: 'mode = fast\n' },
        { path: '/run/shop/app.conf', content: 'mode = slow\n' },
      ],
      secretFiles: [
        { path: '/run/shop/key', secret: 'shop-api', key: 'key', generated: true },
        { path: '/tmp/licence', secret: 'licence', key: 'text', generated: false },
      ],
    },
  },
});

export const typical: readonly ComponentPlan[] = [web, db, kafka, backup, migration, agent, scaled];
