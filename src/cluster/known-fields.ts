import { fieldOf, groupOf, listIn } from '../checks/object-fields.ts';
import type { AnyObject } from '../model/manifest.ts';
import type { Connection } from './connection.ts';
import { ask } from './patience.ts';

/** The way to a field that the server does not know. Server-side apply answers 500 for it; strict decoding answers 400. */
export const unknownFieldIn = (message: string): string | undefined =>
  /: (\.\S+): field not declared in schema/.exec(message)?.[1] ?? /unknown field "([^"]+)"/.exec(message)?.[1];

/** The names of the fields that the server knows in the place of one that it does not know; none where it cannot tell. */
export async function fieldsBeside(
  connection: Connection,
  object: AnyObject,
  path: string,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const { apiVersion = '', kind } = object;
  const { status, body } = await ask(connection, 'GET', `/openapi/v3/${groupOf(object) ? 'apis' : 'api'}/${apiVersion}`, { signal });
  if (status !== 200) return [];
  const schemas = fieldOf(JSON.parse(body), 'components', 'schemas') as Readonly<Record<string, unknown>>;
  const version = apiVersion.split('/').at(-1);
  const isOfKind = (schema: unknown) =>
    listIn(fieldOf(schema, 'x-kubernetes-group-version-kind')).some(
      (each) => fieldOf(each, 'kind') === kind && fieldOf(each, 'group') === groupOf(object) && fieldOf(each, 'version') === version,
    );
  const place = stepsOf(path)
    .slice(0, -1)
    .reduce<unknown>(
      (schema, step) => inner(schemas, fieldOf(inner(schemas, schema), 'properties', step)),
      Object.values(schemas).find(isOfKind),
    );
  return Object.keys((fieldOf(inner(schemas, place), 'properties') as object | undefined) ?? {});
}

/** `.spec.containers[name="web"].image` by its names. */
const stepsOf = (path: string): readonly string[] =>
  path
    .replaceAll(/\[[^\]]*\]/g, '')
    .split('.')
    .filter((step) => step !== '');

/** What a schema stands for: another one by its name, or that of its items. */
function inner(schemas: Readonly<Record<string, unknown>>, schema: unknown): unknown {
  const reference = fieldOf(schema, '$ref') ?? fieldOf(schema, 'allOf', 0, '$ref');
  if (typeof reference === 'string') return inner(schemas, schemas[reference.slice(reference.lastIndexOf('/') + 1)]);
  const items = fieldOf(schema, 'items') ?? fieldOf(schema, 'additionalProperties');
  return items === undefined || fieldOf(schema, 'properties') !== undefined ? schema : inner(schemas, items);
}
