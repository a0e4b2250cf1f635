import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { findingsOn } from '../src/checks/checks.ts';
import { planFindingsOn } from '../src/checks/plan-checks.ts';
import { manifestsOf } from '../src/manifests/manifests.ts';
import { languages } from '../src/model/text.ts';
import type { Value, Values } from '../src/model/value.ts';
import { planOf } from '../src/questions/plan-of.ts';
import { startOf } from '../src/ui/opening.ts';
import { complaintsIn, objectsOf, run, type Wanted } from './presets/runs.ts';
import { presets } from './presets-of-the-house.ts';

const image = 'docker.io/nginxinc/nginx-unprivileged:1.30.4-alpine';
const db = { preset: 'postgresql', name: 'db' };

/** Presets that need more than their own answers, and the component that they then make. */
const uses: Readonly<Record<string, Wanted & { readonly component: string }>> = {
  'web-app': { component: 'web-app', preset: 'web-app', components: { '': { image } } },
  'static-site': {
    component: 'static-site',
    preset: 'static-site',
    components: { '': { image, exposure: 'outside', host: 'shop.example.com' } },
  },
  worker: { component: 'worker', preset: 'worker', components: { '': { image } } },
  job: { component: 'job', preset: 'job', components: { '': { image } } },
  'scheduled-job': { component: 'scheduled-job', preset: 'scheduled-job', components: { '': { image, schedule: '30 3 * * *' } } },
  web: { component: 'web', preset: 'web', components: { '': { image } } },
  postgresql: { component: 'db', preset: 'postgresql', components: { '': { component: 'db' } } },
  kafka: { component: 'kafka', preset: 'kafka', components: { '': { 'cluster-id': 'MkU3OEVBNTcwNTJENDM2Qg' } } },
  'postgresql-backup': {
    component: 'db-backup',
    preset: 'web',
    components: { '': { image } },
    added: [db, { preset: 'postgresql-backup', name: 'db-backup' }],
  },
};

const useOf = (name: string, application: Values = {}): Wanted => ({ ...(uses[name] ?? { preset: name }), application });
const goldenOf = (name: string): URL => new URL(`golden/presets/${name}.yaml`, import.meta.url);
const itemsOf = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [String(value)];

/** What differs between two programs of a kind, so that a preset for one's own program leaves it to the person. */
const personal = ['image', 'schedule', 'exposure', 'host', 'certificate', 'calls', 'env-secret'];
const ofOnesOwn = presets.filter(({ answers }) => answers['image'] === undefined);

describe('the presets for programs of one’s own', () => {
  it.each(ofOnesOwn.map((preset) => [preset.name, preset] as const))('%s leaves open what only the person knows', (_, { answers }) => {
    expect(personal.filter((id) => id in answers)).toEqual([]);
  });

  it('come right after one’s own way, for each time of running the most general first', () => {
    const starts = Object.keys(startOf(presets).type.choices ?? {});
    const known = starts.flatMap((start) => ofOnesOwn.filter(({ name }) => name === start));
    expect(starts.slice(0, 2)).toEqual(['own', 'web-app']);
    expect(known.map(({ name }) => name)).toEqual(starts.slice(1, 1 + ofOnesOwn.length));
    for (const runs of ['always', 'once', 'scheduled']) {
      const fixed = known.filter(({ answers }) => answers['run'] === runs).map(({ answers }) => Object.keys(answers).length);
      expect(fixed).toEqual(fixed.toSorted((a, b) => a - b));
    }
  });
});

/** A word in braces that is no variable of a shell. */
const placeholder = /(?<!\$)\{[a-z][a-z:-]*/;

describe.each(presets.map((preset) => [preset.name, preset] as const))('the preset %s', (name, preset) => {
  it.skipIf(!existsSync(goldenOf(name)))('makes the golden objects', () => {
    const golden = readFileSync(goldenOf(name), 'utf8');
    const plan = planOf(run(useOf(name)).settled);
    const own = manifestsOf(plan).filter(({ component }) => component === uses[name]?.component);
    expect(own.map(({ object }) => object)).toEqual(parseAllDocuments(golden).map((each) => each.toJS()));
  });

  it.each(languages)('says what it is in whole sentences (%s)', (language) => {
    expect(preset.title[language]).toMatch(/^\S.{1,33}$/u);
    expect(preset.about[language]).toMatch(/^\p{Lu}.*\.$/u);
    expect(preset.title.en).not.toBe(preset.title.es);
    expect(preset.about.en).not.toBe(preset.about.es);
  });

  it('names an exact version of an image that is looked after', () => {
    for (const said of itemsOf(preset.answers['image'])) {
      expect(said).toMatch(/^[a-z0-9.-]+\.[a-z]+(?:\/[a-z0-9._-]+)+:\d+\.\d+[\w.-]*$/);
      expect(said).not.toContain('bitnami');
    }
  });

  it.each(['kubernetes', 'openshift'])('settles without a word on %s, with nothing left to fill in', (platform) => {
    const outlook = run(useOf(name, { platform }));
    expect(complaintsIn(outlook)).toEqual([]);
    expect(outlook.settled.idle.map(({ question }) => question.id)).toEqual([]);
    const choices = outlook.settled.components.flatMap(({ decisions }) =>
      Object.values(decisions).flatMap(({ choice }) => itemsOf(choice)),
    );
    expect(choices.filter((choice) => placeholder.test(choice))).toEqual([]);
  });

  it.each(['kubernetes', 'openshift'])('passes the checks on %s', (platform) => {
    const wanted = useOf(name, { platform });
    const found = [...findingsOn(objectsOf(wanted)), ...planFindingsOn(planOf(run(wanted).settled))];
    expect(found.filter(({ severity }) => severity !== 'advice')).toEqual([]);
  });

  it('fits every quota from the smallest that holds it', () => {
    const sizes = ['small', 'medium', 'large', 'none'];
    const smallest = String(run(useOf(name)).settled.whole['quota']?.choice);
    const holding = sizes.filter((quota) => complaintsIn(run(useOf(name, { quota }))).length === 0);
    expect(smallest).not.toBe('none');
    expect(holding).toEqual(sizes.slice(sizes.indexOf(smallest)));
  });
});
