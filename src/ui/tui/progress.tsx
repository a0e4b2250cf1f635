import { render } from 'ink';
import type { Face } from '../apply/events.ts';
import { progressScreen } from '../apply/progress-screen.ts';
import { courseAfter, noCourse } from '../apply/stages.ts';
import type { Look } from './look.ts';
import { Rows } from './rows.tsx';

const betweenFrames = 1000;

/** A face that draws the stages in place, on the main screen, so that the last frame stays. `lines` tells everything else above and below. */
export function progressFace(look: Omit<Look, 'columns' | 'rows'>, stream: NodeJS.WriteStream, lines: Face): Face {
  const began = Date.now();
  let course = noCourse;
  let app: ReturnType<typeof render> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const frame = (isOver = false) => {
    const seconds = Math.floor((Date.now() - began) / 1000);
    const size = { columns: stream.columns || 80, rows: stream.rows || 24 };
    return <Rows lines={progressScreen(course, seconds, isOver, { ...look, ...size })} color={look.color} />;
  };
  const draw = () => {
    if (app) app.rerender(frame());
    else app = render(frame(), { stdout: stream, exitOnCtrlC: false, patchConsole: false, interactive: true });
    timer ??= setInterval(() => app?.rerender(frame()), betweenFrames);
  };
  const rest = () => {
    clearInterval(timer);
    app?.rerender(frame(true));
    app?.unmount();
    app = undefined;
    timer = undefined;
  };
  return {
    tell: (event) => {
      course = courseAfter(course, event);
      if (event.is === 'applied' || event.is === 'progress') draw();
      else {
        rest();
        lines.tell(event);
      }
    },
    rest,
  };
}
