import type { AnyObject } from '../../model/manifest.ts';
import { isOfAnswers } from '../answer-to-change.ts';
import { applicationOf } from '../application-labels.ts';
import type { Connection, Reply } from '../connection.ts';
import { metadataOfOne } from '../facts/reader.ts';
import { ask } from '../patience.ts';
import { managersAgainst } from '../refusals/conflict.ts';
import { saidBy } from '../said-by.ts';
import { type SendOptions, sendApply } from './server-side-apply.ts';

/** What `kubectl apply` calls itself (kubernetes/kubectl, pkg/cmd/apply); what scales or edits by kubectl is called otherwise. */
const kubectlApply = 'kubectl-client-side-apply';

/**
 * Applies one object, and takes over what stands against it only because the same manifests were applied with kubectl before: that is
 * nobody else's word. The answer is the last one.
 */
export async function applyOwn(connection: Connection, path: string, object: AnyObject, options: SendOptions): Promise<Reply> {
  const tried = await sendApply(connection, path, object, options);
  if (tried.status !== 409) return tried;
  const managers = managersAgainst({ object, status: tried.status, ...saidBy(tried) });
  if (managers.length === 0 || managers.some((manager) => manager !== kubectlApply)) return tried;
  const there = await ask(connection, 'GET', path, { accept: metadataOfOne, signal: options.signal });
  const isSame = there.status === 200 && isOfSameApplication(object, JSON.parse(there.body));
  return isSame ? sendApply(connection, path, object, { ...options, force: true }) : tried;
}

const isOfSameApplication = (object: AnyObject, there: AnyObject): boolean =>
  isOfAnswers(object) && isOfAnswers(there) && applicationOf(object) === applicationOf(there);
