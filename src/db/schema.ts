import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { DELIVERY_KINDS, DELIVERY_STATES } from '../domain/delivery.ts';
import { DIGEST_SECTIONS } from '../domain/digest.ts';
import type { KeptPlace } from '../domain/home-place.ts';
import { ACTIONS, NOT_A_PROSPECT_REASONS, type Rule, STATUSES } from '../domain/prospect.ts';
import { SCHEDULE_KINDS } from '../domain/schedule.ts';
import { CHANNELS, INTERESTS, NO_REASONS, OUTCOMES } from '../domain/touch.ts';
import { WORKSPACE_STATES } from '../domain/workspace.ts';

// Milliseconds, as JavaScript keeps them: a value read back equals itself.
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
const workspaceKey = () =>
  bigint('workspace_id', { mode: 'number' })
    .notNull()
    .references(() => workspaces.id);
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const oneOf = (column: string, values: readonly string[]) =>
  sql.raw(`${column} in (${values.map((value) => `'${value}'`).join(', ')})`);

/** A Slack team that installed the bot; every other table belongs to exactly one. */
export const workspaces = pgTable(
  'workspaces',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    slackTeamId: text('slack_team_id').notNull(),
    slackEnterpriseId: text('slack_enterprise_id'),
    name: text('name').notNull(),
    state: text('state', { enum: WORKSPACE_STATES }).notNull(),
    pausedUntil: instant('paused_until'),
    /** What the workspace changed of the cadence's numbers. */
    cadence: jsonb('cadence').$type<Record<string, unknown>>().notNull().default({}),
    /** Nobody becomes a rep by using the bot: managers add people. */
    managersAddPeople: boolean('managers_add_people').notNull().default(false),
    /** Key of the hashes that outlive a forgotten person. */
    hashKey: bytes('hash_key').notNull(),
    installedAt: instant('installed_at').notNull(),
    /** Business time; nothing due before is owed. */
    activeFrom: instant('active_from').notNull(),
  },
  (t) => [
    unique('workspaces_slack').on(t.slackEnterpriseId, t.slackTeamId).nullsNotDistinct(),
    check('workspaces_state', oneOf('state', WORKSPACE_STATES)),
  ],
);

/** Tokens from OAuth, encrypted with the workspace's id bound in. */
export const installations = pgTable('installations', {
  workspaceId: workspaceKey().primaryKey(),
  encrypted: bytes('encrypted').notNull(),
  keyId: text('key_id').notNull(),
  installedAt: instant('installed_at').notNull(),
});

