import { describe, expect, it } from 'vitest';
import { settled } from '../../src/questions/catalogue.ts';
import { requestFor } from '../random-answers.ts';

const quotaOf = (hasComponents: boolean) => {
  const image = { image: 'ghcr.io/example/shop:2.4.1' };
  const answers = [{ source: 'flag' as const, application: {}, components: hasComponents ? { '': image } : {} }];
  return settled(requestFor({ hasComponents, slots: [], added: [], facts: { folder: 'shop' }, answers })).whole['quota'];
};

describe('the quota', () => {
  it('tells the sum of what an application takes', () => {
    expect(quotaOf(true)).toMatchObject({
      choice: 'small',
      reason: { en: expect.stringContaining('(300m CPU, 768Mi of memory, 1500m of CPU limits, 1536Mi of memory limits, and 3 pods)') },
    });
  });

  it('speaks of no sums where only a namespace is made', () => {
    expect(quotaOf(false)).toMatchObject({ choice: 'small', reason: { en: expect.stringContaining('Nothing runs in it yet') } });
  });
});
