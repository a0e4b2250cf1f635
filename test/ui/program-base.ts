import type { Facts } from '../../src/model/facts.ts';
import type { Answers } from '../../src/model/value.ts';
import { catalogue } from '../../src/questions/catalogue.ts';
import type { Wish } from '../../src/questions/request.ts';
import type { Base } from '../../src/ui/interview.ts';
import { baseOf } from '../../src/ui/interview-base.ts';
import { presets } from '../presets-of-the-house.ts';

interface Begun {
  readonly said?: Answers;
  readonly added?: Wish['added'];
  readonly files?: Facts['files'];
  readonly allQuestions?: boolean;
}

/** What the program's own interview stands on, in the folder “shop”. */
export function programBase({ said, added = [], files = {}, allQuestions = false }: Begun = {}): Base {
  const intent = { hasComponents: true, answers: said ? [said] : [], slots: [], added, folder: 'shop' };
  const means = { presets, random: (bytes: number) => Buffer.alloc(bytes, 'x'), read: (path: string) => files?.[path] };
  return baseOf({ allQuestions }, intent, means, { catalogue, presets });
}
