import { type SQL, sql } from 'drizzle-orm';

const MARK = /^\/\* kept \*\/\s*/;

/**
 * A statement that each connection parses once and keeps, for those that run many times a second. Its
 * text must never vary: lists travel as one parameter.
 */
export function kept(statement: SQL): SQL {
  return sql`/* kept */ ${statement}`;
}

export function isKept(text: string): boolean {
  return MARK.test(text);
}

/** Whether a statement only reads, so that asking twice does no harm. */
export function isRead(text: string): boolean {
  return /^\s*select\b/i.test(text.replace(MARK, ''));
}
