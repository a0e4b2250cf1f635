import { listed, type Text, text } from './text.ts';

export const andMore = (count: number): Text => text(`${count} more`, `${count} más`);

/** The first of them, and how many there are beside: "a, b, and 3 more". */
export const several = (items: readonly (Text | string)[], most: number): Text =>
  listed(items.length <= most ? items : [...items.slice(0, most), andMore(items.length - most)]);
