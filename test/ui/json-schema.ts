/** What a JSON Schema has against a value, for the keywords that the answers file's schema uses; any other keyword throws. */
export function faultsOf(schema: unknown, value: unknown, path = '$'): readonly string[] {
  const { $schema: _1, title: _2, description: _3, ...keywords } = schema as Record<string, unknown>;
  return Object.entries(keywords).flatMap(([keyword, rule]) => {
    const check = checks[keyword];
    if (!check) throw new Error(`This test knows no keyword “${keyword}”.`);
    return check(rule, value, path, keywords);
  });
}

type Check = (rule: unknown, value: unknown, path: string, schema: Record<string, unknown>) => readonly string[];

const blame = (right: boolean, path: string, keyword: string): readonly string[] => (right ? [] : [`${path}: ${keyword}`]);
const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;
const isMap = (value: unknown): value is Record<string, unknown> => typeOf(value) === 'object';

const checks: Readonly<Record<string, Check>> = {
  type: (rule, value, path) => blame([rule].flat().includes(typeOf(value)), path, 'type'),
  enum: (rule, value, path) => blame((rule as unknown[]).includes(value), path, 'enum'),
  const: (rule, value, path) => blame(rule === value, path, 'const'),
  pattern: (rule, value, path) => blame(typeof value !== 'string' || new RegExp(rule as string, 'u').test(value), path, 'pattern'),
  maxLength: (rule, value, path) => blame(typeof value !== 'string' || value.length <= (rule as number), path, 'maxLength'),
  minimum: (rule, value, path) => blame(typeof value !== 'number' || value >= (rule as number), path, 'minimum'),
  maximum: (rule, value, path) => blame(typeof value !== 'number' || value <= (rule as number), path, 'maximum'),
  anyOf: (rule, value, path) =>
    blame(
      (rule as unknown[]).some((each) => faultsOf(each, value, path).length === 0),
      path,
      'anyOf',
    ),
  items: (rule, value, path) => (Array.isArray(value) ? value.flatMap((item, index) => faultsOf(rule, item, `${path}[${index}]`)) : []),
  propertyNames: (rule, value, path) => (isMap(value) ? Object.keys(value).flatMap((key) => faultsOf(rule, key, `${path}.${key}`)) : []),
  properties: (rule, value, path) =>
    isMap(value)
      ? Object.entries(rule as Record<string, unknown>).flatMap(([key, each]) =>
          key in value ? faultsOf(each, value[key], `${path}.${key}`) : [],
        )
      : [],
  additionalProperties: (rule, value, path, schema) => {
    const known = Object.keys((schema['properties'] as object | undefined) ?? {});
    const others = isMap(value) ? Object.entries(value).filter(([key]) => !known.includes(key)) : [];
    return others.flatMap(([key, each]) =>
      rule === false ? [`${path}.${key}: additionalProperties`] : faultsOf(rule, each, `${path}.${key}`),
    );
  },
};
