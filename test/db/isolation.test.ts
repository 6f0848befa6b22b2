import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { getTableColumns, getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import * as announced from '../../src/db/announced-cracks.ts';
import * as absencesOf from '../../src/db/calendars.ts';
import * as cracks from '../../src/db/cracks.ts';
import * as daysOff from '../../src/db/days-off.ts';
import * as deliveries from '../../src/db/deliveries.ts';
import * as intents from '../../src/db/delivery-intents.ts';
import * as items from '../../src/db/delivery-items.ts';
import * as redraws from '../../src/db/delivery-redraws.ts';
import * as repairs from '../../src/db/delivery-repairs.ts';
import * as settlements from '../../src/db/delivery-settlements.ts';
import * as digestItems from '../../src/db/digest-items.ts';
import { postgresCodeOf } from '../../src/db/faults.ts';
import * as gates from '../../src/db/gates.ts';
import * as heldMatches from '../../src/db/held-matches.ts';
import * as history from '../../src/db/history.ts';
import * as batches from '../../src/db/history-batches.ts';
import * as holidays from '../../src/db/holidays.ts';
import * as homePlaces from '../../src/db/home-places.ts';
import * as imports from '../../src/db/imports.ts';
import * as insights from '../../src/db/insights.ts';
import * as owned from '../../src/db/owned-prospects.ts';
import * as prospectLists from '../../src/db/prospect-lists.ts';
import * as prospectSearch from '../../src/db/prospect-search.ts';
import * as prospects from '../../src/db/prospects.ts';
import * as receipts from '../../src/db/receipts.ts';
import * as reps from '../../src/db/reps.ts';
import * as samePerson from '../../src/db/same-person.ts';
import * as schedules from '../../src/db/schedules.ts';
import * as schema from '../../src/db/schema.ts';
import * as spreads from '../../src/db/spreads.ts';
import * as suppressions from '../../src/db/suppressions.ts';
import * as teams from '../../src/db/teams.ts';
import * as timedSteps from '../../src/db/timed-steps.ts';
import * as touches from '../../src/db/touches.ts';
import * as unsent from '../../src/db/unsent.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { syncRepSchedule } from '../../src/services/sync-schedules.ts';
import { acting, createSalesTeam, TUESDAY } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createAbsence, createHoliday, createProspect } from '../support/factories.ts';
import { createSentDigest } from '../support/sent-digest.ts';

const database = useDatabase();
const NOW = new Date(TUESDAY);
const HASH = Buffer.from('a stopped person');
const STOPPED = {
  ...{ status: 'stopped' as const, nextOn: null, nextAction: null, nextChannel: null },
  nextRule: null,
};
const NO_CHANGE = { repId: null, touchId: null, before: null, after: null, at: NOW };
const FOREIGN_KEY_VIOLATION = '23503';

/** Workspace A with a row in every table. */
async function createWorkspaceA() {
  const { db } = database;
  const { workspace, ana } = await createSalesTeam(db);
  const { workspaceId, teamId } = workspace;
  const place = { tab: 'nurture', from: 0, on: '2026-11-17' } as const;
  await homePlaces.saveHomePlace(db, { workspaceId, repId: ana.id, place });
  const timed = { nextOn: '2026-11-20', nextAt: new Date('2026-11-20T09:00:00Z'), promised: true };
  const person = { email: 'dana@acme.example', phone: '+1', phoneKey: '+1', externalId: 'X1' };
  const dana = await createProspect(db, ana, { ...timed, ...person });
  const { touch } = await logTouch(acting(db, ana), {
    ...{ prospectId: dana.id, channel: 'call', outcome: 'spoke' },
  });
  const deliveryId = await createSentDigest(db, ana, { on: '2026-11-17', rows: [dana] });
  await redraws.wantRedraw(db, { workspaceId, deliveryId });
  const claimToken = randomUUID();
  const claimedId = randomUUID();
  const uncertainId = randomUUID();
  const row = {
    ...{ workspaceId, kind: 'digest' as const, subjectKey: `rep:${ana.id}`, zone: 'Etc/UTC' },
    ...{ dueAt: NOW, expiresAt: NOW, nextAttemptAt: NOW, createdAt: NOW, attempts: 1 },
  };
  await deliveries.insertDeliveries(db, [
    {
      ...{ ...row, id: claimedId, occurrenceKey: '2026-11-18', state: 'claimed', claimToken },
      leaseUntil: new Date('2027-01-01T00:00:00Z'),
    },
    {
      ...{ ...row, id: uncertainId, occurrenceKey: '2026-11-19', state: 'uncertain' },
      sendStartedAt: NOW,
    },
  ]);
  await syncRepSchedule({ db, workspaceId, now: NOW }, ana);
  await createAbsence(db, ana, { fromOn: '2026-12-01', toOn: '2026-12-02' });
  await createHoliday(db, workspace, '2026-12-25');
  await receipts.takeReceipt(db, { workspaceId, key: 'k', requestHash: HASH, at: NOW });
  const stop = { hash: HASH, prospectId: dana.id, repId: ana.id, on: '2026-11-17' };
  await suppressions.insertSuppressions(db, { workspaceId, rows: [stop] });
  const eli = await createProspect(db, ana, { name: 'Eli Reyes', ...STOPPED });
  const pair = { prospectId: dana.id, stoppedProspectId: eli.id };
  await heldMatches.insertHeldMatches(db, { workspaceId, pairs: [pair], at: NOW });
  const cracked = { ownerId: ana.id, prospectId: dana.id };
  await announced.replaceAnnounced(db, { workspaceId, ...ANNOUNCED(cracked), now: NOW });
  const given = { ...NO_CHANGE, prospectId: dana.id, verb: 'change_owner' as const };
  await batches.insertHistoryBatch(db, {
    ...{ workspaceId, batchId: BATCH_ID, entries: [{ ...given, version: 97 }] },
  });
  const [schedule] = await db.select().from(schema.schedules);
  const batchId = randomUUID();
  const line = { repId: ana.id, touchId: null, verb: 'spread', before: null, after: null } as const;
  const spread = { ...line, prospectId: dana.id, version: 96, at: NOW };
  await batches.insertHistoryBatch(db, { workspaceId, batchId, entries: [spread] });
  const ids = {
    batchId,
    repId: ana.id,
    ownerId: ana.id,
    teamId,
    prospectId: dana.id,
    touchId: touch.id,
  };
  const letters = { deliveryId, claimToken, claimedId, uncertainId };
  return {
    ...ids,
    ...letters,
    workspaceId,
    ana,
    dana,
    touch,
    stop,
    pair,
    scheduleId: schedule?.id ?? '',
  };
}

let workspaceA: ReturnType<typeof createWorkspaceA> | null = null;

type A = Awaited<ReturnType<typeof createWorkspaceA>>;
type Call = (db: typeof database.db, b: { workspaceId: number }, a: A) => Promise<unknown>;

const FENCE = (b: { workspaceId: number }, a: A) => ({
  ...{ ...b, id: a.claimedId, attempts: 1, claimToken: a.claimToken },
});
const INTENT = (b: { workspaceId: number }, a: A) => ({
  ...{ fence: FENCE(b, a), now: NOW, leaseUntil: NOW, slackChannelId: 'D1', items: [] },
  ...{ allowance: { burst: 10, everyMs: 250 }, channelEveryMs: 0 },
});
const UNCERTAIN = (b: { workspaceId: number }, a: A) => ({
  ...{ ...b, id: a.uncertainId, kind: 'digest' as const, attempts: 1, negativeLooks: 0 },
  ...{ sendStartedAt: NOW, lastLookAt: null, slackChannelId: null },
});
const KEY = (b: { workspaceId: number }, a: A) => ({ ...b, deliveryId: a.deliveryId });
const SPREAD = (b: { workspaceId: number }, a: A) => ({
  ...{ ...b, batchId: a.batchId, verb: 'spread' as const },
});
const SCHEDULE = (b: { workspaceId: number }, a: A) => ({
  ...{ ...b, kind: 'digest' as const, subjectKey: `rep:${a.repId}` },
});
const ANNOUNCED = (a: { ownerId: string; prospectId: string }) => ({
  ...{ sweepOn: '2026-11-23', ownerId: a.ownerId, prospectIds: [a.prospectId] },
});
const BATCH_ID = '0b0c2b1e-0000-4000-8000-000000000001';
const BATCH = (b: { workspaceId: number }) => ({
  ...{ ...b, batchId: BATCH_ID, verb: 'change_owner' as const },
});
const SINCE = (b: { workspaceId: number }, a: A) => ({
  ...{ ...b, repId: a.repId, since: new Date(0), touchedFrom: '2026-01-01' },
});
const KEYS = { nameKey: 'dana reyes', companyKey: 'acme', emailKey: 'dana@acme.example' };
const WEEK = { from: '2026-11-01', to: '2026-12-31', until: '2026-12-31' };

