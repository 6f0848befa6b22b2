import type { Rep } from '../domain/rep.ts';
import { subjectKey } from '../domain/subject.ts';
import type { Team } from '../domain/team.ts';
import type { WorkspaceContext } from './context.ts';
import { syncSchedule } from './sync-schedule.ts';

/** Friday alone, and when a manager gets the week's summary. */
const FRIDAY = 0b0010000;
const SUMMARY_TIME = '14:00';

/** Makes a rep's digest, and a manager's Friday, follow the rep's settings, in the transaction that changes them. */
export async function syncRepSchedule(ctx: WorkspaceContext, rep: Rep): Promise<void> {
  await syncSchedule(ctx, {
    kind: 'digest',
    subjectKey: subjectKey({ kind: 'rep', id: rep.id }),
    recurrence: { zone: rep.zone, localTime: rep.digestTime, weekdays: rep.weekdays },
    enabled: rep.deactivatedAt === null,
  });
  await syncSchedule(ctx, {
    kind: 'friday_summary',
    subjectKey: subjectKey({ kind: 'rep', id: rep.id }),
    recurrence: { zone: rep.zone, localTime: SUMMARY_TIME, weekdays: FRIDAY },
    enabled: rep.isManager && rep.deactivatedAt === null,
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