export const teams = pgTable(
  'teams',
  {
    workspaceId: workspaceKey(),
    id: uuid('id').notNull().defaultRandom(),
    name: text('name').notNull(),
    slackChannelId: text('slack_channel_id'),
    zone: text('zone').notNull(),
    postTime: time('post_time', { precision: 0 }).notNull().default('09:15'),
    /** When each manager gets Friday's summary, in their own zone. */
    summaryTime: time('summary_time', { precision: 0 }).notNull().default('14:00'),
    weekdays: smallint('weekdays').notNull().default(31),
    /** Where the team's public holidays come from, as ISO 3166 codes: country and its region. */
    holidaysCountry: text('holidays_country'),
    holidaysRegion: text('holidays_region'),
    /** The post says how much slips, not with whom. */
    totalsOnly: boolean('totals_only').notNull().default(false),
    /** The language of what stands in the team channel, like `de`; null until the first manager lends theirs. */
    locale: text('locale'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    check('teams_weekdays', sql`${t.weekdays} between 1 and 127`),
  ],
);

export const reps = pgTable(
  'reps',
  {
    workspaceId: workspaceKey(),
    id: uuid('id').notNull().defaultRandom(),
    teamId: uuid('team_id').notNull(),
    slackUserId: text('slack_user_id').notNull(),
    slackDmId: text('slack_dm_id'),
    name: text('name').notNull(),
    email: text('email'),
    zone: text('zone').notNull(),
    /** The rep chose the zone: what Slack says no longer changes it. */
    zoneChosen: boolean('zone_chosen').notNull().default(false),
    /** As Slack says it, like `de-DE`; null until it was asked. */
    locale: text('locale'),
    digestTime: time('digest_time', { precision: 0 }).notNull().default('08:30'),
    weekdays: smallint('weekdays').notNull().default(31),
    pace: smallint('pace').notNull().default(15),
    isManager: boolean('is_manager').notNull().default(false),
    hiddenOnBoard: boolean('hidden_on_board').notNull().default(false),
    /** A message 15 minutes before a promise with a time. */
    remindsPromises: boolean('reminds_promises').notNull().default(true),
    /** One line also on a morning with nothing due. */
    tellsWhenClear: boolean('tells_when_clear').notNull().default(false),
    /** Where they stand on App Home, so that every redraw shows that page. */
    homePlace: jsonb('home_place').$type<KeptPlace>(),
    deactivatedAt: instant('deactivated_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('reps_slack_user').on(t.workspaceId, t.slackUserId),
    foreignKey({
      columns: [t.workspaceId, t.teamId],
      foreignColumns: [teams.workspaceId, teams.id],
    }),
    check('reps_pace', sql`${t.pace} between 5 and 60`),
    check('reps_weekdays', sql`${t.weekdays} between 1 and 127`),
  ],
);

/** Somebody we want a Yes or a No from, with its one next step. */
export const prospects = pgTable(
  'prospects',
  {
    workspaceId: workspaceKey(),
    id: uuid('id').notNull().defaultRandom(),
    ownerId: uuid('owner_id'),
    name: text('name'),
    company: text('company'),
    email: text('email'),
    phone: text('phone'),
    externalId: text('external_id'),
    /** Forms in which two are the same; see `typed-text.ts` and `phone.ts`. */
    nameKey: text('name_key'),
    companyKey: text('company_key'),
    emailKey: text('email_key'),
    phoneKey: text('phone_key'),
    /** What a search reads: all of the above without accents, the phone also as bare digits. */
    searchText: text('search_text')
      .notNull()
      .generatedAlwaysAs(
        sql.raw(
          `regexp_replace(normalize(coalesce(name_key, '') || ' ' || coalesce(company_key, '') || ' ' || coalesce(email_key, '') || ' ' || coalesce(phone, '') || ' ' || regexp_replace(coalesce(phone, ''), '\\D', '', 'g') || ' ' || lower(coalesce(external_id, '')), NFD), '[\\u0300-\\u036f]', '', 'g')`,
        ),
      ),
    interest: text('interest', { enum: INTERESTS }),
    stoppedChannels: text('stopped_channels', { enum: CHANNELS }).array().notNull().default([]),
    status: text('status', { enum: STATUSES }).notNull(),
    closedReason: text('closed_reason', { enum: [...NO_REASONS, ...NOT_A_PROSPECT_REASONS] }),
    nextOn: date('next_on'),
    nextAt: instant('next_at'),
    nextAction: text('next_action', { enum: ACTIONS }),
    nextStep: text('next_step'),
    nextChannel: text('next_channel', { enum: CHANNELS }),
    nextRule: jsonb('next_rule').$type<Rule>(),
    promised: boolean('promised').notNull().default(false),
    inLine: boolean('in_line').notNull().default(false),
    /** Order of those in line: the order of the file they came from. */
    linePosition: integer('line_position'),
    snoozes: smallint('snoozes').notNull().default(0),
    /** The owner's one line beside this prospect in the manager's sweep. */
    crackNote: text('crack_note'),
    revisitOn: date('revisit_on'),
    importedContacts: integer('imported_contacts').notNull().default(0),
    importedLastContactOn: date('imported_last_contact_on'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.ownerId],
      foreignColumns: [reps.workspaceId, reps.id],
    }),
    unique('prospects_external_id').on(t.workspaceId, t.externalId),
    check('prospects_status', oneOf('status', STATUSES)),
    check(
      'prospects_open_has_next_step_and_owner',
      sql`(${t.status} = 'open') = (${t.nextOn} is not null and ${t.nextAction} is not null and ${t.nextRule} is not null and ${t.ownerId} is not null)
        and (${t.status} = 'open' or (${t.nextOn} is null and ${t.nextAt} is null and ${t.nextStep} is null and not ${t.promised} and not ${t.inLine}))`,
    ),
    check(
      'prospects_revisit_when_closed',
      sql`${t.revisitOn} is null or ${t.status} in ('won', 'lost')`,
    ),
    check('prospects_label', sql`num_nonnulls(${t.name}, ${t.company}, ${t.externalId}) > 0`),
    index('prospects_due').on(t.workspaceId, t.ownerId, t.nextOn).where(sql`status = 'open'`),
    index('prospects_revisit')
      .on(t.workspaceId, t.ownerId, t.revisitOn)
      .where(sql`revisit_on is not null`),
    index('prospects_email').on(t.workspaceId, t.emailKey),
    index('prospects_phone').on(t.workspaceId, t.phoneKey),
    index('prospects_name').on(t.workspaceId, t.nameKey, t.companyKey),
  ],
);

