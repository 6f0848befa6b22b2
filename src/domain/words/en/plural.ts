import { pluralIn } from '../plural.ts';

const counted = pluralIn('en');

/**
 * "1 prospect", "3 prospects".
 * @example plural(2, 'reply', 'replies') //=> '2 replies'
 */
export function plural(count: number, one: string, other = `${one}s`): string {
  return counted(count, { one, other });
}

/** ": 3 prospects" after a title; none needs no count. */
export function afterTitle(count: number): string {
  return count === 0 ? '' : `: ${plural(count, 'prospect')}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(things: readonly string[]): string {
  return LIST.format(things);
}

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });
