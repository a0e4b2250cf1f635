import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pictures } from '../pictures/scenes.ts';

it('the README shows the program as it is: else run “npm run pictures”', async () => {
  const drawn = await pictures();
  expect(drawn.size).toBe(4);
  const readme = readFileSync('README.md', 'utf8');
  for (const [name, svg] of drawn) {
    expect(readFileSync(`test/pictures/${name}.svg`, 'utf8'), name).toBe(svg);
    expect(readme).toContain(`test/pictures/${name}.svg`);
  }
});
