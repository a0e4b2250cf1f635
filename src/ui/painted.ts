import type { Style } from './style.ts';
import type { Line, Tone } from './tui/line.ts';

const paints: Readonly<Record<Tone, 'strong' | 'faint' | 'good' | 'doubtful' | 'bad'>> = {
  ...{ accent: 'strong', strong: 'strong', faint: 'faint' },
  ...{ good: 'good', doubtful: 'doubtful', bad: 'bad' },
};

/** A row of letters for a stream that draws nothing, with its colours. */
export const painted = (line: Line, style: Style): string =>
  line
    .map(({ text, tone }) => (tone ? style[paints[tone]](text) : text))
    .join('')
    .trimEnd();
