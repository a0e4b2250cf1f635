import { name } from '../../questions/application.ts';
import { decisionCount, phrases, progressOf } from '../phrases.ts';
import { rowsOf as decisionsOf } from '../review.ts';
import { keyLines } from './hints.ts';
import { layoutOf } from './layout.ts';
import { cut, type Line, rowsOf, spread, toned } from './line.ts';
import { type Look, sayIn, shown, signsOf, widthOf } from './look.ts';
import { pageLines } from './pages.ts';
import { questionLines } from './question-screen.ts';
import { reviewLines } from './review-screen.ts';
import type { Session } from './session.ts';
import { words } from './words.ts';

/** The screen, row by row: a head, the body, and the keys that work now. One row of the window stays free. */
export function screenOf(session: Session): readonly Line[] {
  const { look } = session;
  const { body, keys } = layoutOf(look);
  const { more } = signsOf(look);
  const lines = [headLine(session, look), ...rowsOf(bodyLines(session), body), ...rowsOf(keyLines(session), keys)];
  return lines.map((line) => cut(line, widthOf(look), more));
}

function bodyLines({ scene, page, under, look }: Session): readonly Line[] {
  if (page) return pageLines(page, look);
  return scene.kind === 'question'
    ? questionLines(scene.now, scene.entry, look)
    : reviewLines(scene.review, scene.list, under === undefined, look);
}

/** What is made, and where the person stands. */
function headLine({ scene, interview }: Session, look: Look): Line {
  const say = sayIn(look);
  const settled = scene.kind === 'question' ? scene.now.settled : scene.review.settled;
  const called = shown(settled.known.get(name) ?? '', look);
  const place =
    scene.kind === 'question'
      ? say(interview.editing ? words.changing : progressOf(scene.now.progress))
      : `${say(phrases.review)}: ${say(decisionCount(decisionsOf(scene.review).length))}`;
  return spread(
    [{ text: 'create-k8s-app', tone: 'strong' }, { text: `  ${called}` }],
    toned('faint', place),
    widthOf(look),
    signsOf(look).more,
  );
}
