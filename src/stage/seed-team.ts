import type { Db } from '../db/client.ts';
import { listReps, updateRep } from '../db/reps.ts';
import { absences } from '../db/schema.ts';
import { listTeams, updateTeam } from '../db/teams.ts';
import { updateWorkspace } from '../db/workspaces.ts';
import type { Rep } from '../domain/rep.ts';
import type { Team } from '../domain/team.ts';
import { MONDAY_TO_FRIDAY } from '../domain/working-days.ts';
import { instantOf } from '../domain/zone.ts';
import type { Directory, Person } from '../sandbox/contract.ts';
import { addProspect } from '../services/add-prospect.ts';
import type { RepContext, WorkspaceContext } from '../services/context.ts';
import { findProspects } from '../services/find-prospects.ts';
import { logTouch } from '../services/log-touch.ts';
import { admitPerson } from '../services/recognise-rep.ts';
import { syncRepSchedule, syncTeamSchedule } from '../services/sync-schedules.ts';
import { CAST, type CastRep, MONDAYS_WORK, STORIES, type Story, type StoryTouch } from './cast.ts';

/** Long before the first morning: nobody in the cast is new. */
const JOINED_AT = new Date('2026-08-10T08:00:00Z');
const DAY_SHIFT = '15:00';

/** The people and the channel as Slack has them; a second start finds them there. */
export function seedSlack(
  directory: Directory,
  teamId: string,
): { people: Person[]; channelId: string } {
  const people = CAST.map((rep) =>
    directory.addPerson({
      teamId,
      realName: rep.realName,
      name: rep.key,
      email: `${rep.key}@northwind.example.com`,
      title: rep.title,
      zone: rep.zone,
      ...(rep.locale === undefined ? {} : { locale: rep.locale }),
      isAdmin: rep.isManager ?? false,
      isGuest: rep.isGuest ?? false,
    }),
  );
  directory.addChannel({ teamId, name: 'general' });
  const channel = directory.addChannel({ teamId, name: 'sales' });
  return { people, channelId: channel.id };
}

/** The team as it stands on the Sunday before: reps, leave, and every prospect's story so far. */
export async function seedTeam(
  ctx: WorkspaceContext,
  input: { slackTeamId: string; people: Person[]; channelId: string },
): Promise<void> {
  const [team] = await listTeams(ctx.db, ctx.workspaceId);
  if (!team) throw new Error('The sandbox workspace has no team.');
  await seedSettings(ctx, { team, channelId: input.channelId });
  const members = CAST.filter((member) => !member.isGuest);
  const reps = new Map<string, Rep>();
  for (const member of members) reps.set(member.key, await seedRep(ctx, member, input));
  for (const story of STORIES) await tellStory(ctx, getRep(reps, story.owner), story);
}

/** As a team that has only just been set up; whatever was set in an earlier play of the story is gone. */
async function seedSettings(
  ctx: WorkspaceContext,
  { team, channelId }: { team: Team; channelId: string },
): Promise<void> {
  const { db, workspaceId } = ctx;
  const anew = { cadence: {}, pausedUntil: null, managersAddPeople: false };
  await updateWorkspace(db, { workspaceId, change: anew });
  const change = {
    ...{
      name: 'Sales',
      slackChannelId: channelId,
      zone: 'Europe/Berlin',
      weekdays: MONDAY_TO_FRIDAY,
    },
    ...{ postTime: '09:15', summaryTime: '14:00', totalsOnly: false, locale: null },
    ...{ holidaysCountry: null, holidaysRegion: null },
  };
  const changed = await updateTeam(db, { workspaceId, teamId: team.id, change });
  if (changed) await syncTeamSchedule(ctx, changed);
}

/** Monday's touches, logged while the sandbox's Monday runs. */
export async function seedMonday(ctx: WorkspaceContext): Promise<void> {
  const reps = await listReps(ctx.db, ctx.workspaceId);
  for (const { rep: key, name, touch } of MONDAYS_WORK) {
    const member = CAST.find((one) => one.key === key);
    const rep = reps.find((one) => one.name === member?.realName);
    if (rep) await logAs({ ...ctx, rep }, name, touch);
  }
}

async function seedRep(
  ctx: WorkspaceContext,
  member: CastRep,
  { slackTeamId, people }: { slackTeamId: string; people: Person[] },
): Promise<Rep> {
  const person = people.find((one) => one.realName === member.realName);
  if (!person) throw new Error(`${member.realName} is not in the local Slack.`);
  const rep = await joinAsRep(ctx, { slackTeamId, person, isManager: member.isManager ?? false });
  if (member.away) await seedAbsence(ctx.db, { workspaceId: ctx.workspaceId, rep, ...member.away });
  return rep;
}

/** Makes somebody in the local Slack a rep, as if they had used the bot before. */
export async function joinAsRep(
  ctx: WorkspaceContext,
  { slackTeamId, person, isManager }: { slackTeamId: string; person: Person; isManager: boolean },
): Promise<Rep> {
  const admitted = await admitPerson(
    { ...ctx, now: JOINED_AT },
    {
      slackTeamId,
      person: {
        slackUserId: person.id,
        slackTeamIds: [slackTeamId],
        name: person.realName,
        email: person.email,
        zone: person.zone,
        locale: person.locale,
        isAdmin: person.isAdmin,
        isBot: person.isBot,
        isGuest: person.isGuest,
        isDeleted: person.deleted,
      },
      // Schedules begin today, not on the day of the story when they joined.
      onRepChanged: (then, rep) => syncRepSchedule({ ...then, now: ctx.now }, rep),
    },
  );
  if ('refused' in admitted) throw new Error(`${person.realName} may not be a rep.`);
  const change = { isManager };
  const { workspaceId } = ctx;
  const rep = await updateRep(ctx.db, { workspaceId, repId: admitted.rep.id, change });
  if (!rep) throw new Error(`${person.realName} left while joining.`);
  await syncRepSchedule(ctx, rep);
  return rep;
}

async function seedAbsence(
  db: Db,
  {
    workspaceId,
    rep,
    fromOn,
    toOn,
  }: { workspaceId: number; rep: Rep; fromOn: string; toOn: string },
): Promise<void> {
  await db
    .insert(absences)
    .values({ workspaceId, repId: rep.id, fromOn, toOn, createdAt: JOINED_AT });
}

async function tellStory(ctx: WorkspaceContext, rep: Rep, story: Story): Promise<void> {
  const addedAt = instantOf(story.addedOn, '09:00', rep.zone);
  const prospect = await addProspect({ ...ctx, now: addedAt, rep }, story.person);
  for (const { on, ...touch } of story.touches) {
    const now = instantOf(on, DAY_SHIFT, rep.zone);
    await logTouch({ ...ctx, now, rep }, { ...touch, prospectId: prospect.id });
  }
}

async function logAs(ctx: RepContext, name: string, { on: _on, ...touch }: StoryTouch) {
  const [prospect] = await findProspects(ctx, { query: name, limit: 1 });
  if (prospect) await logTouch(ctx, { ...touch, prospectId: prospect.id });
}

function getRep(reps: ReadonlyMap<string, Rep>, key: string): Rep {
  const rep = reps.get(key);
  if (!rep) throw new Error(`The story's ${key} is not in the cast.`);
  return rep;
}
