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
import type { Screen } from './screens.ts';
import { prospectOf, TODAY, uuid, ZONE } from './views.ts';

const ON = '2026-11-18';

/** The screens that belong to the morning: what a snooze asks, and a spread. */
export const DIGEST_SCREENS: Record<string, (text: string) => Screen[]> = {
  buildSnoozeQuestion: (text) => [
    buildSnoozeQuestion({ meta: asked(), prospect: person(text), today: TODAY, restDays: 21 }),
  ],
  buildWaitingModal: () => [buildWaitingModal({ meta: asked() })],
  buildSnoozeAnswer: (text) => [
    buildSnoozeAnswer({ prospect: person(text), why: 'Snoozed.', today: TODAY, zone: ZONE }),
  ],
  buildPromiseReminder: (text) =>
    [text, null].map((points) => {
      const prospect = person(text);
      const next = { ...stepOf(prospect), promised: true };
      const at = new Date('2026-11-17T15:00:00Z');
      return buildPromiseReminder({ prospect, next, at, now: at, points, zone: ZONE });
    }),
  buildSpreadModal: () => [2, 500].map(spread),
  buildSpreadDone: () =>
    [[], [ON], [ON, '2027-01-15']].map((days) =>
      buildSpreadDone({ batchId: uuid(1), moved: 485, days, today: TODAY }),
    ),
  buildNothingToSpread: () => [buildNothingToSpread()],
  buildSpreadUndone: () =>
    [0, 485].map((stayed) => buildSpreadUndone({ restored: 485 - stayed, stayed })),
};

function person(text: string) {
  return prospectOf({ name: text, company: text, snoozes: 2, next: { step: text } });
}

function stepOf({ standing }: ReturnType<typeof prospectOf>) {
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
  return buildSpreadModal({ meta: { v: 1, nonce: uuid(1) }, plan, today: TODAY });
}
