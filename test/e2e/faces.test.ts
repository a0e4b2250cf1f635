import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPty, type PtyOptions } from './pty.ts';

const down = '\u001b[B';
const image = 'ghcr.io/example/shop:2.4.1';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faces-'));
  await build({
    input: resolve('test/e2e/face.ts'),
    platform: 'node',
    logLevel: 'silent',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    output: { dir: folder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
  });
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

const open = (faces: readonly string[], options: Partial<PtyOptions> = {}) =>
  openPty([join(folder, 'face.mjs'), ...faces], { cwd: folder, ...options });

describe('the wizard in a terminal', () => {
  it('goes from the first question to the end by Enter and one image', async () => {
    const pty = open(['tui']);
    await pty.see('Kubernetes or OpenShift?');
    pty.type('\r');
    await pty.see('Which image?');
    pty.type(`${image}\r`);
    await pty.see('When does it run?');
    pty.type('\r');
    await pty.see('Which port does it listen on?');
    pty.type('\r');
    await pty.see('What else does it need?');
    pty.type('\r');
    await pty.see('What do you want to do with the manifests?');
    pty.type('\r');
    await pty.see('All good: go ahead');
    pty.type('\r');
    expect(await pty.exited).toBe(0);
    const screen = await pty.see('ended');
    expect(screen.replaceAll('\n', '')).toContain(
      `"answers":{"source":"interview","application":{},"components":{"":{"image":"${image}"}}}`,
    );
  });

  it('takes several keys in one read in their order', async () => {
    const pty = open(['tui']);
    await pty.see('Kubernetes or OpenShift?');
    pty.type(`${down}\r${image}\r${down}${down}\r`);
    await pty.see('At what times does it run?');
    expect(pty.screen()).toContain('OpenShift');
  });

  it('is left by Ctrl-C, and the screen is as it was before', async () => {
    const pty = open(['tui']);
    await pty.see('Kubernetes or OpenShift?');
    pty.type('\u0003');
    expect(await pty.exited).toBe(0);
    expect(await pty.see('ended')).toBe('ended {"outcome":"left","language":"en"}');
  });

  it.each([{ columns: 40, rows: 24 }, { columns: 30, rows: 10 }, { isSizeless: true }])('fits a screen of %o', async (size) => {
    const pty = open(['tui'], size);
    await pty.see('OpenShift?');
    pty.type(`\r${image}\r\r80`);
    await pty.see('❯ 80');
    await pty.see('root');
    pty.type('80\r\r\r');
    await pty.see('go ahead');
    pty.type(down.repeat(3));
    await pty.see('❯ ○ Version');
    expect(pty.screen()).toContain('^C quit');
    pty.type('w');
    expect(await pty.exited).toBe(0);
  });

  it('is laid out anew when the window changes', async () => {
    const pty = open(['tui']);
    await pty.see('1 of about 6');
    pty.resize(50, 20);
    const lines = (await pty.see('1 of about 6')).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(50);
    pty.type('\u0003');
    await pty.exited;
  });
});

describe('the plain prompts in a terminal', () => {
  it('ask the same, lead back, and refuse the same', async () => {
    const pty = open(['plain']);
    await pty.see('Kubernetes or OpenShift? (1 of about 6)');
    pty.type('\r');
    await pty.see('Which image?');
    pty.type('shop\r');
    await pty.see('Add the version, as in shop:1.0.0');
    pty.type('<\r');
    await pty.see(/Answer, or Enter for “Kubernetes”:$/);
    pty.type('2\r');
    await pty.see('Platform: OpenShift.');
    pty.type(`${image}\r`);
    await pty.see('When does it run?');
    pty.type('\r');
    await pty.see('Which port does it listen on?');
    pty.type('\r');
    await pty.see('What else does it need?');
    pty.type('\r');
    await pty.see('What do you want to do with the manifests?');
    pty.type('\r');
    await pty.see('Enter to go ahead:');
    pty.type('\r');
    expect(await pty.exited).toBe(0);
    const screen = await pty.see('ended');
    expect(screen.replaceAll('\n', '')).toContain('"application":{"platform":"openshift"}');
  });

  it.each(['dumb', 'xterm-256color'])('move no cursor and draw nothing twice where TERM is %s', async (term) => {
    // So many rows that nothing that is looked for leaves the screen.
    const pty = open(['plain'], { env: { TERM: term }, rows: 200 });
    await pty.see('Enter for “Kubernetes”:');
    // The terminal itself takes back what is erased before Enter, and shows what is typed.
    pty.type('kubeX\u007f\r');
    await pty.see(/Which image\?[\s\S]*Answer:$/);
    pty.type('?\r');
    await pty.see('Answer: ?');
    pty.type('>\r');
    await pty.see('¿Qué imagen?');
    pty.type(':repaso\r');
    await pty.see('para volver a la pregunta:');
    pty.type(':salir\r');
    expect(await pty.exited).toBe(0);
    await pty.see('ended {"outcome":"left"');
    const output = pty.output();
    expect(output).not.toContain('\u001b');
    expect(output.replace('\b \b', '')).not.toMatch(/[^\P{Cc}\r\n]/u);
    expect(output.split('Kubernetes or OpenShift?')).toHaveLength(2);
    expect(output).toContain('Enter for “Kubernetes”: kubeX\b \b\r\n');
  });

  it('take lines that are pasted at once', async () => {
    const pty = open(['plain']);
    await pty.see('Enter for “Kubernetes”:');
    pty.type(`2\r${image}\r\r\r\r\r\r`);
    expect(await pty.exited).toBe(0);
    const screen = await pty.see('ended');
    expect(screen.replaceAll('\n', '')).toContain('{"outcome":"write","answers":');
  });

  it.each(['\u0003', '\u0004'])('are left by %j', async (key) => {
    const pty = open(['plain']);
    await pty.see('Enter for “Kubernetes”:');
    pty.type(key);
    expect(await pty.exited).toBe(0);
    await pty.see(/^ended {"outcome":"left"/m);
  });
});

// The last one speaks Spanish, so that its first frame is told from what the first one left on the screen.
it.each([{ faces: ['tui', 'plain', 'tui:es'] }, { faces: ['plain', 'tui', 'plain:es'] }])(
  'the faces follow each other in one program: $faces',
  async ({ faces }) => {
    const pty = open(faces);
    await pty.see('Kubernetes or OpenShift?');
    pty.type('\u0003');
    await pty.see(faces[1] === 'tui' ? 'l español' : /“Kubernetes”:$/);
    pty.type('\u0003');
    await pty.see('¿Kubernetes u OpenShift?');
    pty.type('\u0003');
    expect(await pty.exited).toBe(0);
  },
);
