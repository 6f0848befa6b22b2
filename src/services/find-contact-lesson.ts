import { listYesContacts } from '../db/insights.ts';
import { countYeses } from '../domain/insights.ts';
import { addDays } from '../domain/local-date.ts';
import { ENOUGH, type Rate } from '../domain/wilson.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';

const LOOK_BACK_DAYS = 365;

/**
 * The team's Yeses of a year at the fifth contact or later, of all: once there are enough of them and
 * most came that late. Null until their own data show it.
 */
export async function findContactLesson(ctx: RepContext): Promise<Rate | null> {
  const { db, workspaceId, rep, now } = ctx;
  const from = addDays(localDateOf(now, rep.zone), 1 - LOOK_BACK_DAYS);
  const contacts = await listYesContacts(db, { workspaceId, teamId: rep.teamId, from });
  const { late } = countYeses(contacts);
  return late.of >= ENOUGH && late.hits * 2 > late.of ? late : null;
}
