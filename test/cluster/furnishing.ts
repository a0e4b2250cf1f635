import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import { fieldOf, nameOf } from '../../src/checks/object-fields.ts';
import { apply } from '../../src/cluster/apply/apply.ts';
import type { Connection } from '../../src/cluster/connection.ts';
import type { AnyObject } from '../../src/model/manifest.ts';

const zones = ['north', 'south'];

/** Machines that kwok pretends to be. */
const nodes: readonly AnyObject[] = ['a', 'b', 'c'].map((letter, index) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name: `node-${letter}`,
    annotations: { 'kwok.x-k8s.io/node': 'fake' },
    labels: {
      'kubernetes.io/hostname': `node-${letter}`,
      'kubernetes.io/os': 'linux',
      'topology.kubernetes.io/zone': zones[index % zones.length] ?? '',
    },
  },
  status: { allocatable: { cpu: '2000', memory: '8Ti', pods: '20000', 'ephemeral-storage': '32Ti' } },
}));

/** Disks for whoever claims one. */
const storage: AnyObject = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'kwok-volume', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
  provisioner: 'kwok.x-k8s.io/volume',
  volumeBindingMode: 'Immediate',
};

const objectsIn = (path: string): readonly AnyObject[] =>
  parseAllDocuments(readFileSync(path, 'utf8')).map((document) => document.toJS() as AnyObject);

/** Definitions of the custom resources that are written here; richer ones from the folder that `CRDS` names, where it has them. */
function definitions(): readonly AnyObject[] {
  const own = objectsIn('test/cluster/fixtures/custom-resources.yaml');
  const richer = process.env['CRDS'];
  if (!richer) return own;
  const files = readdirSync(richer, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  const found = new Map(files.flatMap((file) => objectsIn(join(richer, file))).map((object) => [nameOf(object), object]));
  return own.map((definition) => found.get(nameOf(definition)) ?? definition);
}

const betweenLooks = 50;

/** Gives a new cluster what it has before anybody applies anything. Nodes are created: to apply one would leave out its status. */
export async function furnish(connection: Connection): Promise<void> {
  for (const node of nodes) {
    const { status, body } = await connection.send('POST', '/api/v1/nodes', {
      body: JSON.stringify(node),
      contentType: 'application/json',
    });
    if (status !== 201) throw new Error(body);
  }
  const defined = definitions();
  const applied = await apply(connection, [storage, ...defined]);
  const failed = applied.find(({ outcome }) => outcome !== 'created');
  if (failed) throw new Error(JSON.stringify(failed));
  for (const definition of defined) while (!(await isServed(connection, definition))) await pause(betweenLooks);
}

async function isServed(connection: Connection, definition: AnyObject): Promise<boolean> {
  const [group, version, plural] = [['group'], ['versions', 0, 'name'], ['names', 'plural']].map((way) =>
    fieldOf(definition['spec'], ...way),
  );
  return (await connection.send('GET', `/apis/${group}/${version}/${plural}`)).status === 200;
}
