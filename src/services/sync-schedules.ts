import { listActiveReps } from '../db/reps.ts';
import { findTeam } from '../db/teams.ts';
import type { Rep } from '../domain/rep.ts';
import { subjectKey } from '../domain/subject.ts';
import type { Team } from '../domain/team.ts';
import type { LocalTime } from '../domain/zone.ts';
import type { WorkspaceContext } from './context.ts';
import { syncSchedule } from './sync-schedule.ts';

/** Monday alone, and when a manager gets the sweep. */
const MONDAY = 0b0000001;
const SWEEP_TIME = '08:00';
/** Friday alone, for a manager's summary of the week. */
const FRIDAY = 0b0010000;

/** Makes a rep's digest, and a manager's Monday and Friday, follow the rep's settings, in the transaction that changes them. */
export async function syncRepSchedule(ctx: WorkspaceContext, rep: Rep): Promise<void> {
  await syncSchedule(ctx, {
    kind: 'digest',
    subjectKey: subjectKey({ kind: 'rep', id: rep.id }),
    recurrence: { zone: rep.zone, localTime: rep.digestTime, weekdays: rep.weekdays },
    enabled: rep.deactivatedAt === null,
  });
  await syncSchedule(ctx, {
    kind: 'manager_sweep',
    subjectKey: subjectKey({ kind: 'rep', id: rep.id }),
    recurrence: { zone: rep.zone, localTime: SWEEP_TIME, weekdays: MONDAY },
    enabled: rep.isManager && rep.deactivatedAt === null,
  });
  const { db, workspaceId } = ctx;
  const team = await findTeam(db, { workspaceId, teamId: rep.teamId });
  if (!team) throw new Error('A rep belongs to no team.');
  await syncSummary(ctx, { rep, team });
}

/** The time is the team's, the zone the manager's. */
async function syncSummary(
  ctx: WorkspaceContext,
  { rep, team }: { rep: Rep; team: Team },
): Promise<void> {
  await syncSchedule(ctx, {
    kind: 'friday_summary',
    subjectKey: subjectKey({ kind: 'rep', id: rep.id }),
    recurrence: { zone: rep.zone, localTime: team.summaryTime, weekdays: FRIDAY },
    enabled: rep.isManager && rep.deactivatedAt === null,
  });
}

/**
 * Makes a team's post, its monthly lessons and its managers' Fridays follow the team's settings;
 * without a channel it has neither post nor lessons.
 */
export async function syncTeamSchedule(ctx: WorkspaceContext, team: Team): Promise<void> {
  await syncSchedule(ctx, {
    kind: 'team_post',
    subjectKey: subjectKey({ kind: 'team', id: team.id }),
    recurrence: { zone: team.zone, localTime: team.postTime, weekdays: team.weekdays },
    enabled: team.slackChannelId !== null,
  });
  await syncSchedule(ctx, {
    kind: 'monthly_lessons',
    subjectKey: subjectKey({ kind: 'team', id: team.id }),
    recurrence: {
      zone: team.zone,
      localTime: lessonsTime(team.postTime),
      weekdays: team.weekdays,
      kind: 'monthly_lessons',
    },
    enabled: team.slackChannelId !== null,
  });
  for (const rep of await listActiveReps(ctx.db, ctx.workspaceId)) {
    if (rep.isManager && rep.teamId === team.id) await syncSummary(ctx, { rep, team });
  }
}

/** A quarter of an hour after the post, so that the two are not one heap; never past midnight. */
function lessonsTime(postTime: LocalTime): LocalTime {
  const [hours = 0, minutes = 0] = postTime.split(':').map(Number);
  const after = Math.min(hours * 60 + minutes + 15, 23 * 60 + 59);
  return `${String(Math.floor(after / 60)).padStart(2, '0')}:${String(after % 60).padStart(2, '0')}`;
}
