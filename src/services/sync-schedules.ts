import type { Rep } from '../domain/rep.ts';
import { subjectKey } from '../domain/subject.ts';
import type { Team } from '../domain/team.ts';
import type { WorkspaceContext } from './context.ts';
import { syncSchedule } from './sync-schedule.ts';

/** Makes a rep's digest follow the rep's settings. Call it in the transaction that changes them. */
export async function syncRepSchedule(ctx: WorkspaceContext, rep: Rep): Promise<void> {
  await syncSchedule(ctx, {
    kind: 'digest',
    subjectKey: subjectKey({ kind: 'rep', id: rep.id }),
    recurrence: { zone: rep.zone, localTime: rep.digestTime, weekdays: rep.weekdays },
    enabled: rep.deactivatedAt === null,
  });
}

/** Makes a team's post follow the team's settings; a team without a channel has none. */
export async function syncTeamSchedule(ctx: WorkspaceContext, team: Team): Promise<void> {
  await syncSchedule(ctx, {
    kind: 'team_post',
    subjectKey: subjectKey({ kind: 'team', id: team.id }),
    recurrence: { zone: team.zone, localTime: team.postTime, weekdays: team.weekdays },
    enabled: team.slackChannelId !== null,
  });
}
