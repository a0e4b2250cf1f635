import type { Asking } from './asking.ts';

/** How a question is answered: one of its choices, some of them, a line of text, or a list that grows line by line. */
type Manner = 'one' | 'some' | 'line' | 'lines';

export function mannerOf({ question, options }: Asking): Manner {
  if (question.type.widget === 'list') return options.length > 0 ? 'some' : 'lines';
  return options.length > 0 && question.type.widget !== 'text' ? 'one' : 'line';
}
