import { sql } from 'drizzle-orm';
import type { Subject } from '../domain/subject.ts';
import type { WorkspaceState } from '../domain/workspace.ts';
import type { Db } from './client.ts';
import { idOf } from './days-off.ts';
import { kept } from './kept.ts';

/** What decides whether a delivery may still be sent. */
export type GateFacts = {
  workspaceState: WorkspaceState;
  pausedUntil: Date | null;
  /** The rep the delivery is for is with us, or the team has a channel. */
  repIsHere: boolean;
  teamHasChannel: boolean;
};

type Row = {
  state: WorkspaceState;
  paused_until: string | null;
  rep_is_here: boolean;
  team_has_channel: boolean;
};

/** The facts about many deliveries, each found by workspace and subject, in the order they were given. */
export async function readGateFacts(
  db: Db,
  subjects: readonly { workspaceId: number; subject: Subject | null }[],
): Promise<(GateFacts | null)[]> {
  if (subjects.length === 0) return [];
  const asked = subjects.map(({ workspaceId, subject }, place) => ({
    ...{ place, workspaceId, ...idOf(subject) },
  }));
  const rows = await db.execute<Row & { place: number }>(
    kept(sql`
    select a.place, w.state,
      to_char(w.paused_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as paused_until,
      -- No exists: for that a plan may read every rep there is.
      coalesce((select true from reps r where r.workspace_id = a."workspaceId"
        and r.id = a.rep and r.deactivated_at is null), false) as rep_is_here,
      coalesce((select t.slack_channel_id from teams t where t.workspace_id = a."workspaceId"
        and t.id = a.team), '') <> '' as team_has_channel
    from json_to_recordset(${JSON.stringify(asked)}::text::json) as a(
      place int, "workspaceId" bigint, rep uuid, team uuid)
    join workspaces w on w.id = a."workspaceId"`),
  );
  const facts = subjects.map((): GateFacts | null => null);
  for (const row of rows) {
    facts[row.place] = {
      workspaceState: row.state,
      pausedUntil: row.paused_until === null ? null : new Date(row.paused_until),
      repIsHere: row.rep_is_here,
      teamHasChannel: row.team_has_channel,
    };
  }
  return facts;
}