export const touches = pgTable(
  'touches',
  {
    workspaceId: workspaceKey(),
    id: uuid('id').notNull().defaultRandom(),
    prospectId: uuid('prospect_id').notNull(),
    repId: uuid('rep_id').notNull(),
    channel: text('channel', { enum: CHANNELS }).notNull(),
    outcome: text('outcome', { enum: OUTCOMES }).notNull(),
    touchedOn: date('touched_on').notNull(),
    /** Only when logged on the day it happened: the hour is then known. */
    touchedAt: instant('touched_at'),
    note: text('note'),
    points: text('points'),
    noReason: text('no_reason', { enum: NO_REASONS }),
    lesson: text('lesson'),
    /** The due day and promise it answered, so that on time is a fact. */
    answeredOn: date('answered_on'),
    answeredPromise: boolean('answered_promise').notNull().default(false),
    promiseKept: boolean('promise_kept'),
    /** Counts for the leaderboard: not within the pest guard, not long back-dated. */
    scores: boolean('scores').notNull(),
    undoneAt: instant('undone_at'),
    editedAt: instant('edited_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.prospectId],
      foreignColumns: [prospects.workspaceId, prospects.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.repId], foreignColumns: [reps.workspaceId, reps.id] }),
    check('touches_outcome', oneOf('outcome', OUTCOMES)),
    index('touches_prospect').on(t.workspaceId, t.prospectId, t.touchedOn),
    index('touches_week').on(t.workspaceId, t.touchedOn),
    index('touches_of_rep').on(t.workspaceId, t.repId, t.touchedOn),
  ],
);

/** Append-only: who changed what, before and after; undo reads it. */
export const history = pgTable(
  'history',
  {
    workspaceId: workspaceKey(),
    id: uuid('id').notNull().defaultRandom(),
    prospectId: uuid('prospect_id').notNull(),
    repId: uuid('rep_id'),
    touchId: uuid('touch_id'),
    verb: text('verb').notNull(),
    before: jsonb('before').$type<Record<string, unknown>>(),
    after: jsonb('after').$type<Record<string, unknown>>(),
    /** An edit of a touch, as it was and as it became. */
    touchBefore: jsonb('touch_before').$type<Record<string, unknown>>(),
    touchAfter: jsonb('touch_after').$type<Record<string, unknown>>(),
    /** One for all that was changed at once: a hand-over or a spread is undone as a whole. */
    batchId: uuid('batch_id'),
    /** The prospect's version after the change. */
    version: integer('version').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('history_version').on(t.workspaceId, t.prospectId, t.version),
    foreignKey({
      columns: [t.workspaceId, t.prospectId],
      foreignColumns: [prospects.workspaceId, prospects.id],
    }),
    index('history_batch').on(t.workspaceId, t.batchId).where(sql`batch_id is not null`),
  ],
);

/** When a rep is out, both days included. */
export const absences = pgTable(
  'absences',
  {
    workspaceId: workspaceKey(),
    id: uuid('id').notNull().defaultRandom(),
    repId: uuid('rep_id').notNull(),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.repId], foreignColumns: [reps.workspaceId, reps.id] }),
    check('absences_order', sql`${t.fromOn} <= ${t.toOn}`),
    index('absences_rep').on(t.workspaceId, t.repId, t.toOn),
  ],
);

export const holidays = pgTable(
  'holidays',
  {
    workspaceId: workspaceKey(),
    teamId: uuid('team_id').notNull(),
    on: date('on').notNull(),
    name: text('name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.teamId, t.on] }),
    foreignKey({
      columns: [t.workspaceId, t.teamId],
      foreignColumns: [teams.workspaceId, teams.id],
    }),
  ],
);

/** People who asked us to stop, as keyed hashes of e-mail or phone, so that no import brings them back. */
export const suppressions = pgTable(
  'suppressions',
  {
    workspaceId: workspaceKey(),
    hash: bytes('hash').notNull(),
    prospectId: uuid('prospect_id').notNull(),
    repId: uuid('rep_id').notNull(),
    on: date('on').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.hash] }),
    foreignKey({
      columns: [t.workspaceId, t.prospectId],
      foreignColumns: [prospects.workspaceId, prospects.id],
    }),
  ],
);

