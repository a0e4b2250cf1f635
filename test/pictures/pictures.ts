/** Draws the README's pictures: `npm run pictures`. */
import { writeFileSync } from 'node:fs';
import { pictures } from './scenes.ts';

for (const [name, svg] of await pictures()) writeFileSync(`test/pictures/${name}.svg`, svg);
