import type { Db } from '../db/client.ts';
import { addHolidays } from '../db/holidays.ts';
import { listTeams } from '../db/teams.ts';
import { listWorkspaces } from '../db/workspaces.ts';
import { localDateOf } from '../domain/zone.ts';
import { listComingHolidays, sourceOf } from './coming-holidays.ts';

/** Gives each team the holidays of the years ahead that it does not have yet; a new year brings the next. */
export async function refreshHolidays({ db, now }: { db: Db; now: Date }): Promise<void> {
  for (const workspace of await listWorkspaces(db)) {
    if (workspace.state !== 'active') continue;
    const workspaceId = workspace.id;
    for (const team of await listTeams(db, workspaceId)) {
      const source = sourceOf(team);
      if (!source) continue;
      const days = await listComingHolidays(source, { today: localDateOf(now, team.zone) });
      await addHolidays(db, { workspaceId, teamId: team.id, days });
    }
  }
}
