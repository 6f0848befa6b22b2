import type { HomeView, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { DEFAULT_CADENCE } from '../../src/domain/cadence-numbers.ts';
import { DELIVERY_KINDS, SKIP_REASONS } from '../../src/domain/delivery.ts';
import type { InsightsModel } from '../../src/domain/insights-model.ts';
import type { MonthLessons } from '../../src/domain/month-lessons.ts';
import { type Said, WHYS, type Why } from '../../src/domain/sentence/reading.ts';
import { CHANNELS, NO_REASONS, OUTCOMES } from '../../src/domain/touch.ts';
import { EDITED_PARTS } from '../../src/domain/touch-edit.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { VERBS } from '../../src/slack/listeners/command-verbs.ts';
import { buildAddProspectModal } from '../../src/slack/views/add-prospect-modal.ts';
import { buildBoardMessage } from '../../src/slack/views/board-message.ts';
import type { ChartBlock } from '../../src/slack/views/chart.ts';
import { typed } from '../../src/slack/views/compose.ts';
import {
  buildDeliveryStatus,
  buildPaused,
  buildResumed,
} from '../../src/slack/views/delivery-status.ts';

import {
  buildEndingAnswer,
  buildEndingModal,
  type EndingAnswer,
} from '../../src/slack/views/ending-answer.ts';
import { buildFridaySummary } from '../../src/slack/views/friday-summary.ts';
import { buildHeldMessage, buildHeldModal } from '../../src/slack/views/held-matches.ts';
import { buildHelpMessage, buildUnknownVerb } from '../../src/slack/views/help-message.ts';
import {
  buildInsightsMessage,
  buildInsightsModal,
} from '../../src/slack/views/insights-message.ts';
import { buildLiftStopModal } from '../../src/slack/views/lift-stop-modal.ts';
import { buildSameAsInput } from '../../src/slack/views/likely-same.ts';
import { buildLogTouchModal } from '../../src/slack/views/log-touch/build-log-touch.ts';
import { buildAddOption } from '../../src/slack/views/log-touch/chosen-prospect.ts';
import { buildMonthlyLessons } from '../../src/slack/views/monthly-lessons.ts';
import {
  buildHomeNotice,
  buildMessageModal,
  buildNotice,
  buildSentence,
} from '../../src/slack/views/notice.ts';
import { buildOldDigest } from '../../src/slack/views/old-digest.ts';
import { buildOwnSettingsSaved } from '../../src/slack/views/own-settings-answer.ts';
import { buildOwnSettingsModal } from '../../src/slack/views/own-settings-modal.ts';
import { buildCardModal, buildProspectCard } from '../../src/slack/views/prospect-card.ts';
import {
  buildListMessage,
  buildListModal,
  buildListRows,
} from '../../src/slack/views/prospect-list.ts';
import { buildReopenChoice } from '../../src/slack/views/reopen-choice.ts';
import { buildSentenceQuestion } from '../../src/slack/views/sentence-question.ts';
import { buildCadenceModal } from '../../src/slack/views/settings/cadence-modal.ts';
import { buildHolidaysModal } from '../../src/slack/views/settings/holidays-modal.ts';
import { buildManagersModal } from '../../src/slack/views/settings/managers-modal.ts';
import { buildSettingsOverview } from '../../src/slack/views/settings/overview.ts';
import { buildPeopleModal } from '../../src/slack/views/settings/people-modal.ts';
import { buildTeamModal } from '../../src/slack/views/settings/team-modal.ts';
import { buildSetupNotice } from '../../src/slack/views/setup-notice.ts';
import { buildNothingMore, buildSkeleton } from '../../src/slack/views/skeleton.ts';
import { buildSnoozeModal } from '../../src/slack/views/snooze-modal.ts';
import { buildTeamPost } from '../../src/slack/views/team-post.ts';
import {
  buildAnswerModal,
  buildTouchAnswer,
  buildUndoAnswer,
  buildUndoModal,
} from '../../src/slack/views/touch-answer.ts';
import { buildTouchRows } from '../../src/slack/views/touch-rows.ts';
import { buildUnsentNotice } from '../../src/slack/views/unsent-notice.ts';
import { DIGEST_SCREENS } from './digest-screens.ts';
import { LONG_RESPONSE_URL } from './extremes.ts';
import { HOME_SCREENS } from './home-screens.ts';
import { OWNER_SCREENS } from './owner-screens.ts';
import { person, post, prospects, ranked, recentTouches } from './people.ts';
import { prospectOf, repOf, TODAY, teamOf, touchOf, uuid, ZONE } from './views.ts';

export type Screen =
  | { text: string; blocks: (KnownBlock | ChartBlock)[] }
  | ModalView
  | HomeView
  | KnownBlock[]
  | (PlainTextOption & { value: string });

/** Every screen of a builder, with a person's text, in a language. */
export type Screens = Record<string, (text: string, words: Words) => Screen[]>;

/** Every screen the bot can build, with a text in every place where a person's words may stand. */
export const SCREENS: Screens = {
  ...OWNER_SCREENS,
  buildListMessage: (text, words) => lists(text).map((model) => buildListMessage(model, words)),
  buildListModal: (text, words) => lists(text).map((model) => buildListModal(model, words)),
  buildListRows: (text, words) => lists(text).map((model) => buildListRows(model, words)),
  buildTouchRows: (text, words) => [
    buildTouchRows({ rows: recentTouches(text), today: TODAY }, words),
  ],
  buildProspectCard: (text, words) => cards(text).map((model) => buildProspectCard(model, words)),
  buildCardModal: (text, words) => cards(text).map((model) => buildCardModal(model, words)),
  buildHeldMessage: (text, words) => held(text).map((model) => buildHeldMessage(model, words)),
  buildHeldModal: (text, words) => held(text).map((model) => buildHeldModal(model, words)),
  buildEndingAnswer: (text, words) => endings(text).map((model) => buildEndingAnswer(model, words)),
  buildEndingModal: (text, words) => endings(text).map((model) => buildEndingModal(model, words)),
  buildLiftStopModal: (text, words) => lifts(text).map((form) => buildLiftStopModal(form, words)),
  buildReopenChoice: (text, words) => [
    buildReopenChoice({ query: text, rows: prospects(text, 15) }, words),
  ],
  buildTouchAnswer: (text, words) => answers(text).map((model) => buildTouchAnswer(model, words)),
  buildAnswerModal: (text, words) => answers(text).map((model) => buildAnswerModal(model, words)),
  buildUndoAnswer: (text, words) => [undone(text, words)],
  buildUndoModal: (text, words) => [buildUndoModal(undone(text, words), words)],
  buildTeamPost: (text, words) => [0, 1, 200].map((reps) => buildTeamPost(post(text, reps), words)),
  buildBoardMessage: (text, words) => [0, 200].map((reps) => board(text, { reps, words })),
  buildInsightsMessage: (text, words) =>
    insights(text).flatMap((model) => Object.values(buildInsightsMessage(model, words))),
  buildInsightsModal: (text, words) =>
    insights(text).map((model) => buildInsightsModal(model, words)),
  buildMonthlyLessons: (text, words) =>
    [0, 99].map((count) => buildMonthlyLessons(monthOf(text, count), words)),
  buildHelpMessage: (_text, words) =>
    [true, false].map((isManager) => buildHelpMessage({ verbs: VERBS, isManager }, words)),
  buildUnknownVerb: (text, words) =>
    (['log', null] as const).map((closest) => buildUnknownVerb({ verb: text, closest }, words)),
  buildNotice: (text, words) => [buildNotice(text, words)],
  buildMessageModal: (text, words) => [buildMessageModal(buildSentence(text), words)],
  buildSkeleton: (_text, words) =>
    (['other', 'log', 'crackNote'] as const).map((name) => buildSkeleton(name, words)),
  buildNothingMore: (_text, words) => [buildNothingMore(words)],
  buildHomeNotice: (text) => [buildHomeNotice(text)],
  buildSentence: (text) => [buildSentence(text)],
  buildUnsentNotice: (text, words) =>
    [1, 500].map((count) =>
      buildUnsentNotice(
        {
          ...{ since: new Date('2026-11-16T07:00:00Z'), ...DAY },
          kinds: [
            {
              ...{ kind: 'digest', due: count, sent: 0, lastSentAt: null, underWay: 0 },
              others: Array.from({ length: 9 }, (_, number) => ({
                ...{ state: 'expired', reason: `${number}`, count },
                names: Array.from({ length: count }, () => text),
              })),
            },
          ],
        },
        words,
      ),
    ),
  buildDeliveryStatus: (text, words) =>
    [0, 200].map((count) => deliveryStatus(text, { count, words })),
  buildPaused: (_text, words) =>
    [null, new Date('2026-12-01T08:00:00Z')].map((until) => buildPaused(until, { ...DAY, words })),
  buildResumed: (_text, words) => [buildResumed(words)],
  buildSetupNotice: (_text, words) => [buildSetupNotice(words)],
  buildFridaySummary: (text, words) => [text, null].map((lesson) => friday(lesson, words)),
  buildSentenceQuestion: (text, words) =>
    WHYS.map((why) => buildSentenceQuestion(question(text, why), words)),
  buildSnoozeModal: (text, words) =>
    [true, false].map((promised) => buildSnoozeModal(snooze(text, promised), words)),
  buildSettingsOverview: (text, words) =>
    [0, 1, 50].map((count) => buildSettingsOverview(settings(text, count), words)),
  buildTeamModal: (text, words) =>
    [true, false].map((totalsOnly) => buildTeamModal(team(text, totalsOnly), words)),
  buildHolidaysModal: (text, words) =>
    [0, 1, 99].map((count) => buildHolidaysModal(holidays(text, count), words)),
  buildCadenceModal: (_text, words) =>
    [14, 30].map((days) => buildCadenceModal(cadence(days), words)),
  buildPeopleModal: (_text, words) =>
    [true, false].map((managersAddPeople) =>
      buildPeopleModal({ meta: SETTINGS, managersAddPeople }, words),
    ),
  buildManagersModal: (_text, words) =>
    [0, 1, 99].map((count) => buildManagersModal(managers(count), words)),
  buildOwnSettingsModal: (_text, words) =>
    [true, false].map((all) => buildOwnSettingsModal(ownSettings(all), words)),
  buildOwnSettingsSaved: (_text, words) => [
    buildOwnSettingsSaved({ before: repOf(), after: repOf({ pace: 60, weekdays: 1 }) }, words),
  ],
  buildOldDigest: (_text, words) => [
    buildOldDigest({ on: '2026-10-20', today: '2026-11-17' }, words),
  ],
  buildAddProspectModal: (text, words) => [
    buildAddProspectModal(
      {
        meta: { v: 1, nonce: uuid(1), responseUrl: LONG_RESPONSE_URL },
        name: text,
        likelySame: duplicates(text),
        today: TODAY,
      },
      words,
    ),
  ],
  buildSameAsInput: (text, words) => [
    buildSameAsInput(duplicates(text), { words, today: TODAY }),
    buildSameAsInput([], { words, today: TODAY }),
  ],
  buildLogTouchModal: (text, words) =>
    OUTCOMES.flatMap((outcome) => logForms(text, { outcome, words })),
  ...DIGEST_SCREENS,
  ...HOME_SCREENS,
  buildAddOption: (text, words) => [{ value: '', ...buildAddOption(text, words) }],
};

const DAY = { zone: ZONE, today: TODAY };

function deliveryStatus(text: string, { count, words }: { count: number; words: Words }) {
  const names = Array.from({ length: count }, () => text);
  const others = SKIP_REASONS.map((reason) => ({
    state: 'skipped' as const,
    reason,
    count,
    names,
  }));
  const lastSentAt = count === 0 ? null : new Date('2026-11-17T07:31:00Z');
  const kinds = DELIVERY_KINDS.map((kind) => ({
    ...{ kind, due: 3 * count, sent: count, lastSentAt, underWay: count, others },
  }));
  return buildDeliveryStatus({ ...DAY, paused: { until: null }, connected: false, kinds }, words);
}

function friday(lesson: string | null, words: Words) {
  const promises = { kept: 9999, due: 9999 };
  const counts = { followUps: 9999, prospectsChased: 9999, yes: 9999, no: 9999 };
  const week = { ...counts, promises, notProspects: 9999 };
  return buildFridaySummary(
    {
      ...{ monday: '2026-11-16', thisWeek: week, lastWeek: week, slipping: 9999 },
      lesson: lesson === null ? null : { reason: 'price', text: lesson },
    },
    words,
  );
}

function question(text: string, why: Why) {
  const said: Said = {
    channel: 'call',
    outcome: 'spoke',
    touchedOn: TODAY,
    nextStep: text,
    nextOn: TODAY,
    nextTime: '10:00',
    promise: true,
    interest: 'hot',
    noReason: 'price',
    stopChannel: null,
    note: text,
  };
  const value = { text: text.slice(0, 500), at: 0, key: 'evt:message:D1:1' };
  return { why, said, prospects: prospects(text, 5), stranger: text, today: TODAY, value };
}

function lists(text: string) {
  return [0, 1, 500].map((count) => ({
    title: ['“', typed(text, 60), '”'],
    rows: prospects(text, count),
    heldIds: new Set([uuid(0)]),
    ...{ from: 0, total: 2 * count, scope: 'open' as const },
    ...{ today: TODAY, zone: ZONE, empty: 'Nothing is open.' },
  }));
}

function cards(text: string) {
  return [0, 500].map((count) => ({
    prospect: person(text, 1),
    touches: Array.from({ length: count }, (_, number) =>
      touchOf({ id: uuid(number), note: text, points: text, lesson: text, noReason: 'price' }),
    ),
    ...{ contacts: count, today: TODAY, zone: ZONE },
    warning: { name: text, channel: 'video' as const, touchedOn: TODAY, betterFrom: TODAY },
    lateYeses: { hits: 51, of: 99 },
    nameOf: () => text,
    may: { end: true, manage: count === 0 },
    stopSaid: count === 0 ? () => text : null,
    lifted: { on: TODAY, repId: uuid(2), reason: text },
    held: count === 0 ? [] : heldRows(text, 5),
    mayEdit: () => true,
  }));
}

function heldRows(text: string, count: number) {
  return Array.from({ length: count }, (_, number) => ({
    ...{ prospect: person(text, number), stopped: person(text, 100 + number), said: () => text },
  }));
}

function held(text: string) {
  const decided = { prospect: person(text, 1), verdict: 'same' as const };
  return [0, 15].map((count) => ({ rows: heldRows(text, count), total: 99 * count, decided }));
}

function endings(text: string): EndingAnswer[] {
  const closed = { status: 'not_a_prospect', next: null };
  const none = prospectOf({ name: text, standing: closed, closedReason: 'added_by_mistake' });
  const lifted = { kind: 'lifted', channel: 'video', others: 99 } as const;
  return [
    { ...DAY, prospect: none, done: { kind: 'not_a_prospect' } },
    { ...DAY, prospect: person(text, 1), done: { kind: 'reopened' } },
    { ...DAY, prospect: person(text, 1), done: lifted },
  ];
}

function lifts(text: string) {
  const meta = {
    ...{ v: 1 as const, nonce: uuid(1), prospectId: uuid(2), version: 3 },
    responseUrl: LONG_RESPONSE_URL,
  };
  return [() => text, null].map((stopSaid) => ({
    ...{ meta, label: text, stopSaid, channels: CHANNELS },
  }));
}

function answers(text: string) {
  const warning = { repId: uuid(2), channel: 'call', touchedOn: TODAY, betterFrom: TODAY } as const;
  const touch = touchOf({ answeredOn: '2026-11-16' });
  const says = { contacts: 3, movedFrom: '2026-11-21', promiseOnDayOff: true, warning };
  const around = { today: TODAY, zone: ZONE, nameOf: () => text };
  const was = { ...touch, outcome: 'no', noReason: 'price', touchedOn: '2026-11-16' } as const;
  const edit = { was, parts: [...EDITED_PARTS], isLatest: false };
  return (['kept', 'late', 'stays', null] as const).flatMap((promise) => {
    const logged = { touch, prospect: person(text, 1), promise, ...says };
    const nextUp = { prospect: person(text, 2), isCall: true };
    return [
      { logged, nextUp, ...around },
      { logged: { ...logged, edit }, nextUp, ...around },
    ];
  });
}

function undone(text: string, words: Words) {
  const prospect = person(text, 1);
  return buildUndoAnswer({ touch: touchOf(), prospect, today: TODAY, zone: ZONE }, words);
}

/** Nothing at all, and more of everything than anybody has. */
function insights(text: string): InsightsModel[] {
  const rate = { hits: 12_345, of: 99_999 };
  const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ at, rate }));
  const yesRows = rows(11).slice(1);
  const full = {
    ...{
      prospects: 99_999,
      contacts: rate,
      byContact: yesRows,
      byWeekday: rows(7),
      byHour: rows(24),
    },
    byChannel: CHANNELS.map((at) => ({ at, rate })),
    yeses: { byContact: yesRows.map(({ at }) => ({ at, count: 9999 })), late: rate },
    noes: {
      total: 99_999,
      reasons: [...NO_REASONS, null].map((reason) => ({ reason, count: 99_999 })),
      lessons: Array.from({ length: 99 }, () => ({ reason: null, text, on: '2025-11-16' })),
    },
  };
  const none = { hits: 0, of: 0 };
  const empty = {
    ...{ prospects: 0, contacts: none, byContact: [], byWeekday: [], byHour: [], byChannel: [] },
    yeses: { byContact: [], late: none },
    noes: { total: 0, reasons: [], lessons: [] },
  };
  const shown = {
    scope: 'team',
    days: 365,
    from: '2025-11-18',
    isCut: true,
    today: TODAY,
  } as const;
  return [full, empty].map((each) => ({ ...shown, insights: each, promises: rate }));
}