/**
 * Open prospects with the phone of somebody who asked us to stop, under another name: a manager says
 * whether they are the same person.
 */
export const heldMatches = pgTable(
  'held_matches',
  {
    workspaceId: workspaceKey(),
    prospectId: uuid('prospect_id').notNull(),
    stoppedProspectId: uuid('stopped_prospect_id').notNull(),
    heldAt: instant('held_at').notNull(),
    verdict: text('verdict', { enum: ['same', 'other'] }),
    settledBy: uuid('settled_by'),
    settledAt: instant('settled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.prospectId, t.stoppedProspectId] }),
    foreignKey({
      columns: [t.workspaceId, t.prospectId],
      foreignColumns: [prospects.workspaceId, prospects.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.stoppedProspectId],
      foreignColumns: [prospects.workspaceId, prospects.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.settledBy],
      foreignColumns: [reps.workspaceId, reps.id],
    }),
    check(
      'held_matches_settled',
      sql`num_nonnulls(${t.verdict}, ${t.settledBy}, ${t.settledAt}) in (0, 3)`,
    ),
    index('held_matches_waiting').on(t.workspaceId, t.prospectId).where(sql`verdict is null`),
  ],
);

/** What was said to go to the manager on a Monday: only that is listed in the sweep. */
export const announcedCracks = pgTable(
  'announced_cracks',
  {
    workspaceId: workspaceKey(),
    sweepOn: date('sweep_on').notNull(),
    prospectId: uuid('prospect_id').notNull(),
    ownerId: uuid('owner_id').notNull(),
    announcedAt: instant('announced_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.sweepOn, t.prospectId] }),
    foreignKey({
      columns: [t.workspaceId, t.prospectId],
      foreignColumns: [prospects.workspaceId, prospects.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.ownerId],
      foreignColumns: [reps.workspaceId, reps.id],
    }),
  ],
);

/** One row per recurring message: its next local date and instant are only a hint, the ledger is the truth. */
export const schedules = pgTable(
  'schedules',
  {
    workspaceId: workspaceKey(),
    id: uuid('id').notNull().defaultRandom(),
    kind: text('kind', { enum: SCHEDULE_KINDS }).notNull(),
    /** `rep:<id>` or `team:<id>`. */
    subjectKey: text('subject_key').notNull(),
    zone: text('zone').notNull(),
    localTime: time('local_time', { precision: 0 }).notNull(),
    weekdays: smallint('weekdays').notNull(),
    enabled: boolean('enabled').notNull().default(true),
    nextLocalDate: date('next_local_date').notNull(),
    nextDueAt: instant('next_due_at').notNull(),
    /** Release of the time-zone data the hint was computed with. */
    tzdb: text('tzdb').notNull(),
    /** The first instant that the settings as they stand owe: what came before was another's. */
    sinceAt: instant('since_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('schedules_subject').on(t.workspaceId, t.kind, t.subjectKey),
    check('schedules_kind', oneOf('kind', SCHEDULE_KINDS)),
    index('schedules_due').on(t.nextDueAt).where(sql`enabled`),
  ],
);

/** The ledger: one scheduled message and what became of it. */
export const deliveries = pgTable(
  'deliveries',
  {
    workspaceId: workspaceKey(),
    /** Opaque; travels in Slack's message metadata. */
    id: uuid('id').notNull().defaultRandom(),
    kind: text('kind', { enum: DELIVERY_KINDS }).notNull(),
    subjectKey: text('subject_key').notNull(),
    /** The local date; for a promise reminder the prospect and its time. */
    occurrenceKey: text('occurrence_key').notNull(),
    zone: text('zone').notNull(),
    dueAt: instant('due_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    state: text('state', { enum: DELIVERY_STATES }).notNull(),
    reason: text('reason'),
    /** Claims so far: the fence of every write that follows a claim. */
    attempts: integer('attempts').notNull().default(0),
    /** Rendering errors and unknown refusals. */
    failures: integer('failures').notNull().default(0),
    nextAttemptAt: instant('next_attempt_at').notNull(),
    claimToken: uuid('claim_token'),
    claimedBy: text('claimed_by'),
    leaseUntil: instant('lease_until'),
    sendStartedAt: instant('send_started_at'),
    negativeLooks: smallint('negative_looks').notNull().default(0),
    lastLookAt: instant('last_look_at'),
    slackChannelId: text('slack_channel_id'),
    slackTs: text('slack_ts'),
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull(),
    finishedAt: instant('finished_at'),
    /** Changes that ask for the message to be drawn anew, and how many of them it shows. */
    redrawsWanted: integer('redraws_wanted').notNull().default(0),
    redrawsDone: integer('redraws_done').notNull().default(0),
    redrawLeaseUntil: instant('redraw_lease_until'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('deliveries_occurrence').on(t.workspaceId, t.kind, t.subjectKey, t.occurrenceKey),
    check('deliveries_kind', oneOf('kind', DELIVERY_KINDS)),
    check('deliveries_state', oneOf('state', DELIVERY_STATES)),
    check(
      'deliveries_claimed_has_token',
      sql`(${t.state} in ('claimed', 'sending')) = (${t.claimToken} is not null)`,
    ),
    check('deliveries_sent_has_ts', sql`${t.state} <> 'sent' or ${t.slackTs} is not null`),
    check(
      'deliveries_end_has_reason',
      sql`${t.state} not in ('skipped', 'expired', 'dead', 'unconfirmed') or ${t.reason} is not null`,
    ),
    index('deliveries_pending').on(t.workspaceId, t.nextAttemptAt).where(sql`state = 'pending'`),
    index('deliveries_uncertain').on(t.nextAttemptAt).where(sql`state = 'uncertain'`),
    index('deliveries_lease').on(t.leaseUntil).where(sql`state in ('claimed', 'sending')`),
    index('deliveries_unsent')
      .on(t.finishedAt)
      .where(sql`state in ('expired', 'dead', 'unconfirmed')`),
    index('deliveries_redraw').on(t.workspaceId, t.id).where(sql`redraws_wanted <> redraws_done`),
    uniqueIndex('deliveries_message')
      .on(t.workspaceId, t.slackChannelId, t.slackTs)
      .where(sql`slack_ts is not null`),
  ],
);

/** The rows of a digest as they were drawn, so that it can be redrawn in place and slipping be counted. */
export const deliveryItems = pgTable(
  'delivery_items',
  {
    workspaceId: workspaceKey(),
    deliveryId: uuid('delivery_id').notNull(),
    position: smallint('position').notNull(),
    prospectId: uuid('prospect_id').notNull(),
    section: text('section', { enum: DIGEST_SECTIONS }).notNull(),
    /** The next step's day when drawn: while it stays, the row is undone. */
    drawnOn: date('drawn_on').notNull(),
    drawnVersion: integer('drawn_version').notNull(),
    /** What became of the row, as the person reads it after acting on it. */
    result: jsonb('result').$type<Record<string, unknown>>(),
    resultAt: instant('result_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.deliveryId, t.position] }),
    unique('delivery_items_prospect').on(t.workspaceId, t.deliveryId, t.prospectId),
    foreignKey({
      columns: [t.workspaceId, t.deliveryId],
      foreignColumns: [deliveries.workspaceId, deliveries.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.prospectId],
      foreignColumns: [prospects.workspaceId, prospects.id],
    }),
    index('delivery_items_of_prospect').on(t.workspaceId, t.prospectId),
  ],
);

/** A workspace's rate limit and breaker, shared by all replicas. */
export const sendState = pgTable('send_state', {
  workspaceId: workspaceKey().primaryKey(),
  blockedUntil: instant('blocked_until').notNull(),
  breaker: text('breaker', { enum: ['closed', 'open'] })
    .notNull()
    .default('closed'),
  breakerUntil: instant('breaker_until'),
  unclearInARow: integer('unclear_in_a_row').notNull().default(0),
  historyNextAt: instant('history_next_at').notNull(),
  /** The sends so far, at the allowed pace, fill the time up to here; it may lie ahead by the burst. */
  pacedUntil: instant('paced_until').notNull().default(sql`'1970-01-01T00:00:00Z'`),
});

/** One effect per inbound request: its key, what it held, and the answer it got. */
export const receipts = pgTable(
  'receipts',
  {
    workspaceId: workspaceKey(),
    key: text('key').notNull(),
    requestHash: bytes('request_hash').notNull(),
    answer: jsonb('answer').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] }), index('receipts_at').on(t.at)],
);
