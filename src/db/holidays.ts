import { and, eq, gte } from 'drizzle-orm';
import type { LocalDate } from '../domain/local-date.ts';
import type { Db } from './client.ts';
import { holidays } from './schema.ts';

type Key = { workspaceId: number; teamId: string };
type Days = { days: readonly { on: LocalDate; name: string }[] };

/** Makes these the team's holidays from a day on; what lies before stays as it was. */
export async function replaceHolidays(
  db: Db,
  { workspaceId, teamId, from, days }: Key & Days & { from: LocalDate },
): Promise<void> {
  await db
    .delete(holidays)
    .where(
      and(
        eq(holidays.workspaceId, workspaceId),
        eq(holidays.teamId, teamId),
        gte(holidays.on, from),
      ),
    );
  await addHolidays(db, { workspaceId, teamId, days });
}

/** Adds the days that the team does not have yet. */
export async function addHolidays(
  db: Db,
  { workspaceId, teamId, days }: Key & Days,
): Promise<void> {
  if (days.length === 0) return;
  const rows = days.map(({ on, name }) => ({ workspaceId, teamId, on, name }));
  await db.insert(holidays).values(rows).onConflictDoNothing();
}
