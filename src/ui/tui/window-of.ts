/** The lines of a list that are shown: from one index up to another, around the highlighted one, in so many rows. */
export function windowOf(heights: readonly number[], at: number, room: number): { readonly from: number; readonly to: number } {
  let from = at;
  let to = at + 1;
  let left = room - (heights[at] ?? 0);
  for (;;) {
    const above = heights[from - 1];
    const below = heights[to];
    const fitsAbove = above !== undefined && above <= left;
    const fitsBelow = below !== undefined && below <= left;
    if (!fitsAbove && !fitsBelow) return { from, to };
    // The shorter side grows first, so that the highlighted line stays in the middle of a long list.
    if (fitsAbove && (!fitsBelow || at - from < to - 1 - at)) {
      left -= above;
      from--;
    } else {
      left -= below ?? 0;
      to++;
    }
  }
}