/** Each query that takes a workspace with an id, asked by B with an id of A. */
const CALLS: Record<string, Call> = {
  'announced-cracks.replaceAnnounced': (db, b, a) =>
    announced.replaceAnnounced(db, { ...b, ...ANNOUNCED(a), now: NOW }),
  'announced-cracks.listAnnounced': (db, b, a) =>
    announced.listAnnounced(db, { ...b, sweepOn: '2026-11-23', ownerIds: [a.ownerId] }),
  'announced-cracks.countSwept': (db, b, a) =>
    announced.countSwept(db, { ...b, managerId: a.repId, on: '2026-11-16' }),
  'cracks.listCrackRows': (db, b, a) =>
    cracks.listCrackRows(db, { ...b, ownerIds: [a.ownerId], today: '2026-11-30' }),
  'cracks.saveCrackNote': (db, b, a) =>
    cracks.saveCrackNote(db, { ...b, prospectId: a.prospectId, note: 'Mine' }),
  'calendars.listAbsences': (db, b, a) =>
    absencesOf.listAbsences(db, { ...b, ...WEEK, repIds: [a.repId] }),
  'calendars.listHolidays': (db, b, a) =>
    absencesOf.listHolidays(db, { ...b, ...WEEK, teamIds: [a.teamId] }),
  'calendars.listDaysOff': async (db, b, a) =>
    (await absencesOf.listDaysOff(db, { ...b, ...WEEK, owners: [a.ana] })).get(a.repId),
  'days-off.findDaysOff': (db, b, a) =>
    daysOff.findDaysOff(db, { ...b, ...WEEK, subject: { kind: 'rep', id: a.repId } }),
  'days-off.listDaysOffWithin': async (db, b, a) => {
    const subject = { kind: 'rep' as const, id: a.repId };
    return (await daysOff.listDaysOffWithin(db, [{ ...b, ...WEEK, subject }]))[0];
  },
  'unsent.findFirstLostNotice': (db, b, a) =>
    unsent.findFirstLostNotice(db, { ...SCHEDULE(b, a), before: new Date('2100-01-01T00:00:00Z') }),
  'deliveries.findLastOccurrence': (db, b, a) => deliveries.findLastOccurrence(db, SCHEDULE(b, a)),
  'delivery-intents.findLastSendInto': (db, b, a) =>
    intents.findLastSendInto(db, { ...b, id: a.claimedId, slackChannelId: 'D1' }),
  'delivery-intents.markSending': (db, b, a) => intents.markSending(db, INTENT(b, a)),
  'delivery-intents.beginTogether': async (db, b, a) => {
    const { fence, slackChannelId, items, ...pace } = INTENT(b, a);
    const wanted = [{ fence, slackChannelId, items }];
    return (await intents.beginTogether(db, { intents: wanted, pace })).includes(true);
  },
  'delivery-settlements.settleClaim': (db, b, a) =>
    settlements.settleClaim(db, {
      ...{ fence: FENCE(b, a), settlement: { state: 'sent', slackChannelId: 'D1', slackTs: '1' } },
    }),
  'delivery-settlements.settleTogether': async (db, b, a) => {
    const end = { state: 'sent' as const, slackChannelId: 'D1', slackTs: '1' };
    const ends = [{ fence: FENCE(b, a), ...end }];
    return (await settlements.settleTogether(db, { ends, finishedAt: NOW })).includes(true);
  },
  'gates.readGateFacts': async (db, b, a) => {
    const subjects = [{ ...b, subject: { kind: 'rep' as const, id: a.repId } }];
    return (await gates.readGateFacts(db, subjects)).some((facts) => facts?.repIsHere);
  },
  'delivery-items.replaceDeliveryItems': (db, b, a) =>
    items.replaceDeliveryItems(db, {
      ...KEY(b, a),
      items: [
        {
          ...{ position: 0, prospectId: a.prospectId, section: 'due_today' },
          ...{ drawnOn: '2026-11-17', drawnVersion: 1 },
        },
      ],
    }),
  'delivery-items.listDeliveryItems': (db, b, a) => items.listDeliveryItems(db, KEY(b, a)),
  'delivery-redraws.wantRedraw': (db, b, a) => redraws.wantRedraw(db, KEY(b, a)),
  'delivery-redraws.wantRedrawOf': (db, b, a) =>
    redraws.wantRedrawOf(db, { ...SCHEDULE(b, a), occurrenceKey: '2026-11-17' }),
  'delivery-redraws.takeRedrawTurn': (db, b, a) =>
    redraws.takeRedrawTurn(db, { key: KEY(b, a), now: NOW, leaseUntil: NOW }),
  'delivery-redraws.endRedrawTurn': (db, b, a) =>
    redraws.endRedrawTurn(db, { key: KEY(b, a), shown: 9, leaseUntil: NOW }),
  'delivery-redraws.postponeRedraw': (db, b, a) =>
    redraws.postponeRedraw(db, { key: KEY(b, a), leaseUntil: NOW, until: NOW }),
  'delivery-redraws.listWantedRedraws': (db, b) =>
    redraws.listWantedRedraws(db, { ...b, now: NOW, since: new Date(0), limit: 10 }),
  'delivery-repairs.settleUncertain': (db, b, a) =>
    repairs.settleUncertain(db, { delivery: UNCERTAIN(b, a), settlement: { state: 'pending' } }),
  'digest-items.findSentDigest': (db, b, a) =>
    digestItems.findSentDigest(db, { ...b, repId: a.repId, on: '2026-11-17' }),
  'digest-items.findDigestDay': (db, b, a) => {
    const slackTs = `2026-11-17.${a.deliveryId}`;
    return digestItems.findDigestDay(db, { ...b, slackChannelId: 'D1', slackTs });
  },
  'digest-items.listDigestItems': (db, b, a) => digestItems.listDigestItems(db, KEY(b, a)),
  'digest-items.listLatestChanges': (db, b, a) =>
    digestItems.listLatestChanges(db, { ...b, prospectIds: [a.prospectId] }),
  'digest-items.findSentDigestsWith': (db, b, a) =>
    digestItems.findSentDigestsWith(db, { ...b, ...WEEK, prospectId: a.prospectId }),
  'held-matches.insertHeldMatches': (db, b, a) =>
    heldMatches.insertHeldMatches(db, { ...b, pairs: [a.pair], at: NOW }),
  'held-matches.listHeldMatches': (db, b, a) =>
    heldMatches.listHeldMatches(db, { ...b, prospectIds: [a.prospectId], limit: 10 }),
  'held-matches.listHeldPairs': (db, b, a) =>
    heldMatches.listHeldPairs(db, { ...b, prospectIds: [a.prospectId] }),
  'held-matches.findHeldMatch': (db, b, a) => heldMatches.findHeldMatch(db, { ...b, ...a.pair }),
  'held-matches.settleHeldMatch': (db, b, a) =>
    heldMatches.settleHeldMatch(db, {
      ...{ ...b, ...a.pair, verdict: 'same', repId: a.repId, at: NOW },
    }),
  'digest-items.listSentDigests': (db, b, a) =>
    digestItems.listSentDigests(db, { ...b, ...WEEK, repIds: [a.repId] }),
  'history-batches.findBatch': (db, b) => batches.findBatch(db, BATCH(b)),
  'history-batches.lockBatch': (db, b) => batches.lockBatch(db, BATCH(b)),
  'history-batches.countBatch': (db, b) => batches.countBatch(db, BATCH(b)),
  'history-batches.listGiven': (db, b, a) =>
    batches.listGiven(db, { ...BATCH(b), ownerId: a.ownerId, limit: 10 }),
  'history-batches.countGiven': async (db, b, a) =>
    (await batches.countGiven(db, { ...BATCH(b), ownerId: a.ownerId, today: '2026-11-17' })).open,
  'history-batches.insertHistoryBatch': (db, b, a) =>
    batches.insertHistoryBatch(db, {
      ...{ ...b, batchId: BATCH_ID },
      entries: [
        {
          ...{ prospectId: a.prospectId, repId: null, touchId: null, verb: 'change_owner' },
          ...{ before: null, after: null, version: 98, at: NOW },
        },
      ],
    }),
  'owned-prospects.countOwned': (db, b, a) =>
    owned.countOwned(db, { ...b, ownerIds: [a.ownerId], today: '2026-11-17' }),
  'owned-prospects.lockOwned': (db, b, a) => owned.lockOwned(db, { ...b, ownerId: a.ownerId }),
  'owned-prospects.saveOwner': (db, b, a) =>
    owned.saveOwner(db, {
      ...{ ...b, ownerId: a.repId, now: NOW },
      steps: [{ prospectId: a.prospectId, on: '2027-01-01' }],
    }),
  'history.insertHistory': (db, b, a) =>
    history.insertHistory(db, {
      ...b,
      entry: {
        ...{ prospectId: a.prospectId, repId: null, touchId: null, verb: 'log', before: null },
        ...{ after: null, version: 99, at: NOW },
      },
    }),
  'spreads.listBatchBefore': (db, b, a) => spreads.listBatchBefore(db, SPREAD(b, a)),
  'spreads.listDigestLoads': (db, b, a) =>
    spreads.listDigestLoads(db, { ...b, ...WEEK, repId: a.repId }),
  'spreads.lockDue': (db, b, a) => spreads.lockDue(db, { ...b, ...WEEK, repId: a.repId }),
  'spreads.moveSteps': (db, b, a) =>
    spreads.moveSteps(db, {
      ...{ ...b, now: NOW },
      moves: [{ prospectId: a.prospectId, version: 2, on: '2027-01-01', rule: { kind: 'spread' } }],
    }),
  'history.listHistory': (db, b, a) =>
    history.listHistory(db, { ...b, prospectId: a.prospectId, limit: 10 }),
  'holidays.replaceHolidays': (db, b, a) =>
    holidays.replaceHolidays(db, { ...b, ...WEEK, teamId: a.teamId, days: [] }),
  'holidays.addHolidays': (db, b, a) =>
    holidays.addHolidays(db, { ...b, teamId: a.teamId, days: [{ on: '2026-12-26', name: 'X' }] }),
  'home-places.findHomePlace': (db, b, a) => homePlaces.findHomePlace(db, { ...b, repId: a.repId }),
  'home-places.saveHomePlace': (db, b, a) =>
    homePlaces.saveHomePlace(db, {
      ...{ ...b, repId: a.repId, place: { tab: 'all', from: 15, on: '2026-11-17' } },
    }),
  'imports.listKnown': (db, b) =>
    imports.listKnown(db, { ...b, people: [{ ...KEYS, phoneKey: '+1', externalId: 'X1' }] }),
  'imports.listSuppressed': (db, b) =>
    imports.listSuppressed(db, { ...b, hashes: [HASH.toString('hex')] }),
  'imports.listOwnerLoads': (db, b, a) => imports.listOwnerLoads(db, { ...b, repIds: [a.repId] }),
  'imports.insertImported': (db, b, a) => {
    const { workspaceId, version, ...dana } = a.dana;
    const prospect = { ...dana, id: randomUUID(), ownerId: a.repId };
    return imports.insertImported(db, {
      ...b,
      rows: [{ prospect, after: {} }],
      repId: null,
      at: NOW,
    });
  },
  'imports.fillImported': (db, b, a) =>
    imports.fillImported(db, {
      ...{ ...b, fills: [{ prospectId: a.prospectId, fill: { interest: 'hot' } }] },
      ...{ repId: null, at: NOW },
    }),
  'prospects.findProspect': (db, b, a) =>
    prospects.findProspect(db, { ...b, prospectId: a.prospectId }),
  'prospects.lockProspect': (db, b, a) =>
    prospects.lockProspect(db, { ...b, prospectId: a.prospectId }),
  'prospects.listProspects': (db, b, a) =>
    prospects.listProspects(db, { ...b, prospectIds: [a.prospectId] }),
  'prospects.insertProspect': (db, b, a) => {
    const person = { name: 'Tom', company: null, email: null, phone: null, phoneKey: null };
    const next = {
      ...{ on: '2026-11-18', at: null, action: 'try_again' as const, step: null, channel: null },
      ...{ promised: false, rule: { kind: 'new' as const } },
    };
    const prospect = { ...person, ownerId: a.repId, next };
    return prospects.insertProspect(db, { ...b, prospect, now: NOW });
  },
  'prospects.saveProspect': (db, b, a) =>
    prospects.saveProspect(db, {
      ...{ ...b, prospectId: a.prospectId, fromVersion: 2, now: NOW },
      change: { standing: { status: 'stopped', next: null, revisitOn: null } },
    }),
  'prospect-lists.listDueProspects': (db, b, a) =>
    prospectLists.listDueProspects(db, { ...b, ...WEEK, ownerId: a.ownerId }),
  'prospect-lists.listOpenProspects': (db, b, a) =>
    prospectLists.listOpenProspects(db, { ...b, ownerIds: [a.ownerId], limit: 10 }),
  'prospect-lists.countOpenByDay': (db, b, a) =>
    prospectLists.countOpenByDay(db, { ...b, ownerId: a.ownerId }),
  'prospect-lists.countOpenProspects': (db, b, a) =>
    prospectLists.countOpenProspects(db, { ...b, ownerId: a.ownerId }),
  'prospect-lists.ownsAny': (db, b, a) => prospectLists.ownsAny(db, { ...b, ownerId: a.ownerId }),
  'prospect-lists.readDayLoads': (db, b, a) =>
    prospectLists.readDayLoads(db, { ...b, ...WEEK, ownerId: a.ownerId, except: randomUUID() }),
  'prospect-search.searchProspects': (db, b, a) =>
    prospectSearch.searchProspects(db, { ...b, query: 'Dana', repId: a.repId, limit: 10 }),
  'prospect-lists.listRecentProspects': (db, b, a) =>
    prospectLists.listRecentProspects(db, { ...b, ownerId: a.ownerId, limit: 10 }),
  'prospect-search.findLikelySame': (db, b) =>
    prospectSearch.findLikelySame(db, { ...b, ...KEYS, phoneKey: '+1' }),
  'receipts.findReceipt': (db, b) => receipts.findReceipt(db, { ...b, key: 'k' }),
  'receipts.saveAnswer': (db, b) => receipts.saveAnswer(db, { ...b, key: 'k', answer: { x: 1 } }),
  'reps.findRep': (db, b, a) => reps.findRep(db, { ...b, repId: a.repId }),
  'reps.findRepBySlackUser': (db, b, a) =>
    reps.findRepBySlackUser(db, { ...b, slackUserId: a.ana.slackUserId }),
  'reps.listRepNames': (db, b, a) =>
    reps.listRepNames(db, { ...b, slackUserIds: [a.ana.slackUserId] }),
  'reps.insertRep': (db, b, a) => {
    const person = { slackUserId: 'U9', name: 'Eve', email: null, zone: 'Etc/UTC' };
    const rep = { ...person, teamId: a.teamId, isManager: true, createdAt: NOW };
    return reps.insertRep(db, { ...b, rep });
  },
  'reps.updateRep': (db, b, a) =>
    reps.updateRep(db, { ...b, repId: a.repId, change: { isManager: true } }),
  'same-person.findStoredKeys': (db, b, a) =>
    samePerson.findStoredKeys(db, { ...b, prospectId: a.prospectId }),
  'same-person.listSamePerson': (db, b) =>
    samePerson.listSamePerson(db, {
      ...{ ...b, prospectId: randomUUID(), keys: { ...KEYS, phoneKey: '+1' } },
    }),
  'same-person.listSharingPhone': (db, b, a) =>
    samePerson.listSharingPhone(db, { ...b, prospectIds: [a.prospectId] }),
  'schedules.lockSchedule': (db, b, a) => schedules.lockSchedule(db, SCHEDULE(b, a)),
  'schedules.moveSchedules': (db, b, a) =>
    schedules.moveSchedules(db, {
      moves: [{ ...b, id: a.scheduleId, next: { localDate: '2027-01-01', dueAt: NOW } }],
      tzdb: '',
    }),
  'schedules.postponeSchedule': (db, b, a) =>
    schedules.postponeSchedule(db, { schedule: { ...b, id: a.scheduleId }, until: NOW }),
  'schedules.disableSchedule': (db, b, a) => schedules.disableSchedule(db, SCHEDULE(b, a)),
  'suppressions.insertSuppressions': (db, b, a) =>
    suppressions.insertSuppressions(db, { ...b, rows: [a.stop] }),
  'suppressions.findSuppression': (db, b) =>
    suppressions.findSuppression(db, { ...b, hashes: [HASH] }),
  'suppressions.deleteSuppressions': (db, b, a) =>
    suppressions.deleteSuppressions(db, { ...b, prospectId: a.prospectId }),
  'teams.findTeam': (db, b, a) => teams.findTeam(db, { ...b, teamId: a.teamId }),
  'teams.updateTeam': (db, b, a) =>
    teams.updateTeam(db, { ...b, teamId: a.teamId, change: { name: 'Mine' } }),
  'timed-steps.listTimedSteps': (db, b, a) =>
    timedSteps.listTimedSteps(db, { ...b, ownerId: a.ownerId }),
  'timed-steps.redateStep': (db, b, a) =>
    timedSteps.redateStep(db, { ...b, prospectId: a.prospectId, on: '2027-01-01' }),
  'insights.listInsightTouches': async (db, b, a) =>
    (await insights.listInsightTouches(db, { ...b, ...WEEK, whose: { repId: a.repId } })).touches,
  'insights.countContactsBefore': (db, b, a) =>
    insights.countContactsBefore(db, { ...b, ...WEEK, whose: { teamId: a.teamId } }),
  'insights.listYesContacts': (db, b, a) =>
    insights.listYesContacts(db, { ...b, ...WEEK, teamId: a.teamId }),
  'insights.listNoes': (db, b, a) => insights.listNoes(db, { ...b, ...WEEK, teamId: a.teamId }),
  'touches.listTouches': (db, b, a) => touches.listTouches(db, { ...b, prospectId: a.prospectId }),
  'touches.listLatestTouches': (db, b, a) =>
    touches.listLatestTouches(db, { ...b, prospectIds: [a.prospectId] }),
  'touches.findTouch': (db, b, a) => touches.findTouch(db, { ...b, touchId: a.touchId }),
  'touches.insertTouch': (db, b, a) => {
    const { id, ...touch } = a.touch;
    return touches.insertTouch(db, { ...b, touch });
  },
  'touches.updateTouch': (db, b, a) =>
    touches.updateTouch(db, { ...b, touchId: a.touchId, change: { note: 'Mine.' } }),
  'touches.listLoggedSince': (db, b, a) =>
    touches.listLoggedSince(db, { ...SINCE(b, a), limit: 10 }),
  'touches.countLoggedSince': (db, b, a) => touches.countLoggedSince(db, SINCE(b, a)),
  'touches.markTouchUndone': (db, b, a) =>
    touches.markTouchUndone(db, { ...b, touchId: a.touchId, now: NOW }),
};

