/** Rows of a list on one page. */
export const PAGE_ROWS = 15;

/**
 * The row a page begins with, counted from 0: the one asked for, or the last page's first when the list
 * has become shorter.
 * @example landOn(45, { total: 32, size: 15 }) //=> 30
 */
export function landOn(from: number, { total, size }: { total: number; size: number }): number {
  if (from < total) return from;
  return Math.floor(Math.max(0, total - 1) / size) * size;
}
