import type { Rep } from '../domain/rep.ts';
import { subjectKey } from '../domain/subject.ts';
import type { Team } from '../domain/team.ts';
import type { LocalTime } from '../domain/zone.ts';
import type { WorkspaceContext } from './context.ts';
import { syncSchedule } from './sync-schedule.ts';

/** Monday alone, and when a manager gets the sweep. */
const MONDAY = 0b0000001;
const SWEEP_TIME = '08:00';
/** Friday alone, and when a manager gets the week's summary. */
const FRIDAY = 0b0010000;
const SUMMARY_TIME = '14:00';

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
  await syncSchedule(ctx, {
    kind: 'friday_summary',
    subjectKey: subjectKey({ kind: 'rep', id: rep.id }),
    recurrence: { zone: rep.zone, localTime: SUMMARY_TIME, weekdays: FRIDAY },
    enabled: rep.isManager && rep.deactivatedAt === null,
  });
}

/** Makes a team's post and its monthly lessons follow the team's settings; without a channel it has none. */
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
}

/** A quarter of an hour after the post, so that the two are not one heap; never past midnight. */
function lessonsTime(postTime: LocalTime): LocalTime {
  const [hours = 0, minutes = 0] = postTime.split(':').map(Number);
  const after = Math.min(hours * 60 + minutes + 15, 23 * 60 + 59);
  return `${String(Math.floor(after / 60)).padStart(2, '0')}:${String(after % 60).padStart(2, '0')}`;
}
