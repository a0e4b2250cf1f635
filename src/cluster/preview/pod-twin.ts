import type { V1PodSpec } from '@kubernetes/client-node';
import type { Template } from '../../checks/inventory.ts';
import { fieldOf, listIn, nameOf, namespaceOf } from '../../checks/object-fields.ts';
import type { Finding } from '../../model/finding.ts';
import type { Connection, Reply } from '../connection.ts';
import { ask } from '../patience.ts';
import { refusalFinding } from '../refusals/refusal-words.ts';
import { saidBy } from '../said-by.ts';

/** What the server says of a pod of a template. */
export type TwinAnswer =
  /** `spec` is the pod as the server completes it; undefined where only the quotas stand against it. */
  | { readonly is: 'accepted'; readonly spec: V1PodSpec | undefined }
  | { readonly is: 'refused'; readonly finding: Finding }
  /** The server cannot be asked: the user may not create pods, or the namespace is not furnished yet. */
  | { readonly is: 'unanswered' };

/**
 * Tries a bare pod of a template by a dry run. A workload is accepted whatever its pods may meet, because its controller makes them
 * later; of a pod the server tells at once.
 */
export async function tryTwin(connection: Connection, template: Template, signal?: AbortSignal): Promise<TwinAnswer> {
  const namespace = `/api/v1/namespaces/${encodeURIComponent(namespaceOf(template.owner) || 'default')}`;
  const hasAccount = await accountExists(connection, namespace, template.spec.serviceAccountName, signal);
  const reply = await ask(connection, 'POST', `${namespace}/pods`, {
    contentType: 'application/json',
    body: JSON.stringify(twinOf(template, hasAccount)),
    query: { dryRun: 'All', fieldValidation: 'Strict' },
    signal,
  });
  return answerBy(reply, template);
}

function answerBy(reply: Reply, { owner }: Template): TwinAnswer {
  if (reply.status === 201) return { is: 'accepted', spec: fieldOf(JSON.parse(reply.body), 'spec') as V1PodSpec };
  const { message, details } = saidBy(reply);
  if (/cannot create resource "pods"|error looking up service account|^namespaces "[^"]*" not found/.test(message))
    return { is: 'unanswered' };
  return { is: 'refused', finding: refusalFinding({ object: owner, status: reply.status, message, details }) };
}

/** An account that these objects only bring is not there yet, and without one the pod would be refused for that alone. */
async function accountExists(connection: Connection, namespace: string, name: string | undefined, signal?: AbortSignal): Promise<boolean> {
  if (name === undefined) return false;
  const path = `${namespace}/serviceaccounts/${encodeURIComponent(name)}`;
  const { status } = await ask(connection, 'GET', path, { signal });
  return status !== 404;
}

function twinOf({ owner, labels, annotations, spec }: Template, hasAccount: boolean): object {
  const { serviceAccountName, serviceAccount: _, volumes = [], ...rest } = spec;
  // The disks of a StatefulSet are volumes of its pods.
  const disks = listIn(fieldOf(owner, 'spec', 'volumeClaimTemplates')).map((claim) => {
    const name = String(fieldOf(claim, 'metadata', 'name'));
    return { name, persistentVolumeClaim: { claimName: `${name}-${nameOf(owner)}-0` } };
  });
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { generateName: `${nameOf(owner)}-`, labels, annotations },
    spec: { ...rest, ...(hasAccount && { serviceAccountName }), volumes: [...volumes, ...disks] },
  };
}
