import { expect, it } from 'vitest';
import { platform } from '../../src/questions/application.ts';
import { image, port } from '../../src/questions/basics.ts';
import { certificate } from '../../src/questions/certificate.ts';
import { needs } from '../../src/questions/connections.ts';
import { data } from '../../src/questions/data.ts';
import { deliver } from '../../src/questions/delivery.ts';
import { exposure, host, ingressController } from '../../src/questions/exposure.ts';
import { readiness } from '../../src/questions/health.ts';
import type { AnyQuestion } from '../../src/questions/question.ts';
import { quota } from '../../src/questions/quota.ts';
import { tls } from '../../src/questions/tls-model.ts';
import { depth, startOf } from '../../src/ui/opening.ts';
import { phrases } from '../../src/ui/phrases.ts';
import { boxesForTests } from './boxes.ts';
import { faces } from './faces-of-the-program.ts';

// How many keys somebody presses who uses the wizard for the first time: no more without a reason.

const boxOf = boxesForTests();
const enter = '\r';
const down = '\u001b[B';
const review = { ask: phrases.goAhead };

/** What a person writes, and the keys that they press beside; each line is a question that they meet. */
interface Line {
  readonly meets: Pick<AnyQuestion, 'ask'>;
  readonly writes?: string;
  readonly presses: readonly string[];
}

const accepts = (meets: Line['meets']): Line => ({ meets, presses: [enter] });
const picks = (meets: Line['meets'], places: number): Line => ({ meets, presses: [...Array<string>(places).fill(down), enter] });
const writes = (meets: Line['meets'], words: string): Line => ({ meets, writes: words, presses: [enter] });

/** Says all that in a real terminal, and gives what was written, and how many keys were pressed beside the words. */
async function said(lines: readonly Line[]) {
  const box = boxOf();
  const pty = box.open(['shop']);
  for (const line of lines) {
    await pty.see(faces.wizard.asks(line.meets));
    for (const key of [line.writes ?? '', ...line.presses]) pty.type(key);
  }
  expect(await pty.exited).toBe(0);
  const keys = lines.flatMap(({ presses }) => presses);
  return { files: Object.keys(box.made()), keys: keys.length, enters: keys.filter((key) => key === enter).length };
}

const start = startOf([]);
const theImage = writes(image, 'ghcr.io/example/shop:2.4.1');

it('a web application with all suggestions takes its image and twelve Enters', async () => {
  const { files, keys, enters } = await said([
    accepts(depth),
    picks(start, 1),
    accepts(platform),
    theImage,
    ...[port, data, exposure, needs, readiness, quota, deliver, review].map(accepts),
  ]);
  expect({ keys, enters }).toEqual({ keys: 13, enters: 12 });
  expect(files).toEqual(expect.arrayContaining(['shop/README.md', 'shop/app/web-app/deployment.yaml', 'shop/create-k8s-app.yaml']));
});

it('one with a database, called from outside by HTTPS, takes its image, its host, sixteen Enters and four arrows', async () => {
  const { files, keys, enters } = await said([
    accepts(depth),
    picks(start, 1),
    accepts(platform),
    theImage,
    accepts(port),
    accepts(data),
    picks(exposure, 1),
    accepts(ingressController),
    writes(host, 'shop.example.com'),
    accepts(tls),
    accepts(certificate),
    picks(needs, 2),
    ...[readiness, quota, deliver, review].map(accepts),
  ]);
  expect({ keys, enters }).toEqual({ keys: 20, enters: 16 });
  expect(files).toEqual(
    expect.arrayContaining([
      'shop/app/postgresql/statefulset.yaml',
      'shop/app/web-app/deployment.yaml',
      'shop/app/web-app/ingress.yaml',
      'shop/app/web-app/ingress-redirect.yaml',
    ]),
  );
});

it('whoever accepts all without a look takes the image and three keys', async () => {
  const { files, keys } = await said([{ meets: depth, presses: ['r', 'w'] }, theImage]);
  expect(keys).toBe(3);
  expect(files).toEqual(expect.arrayContaining(['shop/README.md', 'shop/app/web/deployment.yaml']));
});
