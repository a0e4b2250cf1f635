import { describe, expect, it } from 'vitest';
import type { File } from '../../src/model/file.ts';
import { Problem } from '../../src/model/problem.ts';
import { baseFileOf, baseOf } from '../../src/output/base.ts';
import { changesOf } from '../../src/output/changes.ts';

const file = (path: string, content: string, mode: File['mode'] = 0o644): File => ({ path, content, mode });
const summary = (...given: Parameters<typeof changesOf>) => changesOf(...given).map(({ path, change }) => `${change} ${path}`);

describe('what writing would do', () => {
  it('tells each case from what was generated last and what is there now', () => {
    const base = {
      'same.yaml': '1',
      'older.yaml': '1',
      'edited.yaml': '1',
      'deleted.yaml': '1',
      'stale.yaml': '1',
      'stale-edited.yaml': '1',
      'gone.yaml': '1',
    };
    const contents = {
      'same.yaml': '1',
      'older.yaml': '1',
      'edited.yaml': 'mine',
      'stale.yaml': '1',
      'stale-edited.yaml': 'mine',
      'foreign.yaml': 'theirs',
    };
    const files = [file('same.yaml', '1'), ...['older', 'edited', 'deleted', 'foreign', 'new'].map((name) => file(`${name}.yaml`, '2'))];
    expect(summary({ base, contents }, files)).toEqual([
      'unchanged same.yaml',
      'update older.yaml',
      'changed-by-hand edited.yaml',
      'create deleted.yaml',
      'changed-by-hand foreign.yaml',
      'create new.yaml',
      'remove stale.yaml',
      'changed-by-hand stale-edited.yaml',
    ]);
  });

  it('takes an edit that went into the plan for no loss', () => {
    const state = { base: { 'a.yaml': '1' }, contents: { 'a.yaml': 'mine' } };
    expect(summary(state, [file('a.yaml', '2')], ['a.yaml'])).toEqual(['update a.yaml']);
  });

  it('keeps secrets that are there, and adds what they lack', () => {
    const secret = (key: string) => `kind: Secret\nmetadata:\n  name: a\nstringData:\n  ${key}: v\n`;
    const asked = [file('s.yaml', secret('x'), 0o600)];
    expect(changesOf({ base: {}, contents: {} }, asked)).toEqual([{ path: 's.yaml', change: 'create', file: asked[0] }]);
    const there = secret('x').replace(': v', ': mine');
    expect(changesOf({ base: {}, contents: { 's.yaml': there } }, asked)).toEqual([
      { path: 's.yaml', change: 'keep', file: { ...asked[0], content: there } },
    ]);
    expect(changesOf({ base: {}, contents: { 's.yaml': secret('y') } }, asked)).toEqual([
      { path: 's.yaml', change: 'update', file: { ...asked[0], content: `${secret('y')}  x: "v"\n` } },
    ]);
  });
});

describe('the base', () => {
  it('reads back as it was written, in one order, without secrets', () => {
    const written = baseFileOf([file('b', '2'), file('a', '1'), file('s', 'secret', 0o600)]);
    expect(written).toEqual(baseFileOf([file('a', '1'), file('b', '2')]));
    expect(baseOf(written.content)).toEqual({ a: '1', b: '2' });
    expect(baseOf(undefined)).toEqual({});
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"files":null}',
    '{"files":{"a":1}}',
    ...['../a', '/a', 'a/../../b', 'a//b', 'a\\b', ''].map((path) => JSON.stringify({ files: { [path]: 'x' } })),
  ])('is refused where its paths cannot be trusted: %s', (content) => {
    expect(() => baseOf(content)).toThrow(Problem);
  });

  it('never takes away what keeps generated secrets out of Git, because the secrets stay', () => {
    const base = { 'secrets/.gitignore': '*\n', 'app/db/service.yaml': 'kind: Service\n' };
    expect(summary({ base, contents: base }, [])).toEqual(['remove app/db/service.yaml']);
  });
});
