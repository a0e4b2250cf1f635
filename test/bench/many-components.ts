import { settled } from '../../src/questions/catalogue.ts';
import { planOf } from '../../src/questions/plan-of.ts';
import type { Request } from '../../src/questions/settle.ts';

/** An application of so many web components, each of which needs the one before it. */
function request(count: number): Request {
  const keys = Array.from({ length: count }, (_, index) => `c${index}`);
  const components = keys.map((key, index) => [
    key,
    { image: 'ghcr.io/example/shop:2.4.1', data: index % 3 === 0 ? 'keep' : 'none', ...(index > 0 ? { needs: [`c${index - 1}`] } : {}) },
  ]);
  return {
    slots: keys.map((key) => ({ key })),
    answers: [{ source: 'file', application: { name: 'shop' }, components: Object.fromEntries(components) }],
    facts: {},
  };
}

/** Settles and plans so many components; the work does not start before it is called. */
export function planning(count: number): () => void {
  const asked = request(count);
  return () => {
    const { components } = planOf(settled(asked));
    if (components.length !== count) throw new Error(`${components.length} of ${count} components`);
  };
}
