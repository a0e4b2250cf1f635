import { rememberedOf } from '../../model/remembered.ts';
import { keyRows } from './hints.ts';
import { isTight, type Look } from './look.ts';

/** Rows of the parts of a screen. They depend on the window alone, so that nothing jumps from one question to the next. */
export interface Layout {
  /** Between the head and the keys. One row of the window stays free, so that no draw scrolls. */
  readonly body: number;
  /** Answers given before. */
  readonly before: number;
  readonly gap: 0 | 1;
  /** The words below the divider. */
  readonly panel: number;
  readonly keys: number;
}

/** Asked for several times in each frame, and always the same for a window. */
export const layoutOf = rememberedOf((look: Look): Layout => {
  const keys = keyRows(look);
  const body = look.rows - 2 - keys;
  return {
    body,
    before: body >= 19 ? Math.min(8, 3 + Math.floor((body - 19) / 5)) : body >= 16 ? 2 : 0,
    gap: isTight(look) ? 0 : 1,
    panel: Math.max(2, Math.min(12, Math.floor(body * 0.36))),
    keys,
  };
});
