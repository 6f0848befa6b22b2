import { listAbsences } from '../db/calendars.ts';
import { listDueProspects } from '../db/prospect-lists.ts';
import { listReps } from '../db/reps.ts';
import { countSlipping } from '../db/slipping.ts';
import { findTeam } from '../db/teams.ts';
import { arrangeDigest, type DigestCandidate } from '../domain/digest.ts';
import type { DigestModel, DueRow } from '../domain/digest-model.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import { isSpared } from '../domain/spared.ts';
import { isWorkingDay, type WorkCalendar, workingDayFrom } from '../domain/working-days.ts';
import { instantOf, localDateOf, localTimeOf } from '../domain/zone.ts';
import { loadCadenceNumbers } from './cadence-numbers.ts';
import type { RepContext } from './context.ts';
import { describeDueRows } from './due-rows.ts';
import { loadToManager } from './load-cracks.ts';
import { loadTeamCalendar } from './team-calendar.ts';
import { loadWorkCalendar } from './work-calendar.ts';

/** What a rep has to do today, in the digest's order, with its foot. Nothing is done yet. */
export async function loadDay(ctx: RepContext): Promise<DigestModel> {
  const { db, workspaceId, rep, now } = ctx;
  const today = localDateOf(now, rep.zone);
  const calendar = await loadWorkCalendar(ctx, { rep, from: today });
  const candidates = await listDueProspects(db, { workspaceId, ownerId: rep.id, until: today });
  const byId = new Map(candidates.map((prospect) => [prospect.id, prospect]));
  const arranged = arrangeDigest(candidates.map(candidateOf), { today, pace: rep.pace });
  const rows = arranged.flatMap(({ prospectId, section }, position) => {
    const prospect = byId.get(prospectId);
    return prospect ? [{ position, prospect, section }] : [];
  });
  const due = await describeDueRows(ctx, {
    rows,
    today,
    calendar,
    numbers: await loadCadenceNumbers(ctx),
    nameOf: await loadNames(ctx),
  });
  return { ...summarise(ctx, today, due), done: [], ...(await loadFoot(ctx, { today, calendar })) };
}

/** Names of the workspace's reps, those who left included; `you` are not named. */
export async function loadNames(ctx: RepContext): Promise<(repId: string | null) => string | null> {
  const names = new Map((await listReps(ctx.db, ctx.workspaceId)).map((rep) => [rep.id, rep.name]));
  return (repId) => {
    if (repId === null) return null;
    return repId === ctx.rep.id ? 'You' : (names.get(repId) ?? null);
  };
}

/** The parts of the day that follow from its rows. */
export function summarise(ctx: RepContext, today: LocalDate, due: DueRow[]) {
  const promisedToday = due.filter((row) => row.section === 'promised_today');
  const firstAt = promisedToday[0]?.prospect.standing.next?.at ?? null;
  return {
    today,
    drawnAt: ctx.now,
    zone: ctx.rep.zone,
    due,
    promisedCount: promisedToday.length,
    firstTime: firstAt && localTimeOf(firstAt, ctx.rep.zone),
    lateSince: null,
  };
}

/** What stands below the rows: the next working day, what the team and what the manager will see. */
export async function loadFoot(
  ctx: RepContext,
  { today, calendar }: { today: LocalDate; calendar: WorkCalendar },
): Promise<Pick<DigestModel, 'nextDay' | 'teamSees' | 'toManager'>> {
  const { db, workspaceId, rep } = ctx;
  const nextOn = workingDayFrom(addDays(today, 1), calendar);
  const next = await listDueProspects(db, {
    workspaceId,
    ownerId: rep.id,
    from: addDays(today, 1),
    until: nextOn,
  });
  return {
    nextDay: { on: nextOn, count: next.length },
    teamSees: await loadTeamSees(ctx, today),
    toManager: await sayToManager(ctx),
  };
}

async function sayToManager(ctx: RepContext): Promise<DigestModel['toManager']> {
  const own = await loadToManager(ctx);
  if (!own) return null;
  const prospectIds = own.rows.map(({ prospectId }) => prospectId);
  return { sweepOn: own.sweepOn, prospectIds, isOwn: own.isOwnManager };
}

/** Null when no post is ahead today, or when the post will not say how the rep stands. */
async function loadTeamSees(ctx: RepContext, today: LocalDate): Promise<DigestModel['teamSees']> {
  const { db, workspaceId, rep, now } = ctx;
  const team = await findTeam(db, { workspaceId, teamId: rep.teamId });
  if (!team || team.slackChannelId === null) return null;
  const teamDay = localDateOf(now, team.zone);
  const postAt = instantOf(teamDay, team.postTime, team.zone);
  const calendar = await loadTeamCalendar(ctx, { team, today: teamDay });
  if (!isWorkingDay(teamDay, calendar) || postAt <= now) return null;
  const from = addDays(teamDay, -14);
  const absences = await listAbsences(db, { workspaceId, repIds: [rep.id], from });
  const leaveEnds = absences.map((absence) => absence.toOn);
  const joinedOn = localDateOf(rep.createdAt, rep.zone);
  if (isSpared({ joinedOn, leaveEnds, today: teamDay, calendar })) return null;
  const slipping = await countSlipping(db, {
    workspaceId,
    today: teamDay,
    offering: { repId: rep.id, on: today },
  });
  const inTotal = team.totalsOnly;
  return { at: localTimeOf(postAt, rep.zone), slipping: slipping.get(rep.id) ?? 0, inTotal };
}

/** The fields by which a prospect is placed in a digest. */
export function candidateOf(prospect: Prospect): DigestCandidate {
  const { status, next, revisitOn } = prospect.standing;
  return {
    prospectId: prospect.id,
    status,
    nextOn: next?.on ?? null,
    nextAt: next?.at ?? null,
    promised: next?.promised ?? false,
    revisitOn,
    inLine: prospect.inLine,
  };
}
