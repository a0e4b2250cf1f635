import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../src/model/text.ts';
import type { Answers } from '../../../src/model/value.ts';
import { interviewOf } from '../../../src/ui/interview.ts';
import type { Press } from '../../../src/ui/tui/press.ts';
import { screenOf } from '../../../src/ui/tui/screen.ts';
import { pressed, type Session, sessionOf } from '../../../src/ui/tui/session.ts';
import { programBase } from '../program-base.ts';

const flags = (main: Answers['components'][string], application: Answers['application'] = {}): Answers => ({
  source: 'flag',
  application,
  components: { '': main },
});
const image = { image: 'ghcr.io/example/shop:2.4.1' };
const outside = { ...image, exposure: 'outside', host: 'shop.example.com' };

interface Shown {
  readonly said?: Answers;
  readonly allQuestions?: boolean;
  /** The question that is asked; none for the review. */
  readonly at?: string;
  /** What is done there. */
  readonly presses?: readonly Press[];
}

const key = (kind: 'down' | 'up' | 'enter' | 'escape' | 'toggle' | 'explain' | 'find' | 'review' | 'yaml' | 'complete'): Press => ({
  kind,
});
const typing = (text: string): Press => ({ kind: 'text', text });

/** Every screen of the wizard, by what leads to it. */
const screens: Readonly<Record<string, Shown>> = {
  'how-much': { at: 'questions' },
  start: { at: 'start', presses: [key('down')] },
  'empty-field': { at: 'image' },
  'problem-while-typing': { at: 'image', presses: [typing('nginx')] },
  'valid-text': { said: flags(image), at: 'port', presses: [typing('9000')] },
  callers: { said: flags(image), at: 'exposure', presses: [key('down')] },
  tls: { said: flags(outside), at: 'tls' },
  'tls-impossible': { said: flags(outside), at: 'tls', presses: [key('up'), key('up')] },
  'tls-explained': { said: flags(outside), at: 'tls', presses: [key('explain')] },
  'tls-yaml': { said: flags(outside), at: 'tls', presses: [key('down'), key('yaml')] },
  needs: { said: flags(image), at: 'needs', presses: [key('down'), key('down'), key('toggle')] },
  list: { said: flags(image), presses: [key('find'), typing('env'), key('enter'), typing('LOG_LEVEL=info'), key('enter'), typing('MODE')] },
  'review-so-far': { said: flags(outside), at: 'tls', presses: [key('review')] },
  finding: { said: flags(outside), at: 'tls', presses: [key('find'), typing('memory')] },
  review: { said: flags(outside), presses: [key('complete'), key('down')] },
  'review-ahead': { said: flags(outside) },
  'refused-again': {
    said: flags(outside, { 'pod-security': 'baseline' }),
    presses: [
      key('find'),
      typing('port'),
      key('enter'),
      typing('80'),
      key('enter'),
      key('find'),
      typing('security'),
      key('enter'),
      key('up'),
      key('enter'),
    ],
  },
};

function sessionAt({ said, at, presses = [], allQuestions = false }: Shown, language: Language, columns: number): Session {
  const look = { language, color: false, unicode: true, columns, rows: 24 };
  let session = sessionOf(interviewOf(programBase({ ...(said && { said }), allQuestions })), look);
  for (;;) {
    const { scene } = session;
    if (scene.kind === 'review' ? at === undefined : scene.now.question.id === at) break;
    if (scene.kind === 'review') throw new Error(`${at} is never asked.`);
    if (scene.now.question.id === 'image') session = pressed(session, typing(image.image));
    session = pressed(session, key('enter'));
  }
  return presses.reduce(pressed, session);
}

const drawn = (session: Session): string =>
  `${screenOf(session)
    .map((line) =>
      line
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    )
    .join('\n')}\n`;

describe.each(languages)('the screens in %s', (language) => {
  it.each(Object.entries(screens).flatMap(([name, shown]) => [80, 40].map((columns) => [name, columns, shown] as const)))(
    '%s on %i columns',
    async (name, columns, shown) => {
      await expect(drawn(sessionAt(shown, language, columns))).toMatchFileSnapshot(
        `../../golden/screens/${name}-${columns}-${language}.txt`,
      );
    },
  );
});