function monthOf(text: string, count: number): MonthLessons {
  return {
    ...{ month: '2026-10-01', noes: 99_999, withNames: 9 },
    reasons: [...NO_REASONS, null].map((reason) => ({ reason, count: 99_999 })),
    lessons: Array.from({ length: count }, () => ({ reason: 'no_authority', text })),
  };
}

function board(text: string, { reps, words }: { reps: number; words: Words }) {
  const own = { ownRepId: uuid(0), mineOnly: false };
  const days = { from: '2026-11-16', to: '2026-11-22', today: TODAY };
  return buildBoardMessage({ ...days, ...own, rows: ranked(text, reps), followUps: reps }, words);
}

function snooze(text: string, promised: boolean) {
  const meta = { v: 1 as const, nonce: uuid(1), prospectId: uuid(2), version: 3 };
  return { meta, prospect: person(text, 1), on: TODAY, promised };
}

const SETTINGS = { v: 1 as const, nonce: uuid(1), teamId: uuid(2) };

function settings(text: string, count: number) {
  const days = ownDays(text, count);
  return {
    ...{ team: teamOf({ name: text }), today: TODAY, place: count === 0 ? null : text, days },
    ...{ numbers: DEFAULT_CADENCE, managers: days.map(({ name }) => name) },
    people: { managersAddPeople: count > 0, reps: count },
    said: count === 0 ? [] : [['Managers: ', typed(text)]],
  };
}

