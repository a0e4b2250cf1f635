import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { boxesForTests } from './boxes.ts';
import type { Pty } from './pty.ts';

const boxOf = boxesForTests();
const image = 'ghcr.io/example/shop:2.4.1';

/** Presses Enter at every question but the image, until nothing is left to ask. */
async function acceptAll(pty: Pty): Promise<void> {
  for (let step = 1; ; step++) {
    const screen = await pty.see(new RegExp(`${step} of about|go ahead`));
    if (screen.includes('All good: go ahead')) return;
    pty.type(screen.includes('Which image?') ? `${image}\r` : '\r');
  }
}

it('makes a web application of one image and Enter', async () => {
  const box = boxOf();
  const pty = box.open(['shop']);
  await acceptAll(pty);
  pty.type('w');
  expect(await pty.exited).toBe(0);
  await pty.see('shop/');
  expect((await readdir(join(box.here, 'shop'))).toSorted()).toEqual(
    expect.arrayContaining(['README.md', 'admin', 'app', 'create-k8s-app.yaml']),
  );
  const answers = await readFile(join(box.here, 'shop/create-k8s-app.yaml'), 'utf8');
  expect(answers).toContain(image);
  expect(answers).not.toContain('port');
});

/** Presses Enter at every plain prompt until nothing is left to ask. */
async function acceptPlainly(pty: Pty): Promise<void> {
  for (let step = 1; ; step++) {
    const screen = await pty.see(new RegExp(`\\(${step} (of about|de unas) [^]*:$|(Enter to go ahead|Intro para seguir adelante):$`));
    pty.type('\r');
    if (/(go ahead|seguir adelante):$/.test(screen)) return;
  }
}

it.each(['en', 'es'])('asks the same in plain prompts (%s)', async (language) => {
  const box = boxOf();
  const pty = box.open(['shop', '--plain', '--image', image, '--lang', language]);
  await acceptPlainly(pty);
  expect(await pty.exited).toBe(0);
  expect(await readdir(box.here)).toEqual(['shop']);
});

it('makes a namespace by plain prompts on a terminal that cannot draw', async () => {
  const box = boxOf();
  const pty = box.open(['namespace'], { env: { TERM: 'dumb' }, rows: 200 });
  await pty.see('Enter for “the essentials”:');
  pty.type('\r');
  await pty.see('What is the namespace called?');
  pty.type('team-shop\r:review\r');
  await pty.see('Namespace: team-shop. It is your answer.');
  pty.type(':write\r');
  expect(await pty.exited).toBe(0);
  expect(pty.output()).not.toContain('\u001b');
  const [made = ''] = await readdir(box.here);
  expect(await readFile(join(box.here, made, 'create-k8s-app.yaml'), 'utf8')).toContain('namespace: team-shop');
});

it('is explained and read in YAML by the program itself', async () => {
  const box = boxOf();
  const pty = box.open(['shop'], { env: { TERM: 'dumb' }, rows: 600 });
  await pty.see('Enter for “the essentials”:');
  pty.type('\r? postgresql\r');
  await pty.see(/^\+ StatefulSet shop-\w+: /m);
  pty.type('postgresql\r:yaml\r');
  await pty.see(/^ {2}kind: StatefulSet$/m);
  pty.type('\u0003');
  expect(await pty.exited).toBe(130);
  await pty.see('Nothing was written.');
  expect(await readdir(box.here)).toEqual([]);
});

it('says why it asks line by line where the window is too small', async () => {
  const box = boxOf();
  const pty = box.open(['shop'], { columns: 29, rows: 60 });
  await pty.see('too small');
  await pty.see('Enter for “the');
  pty.type('\u0003');
  expect(await pty.exited).toBe(130);
});

it.each(['--lang=en', '--plain'])(
  'starts from what was said when the application was made, and takes nothing from it (%s)',
  async (flag) => {
    const box = boxOf();
    const first = box.open([
      'shop',
      '--yes',
      '--image',
      image,
      '--exposure',
      'outside',
      '--host',
      'shop.example.com',
      '--needs',
      'postgresql',
    ]);
    expect(await first.exited).toBe(0);
    const before = box.made();
    const again = box.open(['shop', flag], { rows: 600 });
    await again.see('the essentials');
    again.type(flag === '--plain' ? ':write\r' : 'rw');
    expect(await again.exited).toBe(0);
    await again.see('There is an application here already');
    expect(box.made()).toEqual(before);
  },
);
