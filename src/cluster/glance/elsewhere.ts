import { fieldOf } from '../../checks/object-fields.ts';
import { byThisProgram } from '../application-labels.ts';
import type { Connection } from '../connection.ts';
import { metadataOnly } from '../facts/reader.ts';
import { allAt } from '../pages.ts';
import { within } from '../time-limit.ts';
import { passing, running } from './emptiness.ts';
import { sources } from './sources.ts';

/** Milliseconds for all of it: nobody asked for it. */
const patience = 5000;

/** The namespaces that have workloads from this program, as far as the user may list them in the whole cluster. */
export async function applicationsElsewhere(connection: Connection, signal: AbortSignal): Promise<readonly string[]> {
  const asked = { query: { labelSelector: byThisProgram }, accept: metadataOnly, signal: within(patience, signal) };
  const lists = sources
    .filter(({ kind }) => running.includes(kind) && !passing.has(kind))
    .map(({ root, plural }) => allAt(connection, `/${root}/${plural}`, (item) => String(fieldOf(item, 'metadata', 'namespace')), asked));
  const found = await Promise.allSettled(lists);
  signal.throwIfAborted();
  return [...new Set(found.flatMap((each) => (each.status === 'fulfilled' ? (each.value ?? []) : [])))].sort();
}