/** Queries that take no id beside a workspace, and why nothing can be mixed up. */
const WITHOUT_ID: Record<string, string[]> = {
  'of the workspace as a whole': [
    ...['installations.findInstallation', 'installations.upsertInstallation'],
    ...['installations.deleteInstallation', 'imports.lockImports', 'promises.countPromises'],
    ...[
      'receipts.takeReceipt',
      'receipts.noteLatest',
      'reps.countActiveReps',
      'reps.listActiveReps',
      'reps.listReps',
      'reps.hasManager',
    ],
    ...['send-state.blockWorkspace', 'send-state.countUnclear', 'send-state.countClear'],
    ...['send-state.takeHistoryTurn', 'slipping.countSlipping', 'teams.listTeams'],
    ...['teams.insertTeam', 'touches.countFollowUps', 'workspaces.findWorkspace'],
    ...['workspaces.updateWorkspace', 'workspaces.lockWorkspace', 'workspaces.markTokenInvalid'],
    ...['schedules.saveSchedule', 'week-numbers.countAnswers', 'week-numbers.findNewestLesson'],
    ...['named-prospects.listProspectIdsByEmail'],
    ...['named-prospects.listProspectsNamedBy', 'delivery-status.listOutcomes'],
    ...['delivery-status.listOutcomesOf', 'unsent.listUnsent'],
    ...['send-state.allowanceLeft', 'send-state.takeSend', 'send-state.lockSendState'],
    ...['not-prospects.countNotProspects', 'held-matches.countHeldMatches'],
  ],
  'the sweep, on ledger tables of every workspace': [
    ...['deliveries.insertDeliveries', 'deliveries.insertPlanned'],
    ...['delivery-claims.claimDeliveries', 'delivery-claims.releaseClaimsOf'],
    ...['delivery-repairs.releaseLapsedClaims', 'delivery-repairs.doubtLapsedSends'],
    ...['delivery-repairs.expirePending', 'delivery-repairs.takeUncertain'],
    ...['schedules.lockDueSchedules', 'schedules.lockOutdatedSchedules'],
    ...['next-schedule.findNextSchedule', 'receipts.deleteReceiptsBefore'],
    'unsent.listUntold',
    ...['audit.countMissing', 'audit.countStandingStill', 'audit.listRecurrences'],
    'schedules.countDueByMinute',
    ...['delivery-counts.countDeliveries', 'delivery-counts.findOldestDue'],
  ],
  'which workspace it is': [
    ...['workspaces.findWorkspaceBySlackTeam', 'workspaces.listWorkspaces'],
    'workspaces.upsertWorkspace',
  ],
  'no rows at all': [
    ...['prospect-rows.prospectOf', 'prospect-rows.columnsOf', 'client.openDatabase'],
    'prospect-rows.ownedColumns',
    ...['clock.readDatabaseClock', 'migrate.migrateDatabase', 'connection.openConnection'],
    ...['dial.dial', 'pool.createPool', 'transaction.runTransaction', 'faults.lossOf'],
    ...['drizzle-client.createDrizzleClient', 'faults.mayPass', 'faults.mayAskAgain'],
    ...['kept.kept', 'kept.isKept', 'kept.isRead', 'delivery-fence.holds'],
    'days-off.idOf',
    ...['faults.explainFault', 'faults.postgresCodeOf', 'faults.ConnectionLostError'],
    'not-prospects.isOfProspect',
  ],
};

