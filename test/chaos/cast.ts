import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '../../src/db/client.ts';
import { teams } from '../../src/db/schema.ts';
import { listTeams } from '../../src/db/teams.ts';
import { localTimeOf } from '../../src/domain/zone.ts';
import type { LocalSlack } from '../../src/sandbox/contract.ts';
import { installWorkspace } from '../../src/services/install-workspace.ts';
import { syncRepSchedule, syncTeamSchedule } from '../../src/services/sync-schedules.ts';
import { createTokenBox } from '../../src/services/token-box.ts';
import { createProspect, createRep } from '../support/factories.ts';
import { type Chance, pick } from './chance.ts';

/** Somebody, or a team, to whom the calendar owes messages of a kind, and where they are to arrive. */
export type Recipient = {
  workspaceId: number;
  kind: 'digest' | 'team_post' | 'manager_sweep' | 'friday_summary';
  subjectKey: string;
  slackChannelId: string;
  zone: string;
  localTime: string;
  weekdays: number;
};

const ZONES = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Havana',
  'Africa/Cairo',
  'Africa/Lagos',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Dubai',
  'Asia/Singapore',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Honolulu',
];
const MONDAY = 0b0000001;
const FRIDAY = 0b0010000;
const MONDAY_TO_FRIDAY = 0b0011111;
const EVERY_DAY = 0b1111111;
const SUNDAY_TO_THURSDAY = 0b1001111;
const WEEKS = [EVERY_DAY, EVERY_DAY, EVERY_DAY, MONDAY_TO_FRIDAY, SUNDAY_TO_THURSDAY];

export type Casting = {
  slack: LocalSlack;
  chance: Chance;
  workspaces: number;
  reps: number;
  encryptionKey: Buffer;
  /** Business time in which the messages fall due: the first ones spread over its first day. */
  from: Date;
  to: Date;
};

/** Workspaces of reps in many zones, each with something due every day. */
export async function castTeams(db: Db, casting: Casting): Promise<Recipient[]> {
  const recipients: Recipient[] = [];
  const perWorkspace = Math.max(1, Math.round(casting.reps / casting.workspaces));
  for (let index = 0; index < casting.workspaces; index++) {
    const home = await openWorkspace(db, casting, `Northwind ${index + 1}`);
    recipients.push(home.post);
    for (let person = 0; person < perWorkspace; person++) {
      const name = `Rep ${index + 1}.${person + 1}`;
      // The first of each workspace is its manager.
      recipients.push(...(await addRep(db, casting, { ...home, name, isManager: person === 0 })));
    }
  }
  return recipients;
}

type Home = { workspaceId: number; teamId: string; slackTeamId: string; post: Recipient };

async function openWorkspace(db: Db, casting: Casting, name: string): Promise<Home> {
  const { slack, encryptionKey, from } = casting;
  const slackTeam = slack.directory.addTeam({ name });
  const channel = slack.directory.addChannel({ teamId: slackTeam.id, name: 'sales' });
  const { botToken, botUserId } = slackTeam;
  const workspace = await installWorkspace(
    db,
    {
      slackTeamId: slackTeam.id,
      slackEnterpriseId: null,
      slackTeamName: name,
      tokens: {
        box: createTokenBox([encryptionKey]),
        tokens: { botToken, botUserId, botId: `B${randomBytes(4).toString('hex')}` },
      },
    },
    { now: from, machineNow: new Date() },
  );
  const when = chooseTime(casting);
  const change = {
    slackChannelId: channel.id,
    zone: when.zone,
    postTime: when.localTime,
    weekdays: when.weekdays,
  };
  await db.update(teams).set(change).where(eq(teams.workspaceId, workspace.id));
  const [team] = await listTeams(db, workspace.id);
  if (!team) throw new Error('A workspace has no team.');
  await syncTeamSchedule({ db, workspaceId: workspace.id, now: from }, team);
  const post = {
    ...when,
    workspaceId: workspace.id,
    kind: 'team_post' as const,
    subjectKey: `team:${team.id}`,
    slackChannelId: channel.id,
  };
  return { workspaceId: workspace.id, teamId: team.id, slackTeamId: slackTeam.id, post };
}

async function addRep(
  db: Db,
  casting: Casting,
  {
    workspaceId,
    teamId,
    slackTeamId,
    name,
    isManager,
  }: Home & { name: string; isManager: boolean },
): Promise<Recipient[]> {
  const { directory } = casting.slack;
  const when = chooseTime(casting);
  const person = directory.addPerson({ teamId: slackTeamId, realName: name, zone: when.zone });
  const rep = await createRep(
    db,
    { workspaceId, teamId },
    {
      ...{ slackUserId: person.id, name, zone: when.zone, isManager },
      ...{ digestTime: when.localTime, weekdays: when.weekdays },
    },
  );
  await createProspect(db, rep, { nextOn: '2026-01-12' });
  await syncRepSchedule({ db, workspaceId, now: casting.from }, rep);
  const own = {
    ...{ ...when, workspaceId, subjectKey: `rep:${rep.id}` },
    slackChannelId: directory.dmOf(person.id).id,
  };
  const digest: Recipient = { ...own, kind: 'digest' };
  if (!isManager) return [digest];
  return [
    digest,
    { ...own, kind: 'manager_sweep', localTime: '08:00', weekdays: MONDAY },
    { ...own, kind: 'friday_summary', localTime: '14:00', weekdays: FRIDAY },
  ];
}

const DAY_MS = 86_400_000;

/** A zone, a week, and the wall time there of a random moment in the run's first day. */
function chooseTime({ chance, from, to }: Casting) {
  const zone = pick(chance, ZONES) ?? 'Etc/UTC';
  const span = Math.min(to.getTime() - from.getTime(), DAY_MS);
  const moment = new Date(from.getTime() + chance() * span);
  return { zone, localTime: localTimeOf(moment, zone), weekdays: pick(chance, WEEKS) ?? EVERY_DAY };
}
