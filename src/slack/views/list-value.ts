import { z } from 'zod';
import { InvalidError } from '../../domain/errors.ts';

/** Whose and which prospects a list holds: one's own, another rep's, or what was left behind. */
export const LIST_SCOPES = ['open', 'overdue', 'today', 'week', 'left'] as const;
export type NamedScope = (typeof LIST_SCOPES)[number];
export type ListChoice = { scope: NamedScope | { slackUserId: string }; from: number };

const VALUE = /^1\.(?<scope>[a-z]{1,10}|[UW][A-Z0-9]{1,30})\.(?<from>\d{1,6})$/;
const SLACK_USER = /^[UW]/;

/** What a page button of a list carries. */
export function writeListValue({ scope, from }: ListChoice): string {
  return `1.${typeof scope === 'string' ? scope : scope.slackUserId}.${from}`;
}

/** Reads a page button's value back; an old or foreign one gets a sentence. */
export function readListValue(text: string | undefined): ListChoice {
  const { scope = '', from = '' } = VALUE.exec(text ?? '')?.groups ?? {};
  if (SLACK_USER.test(scope)) return { scope: { slackUserId: scope }, from: Number(from) };
  const named = z.enum(LIST_SCOPES).safeParse(scope);
  if (named.success) return { scope: named.data, from: Number(from) };
  throw new InvalidError(({ card }) => card.list.tooOld);
}