test('every query has its row here (91)', async () => {
  const folder = new URL('../../src/db/', import.meta.url);
  const names: string[] = [];
  for (const file of await readdir(folder)) {
    if (file === 'schema.ts') continue;
    const exported: Record<string, unknown> = await import(new URL(file, folder).href);
    for (const [name, value] of Object.entries(exported)) {
      if (typeof value === 'function') names.push(`${file.replace('.ts', '')}.${name}`);
    }
  }

  const known = [...Object.keys(CALLS), ...Object.values(WITHOUT_ID).flat()];
  expect(known.toSorted()).toEqual(names.toSorted());
});

test.each(Object.entries(CALLS))(
  '%s finds and changes nothing of another workspace (91)',
  async (_, call) => {
    const { db } = database;
    // One for all: whatever is asked, it must not change.
    workspaceA ??= createWorkspaceA();
    const a = await workspaceA;
    const { workspace: b } = await createSalesTeam(db);
    const before = await readEverything(a.workspaceId);

    const answer = await call(db, { workspaceId: b.id }, a).catch((error: unknown) => {
      expect(postgresCodeOf(error)).toBe(FOREIGN_KEY_VIOLATION);
      return null;
    });

    expect(isNothing(answer)).toBe(true);
    expect(await readEverything(a.workspaceId)).toEqual(before);
  },
);

function isNothing(answer: unknown): boolean {
  if (Array.isArray(answer)) return answer.length === 0;
  if (answer instanceof Map || answer instanceof Set) return answer.size === 0;
  return answer === undefined || answer === null || answer === false || answer === 0;
}

/** Every row of a workspace, by table. */
async function readEverything(workspaceId: number) {
  const all: Record<string, unknown> = {};
  for (const table of Object.values(schema)) {
    if (!is(table, PgTable) || !('workspaceId' in getTableColumns(table))) continue;
    const rows = await database.db
      .select()
      .from(table)
      .where(sql`${table}.workspace_id = ${workspaceId}`);
    all[getTableName(table)] = rows.map((row) => JSON.stringify(row)).toSorted();
  }
  return all;
}
