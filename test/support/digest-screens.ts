import { DIGEST_SECTIONS } from '../../src/domain/digest.ts';
import type { Deed, DigestModel, DueRow } from '../../src/domain/digest-model.ts';
import type { Prospect } from '../../src/domain/prospect.ts';
import { buildCompactDigest, buildDigestMessage } from '../../src/slack/views/digest-message.ts';
import { buildDigestRows, buildDueBlocks } from '../../src/slack/views/digest-rows.ts';
import {
  buildEmptyMessage,
  buildEmptyState,
  buildImportHelp,
} from '../../src/slack/views/empty-state.ts';
import { buildDigestPreview, buildPostPreview } from '../../src/slack/views/preview.ts';
import { buildPromiseReminder } from '../../src/slack/views/promise-reminder.ts';
import {
  buildSnoozeAnswer,
  buildSnoozeQuestion,
  buildWaitingModal,
} from '../../src/slack/views/snooze-question.ts';
import {
  buildNothingToSpread,
  buildSpreadDone,
  buildSpreadModal,
  buildSpreadUndone,
} from '../../src/slack/views/spread-modal.ts';
import { buildFirstRun, buildWelcome } from '../../src/slack/views/welcome.ts';
import { person, post, prospects } from './people.ts';
import type { Screens } from './screens.ts';
import { TODAY, uuid, ZONE } from './views.ts';

const ON = '2026-11-18';
const NEXT = { on: ON, at: '08:30', today: TODAY };

/** The screens that belong to the morning: what a snooze asks, and a spread. */
export const DIGEST_SCREENS: Screens = {
  buildDigestMessage: (text, words) =>
    dayModels(text).map((model) => buildDigestMessage(model, words)),
  buildCompactDigest: (text, words) =>
    dayModels(text).map((model) => buildCompactDigest(model, words)),
  buildDigestRows: (text, words) => dayModels(text).map((model) => buildDigestRows(model, words)),
  buildDueBlocks: (text, words) =>
    dayModels(text).flatMap((day) => [0, 490].map((from) => buildDueBlocks(day, { words, from }))),
  buildDigestPreview: (text, words) =>
    [...dayModels(text), null].map((digest) => buildDigestPreview({ digest, ...NEXT }, words)),
  buildPostPreview: (text, words) =>
    [0, 200].map((count) =>
      buildPostPreview(
        { ...NEXT, post: post(text, count), hasChannel: false },
        { words, teamWords: words },
      ),
    ),
  buildSnoozeQuestion: (text, words) => {
    const question = { meta: asked(), prospect: person(text, 1), today: TODAY, restDays: 21 };
    return [buildSnoozeQuestion(question, words)];
  },
  buildWaitingModal: (_text, words) => [buildWaitingModal({ meta: asked() }, words)],
  buildSnoozeAnswer: (text, words) =>
    (['snoozed', 'nurtured'] as const).map((became) => {
      const answer = { prospect: person(text, 1), became, today: TODAY, zone: ZONE };
      return buildSnoozeAnswer(answer, words);
    }),
  buildWelcome: (text, words) =>
    [text, null].map((addedBy) =>
      buildWelcome({ name: text, addedBy, digestTime: '08:30' }, words),
    ),
  buildFirstRun: (text, words) => [buildFirstRun({ name: text, digestTime: '08:30' }, words)],
  buildEmptyState: (_text, words) => [[buildEmptyState(words)]],
  buildEmptyMessage: (_text, words) => [buildEmptyMessage(words)],
  buildImportHelp: (_text, words) => [buildImportHelp(words)],
  buildPromiseReminder: (text, words) =>
    [text, null].map((points) => {
      const prospect = person(text, 1);
      const next = { ...stepOf(prospect), promised: true };
      const at = new Date('2026-11-17T15:00:00Z');
      const model = { prospect, next, at, now: at, points, zone: ZONE, isHeld: false };
      return buildPromiseReminder(model, words);
    }),
  buildSpreadModal: (_text, words) =>
    [2, 500].map((count) => buildSpreadModal(spread(count), words)),
  buildSpreadDone: (_text, words) =>
    [[], [ON], [ON, '2027-01-15']].map((days) =>
      buildSpreadDone({ batchId: uuid(1), moved: 485, days, today: TODAY }, words),
    ),
  buildNothingToSpread: (_text, words) => [buildNothingToSpread(words)],
  buildSpreadUndone: (_text, words) =>
    [0, 485].map((stayed) => buildSpreadUndone({ restored: 485 - stayed, stayed }, words)),
};

function stepOf({ standing }: Prospect) {
  if (!standing.next) throw new Error('no next step');
  return standing.next;
}

function asked() {
  const row = { prospectId: uuid(2), version: 3, on: ON, agreed: false };
  return { v: 1 as const, nonce: uuid(1), ...row };
}

function spread(count: number) {
  const days = Array.from({ length: count }, () => ({ on: ON, rows: 15, moved: 11 }));
  const moves = days.map(({ on }, at) => ({ prospectId: uuid(at), on }));
  const plan = { due: count + 15, pace: 15, moves, days };
  return { meta: { v: 1 as const, nonce: uuid(1) }, plan, today: TODAY };
}

export function dayModels(text: string): DigestModel[] {
  const warning = { name: text, channel: 'call', touchedOn: TODAY, betterFrom: TODAY } as const;
  const notes: DigestModel['spread'][] = [
    { kind: 'offer', due: 9999, pace: 60, days: 99 },
    { kind: 'moved', batchId: uuid(6), count: 9999, until: TODAY },
  ];
  return [0, 1, 10, 500].map((count, at) => {
    const due = prospects(text, count).map(
      (prospect, position): DueRow => ({
        ...{ position, prospect, points: text, warning, isHeld: position % 4 === 3 },
        section: DIGEST_SECTIONS[position % DIGEST_SECTIONS.length] ?? 'due_today',
      }),
    );
    const logged = { kind: 'logged', outcome: 'sent', channel: 'email', touchId: uuid(5) } as const;
    const deeds: Deed[] = [
      { ...logged, by: null },
      { kind: 'not_a_prospect', by: null },
      ...[2, 3, 4].map(() => ({ ...logged, by: text })),
    ];
    const done = deeds.map((deed, number) => ({
      ...{ position: count + number, prospect: person(text, 1000 + number), deed },
      at: new Date('2026-11-17T15:00:00Z'),
    }));
    return {
      ...{ today: TODAY, drawnAt: new Date('2026-11-17T15:00:00Z'), zone: ZONE, due },
      done: count === 0 ? [] : done,
      ...{ promisedCount: 1, firstTime: '10:00', nextDay: { on: '2026-11-18', count: 4 } },
      ...{ teamSees: { at: '09:15', slipping: 12, inTotal: false }, lateSince: '08:30' },
      toManager: { sweepOn: '2026-11-23', prospectIds: [uuid(1), uuid(2)], isOwn: count === 1 },
      spread: notes[at % 2] ?? null,
    };
  });
}