function team(text: string, totalsOnly: boolean) {
  const slackChannelId = totalsOnly ? null : 'C1';
  return { meta: SETTINGS, team: teamOf({ name: text, slackChannelId, totalsOnly }) };
}

function ownDays(text: string, count: number) {
  return Array.from({ length: count }, () => ({ on: '2026-12-24', name: text }));
}

function holidays(text: string, count: number) {
  const place = count === 0 ? null : { code: 'DE', name: text };
  const own = ownDays(text, count);
  return { meta: SETTINGS, country: place, hasRegions: count > 0, region: place, own };
}

function cadence(days: number) {
  const numbers = { ...DEFAULT_CADENCE, revisitWonDays: days };
  return { meta: SETTINGS, numbers };
}

function managers(count: number) {
  const slackUserIds = Array.from({ length: count }, (_, number) => `U${number}`);
  return { meta: SETTINGS, slackUserIds };
}

function ownSettings(all: boolean) {
  const meta = { v: 1 as const, nonce: uuid(1), slackZone: ZONE, responseUrl: LONG_RESPONSE_URL };
  const rep = repOf({ zoneChosen: all, tellsWhenClear: all, hiddenOnBoard: all });
  return { meta, rep: { ...rep, remindsPromises: all } };
}

function duplicates(text: string) {
  const lastTouch = touchOf();
  return prospects(text, 25).map((prospect) => ({ prospect, ownerName: text, lastTouch }));
}

function logForms(
  text: string,
  { outcome, words }: { outcome: (typeof OUTCOMES)[number]; words: Words },
) {
  const meta = {
    ...{ v: 1 as const, nonce: uuid(1), from: 'command' as const, changes: uuid(2) },
    ...{ responseUrl: LONG_RESPONSE_URL, query: text.slice(0, 200), revisitOn: '2026-12-01' },
  };
  const known = { kind: 'known' as const, prospectId: uuid(1), label: text };
  const earlier = { outcome, isLatest: false, isOwn: false };
  const whose = [
    [known],
    [known, earlier],
    [{ kind: 'new' as const, name: text }],
    [null],
  ] as const;
  return whose.map(([prospect, edit]) =>
    buildLogTouchModal(
      {
        ...{ meta, prospect, outcome, channel: 'call', today: TODAY, zone: ZONE },
        ...(edit ? { edit } : {}),
        advice: [[typed(text), ' called yesterday.']],
        likelySame: duplicates(text),
        initial: { note: text, points: text, nextStep: text },
      },
      words,
    ),
  );
}
