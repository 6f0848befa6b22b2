import type { Crack, Cracked } from '../../src/domain/cracks.ts';
import { HAND_OVER_SCOPES, NOTHING_OWNED } from '../../src/domain/owned.ts';
import type { SweepModel } from '../../src/domain/sweep-model.ts';
import { buildBrief, buildBriefTakenBack } from '../../src/slack/views/brief-message.ts';
import { buildNewOwnerInput } from '../../src/slack/views/choose-rep.ts';
import {
  buildNudge,
  buildOwnCracks,
  buildOwnCracksModal,
  buildSeenCracks,
  buildSeenCracksModal,
} from '../../src/slack/views/crack-list.ts';
import { buildCrackNoteModal, buildNotedModal } from '../../src/slack/views/crack-note-modal.ts';
import { buildGiveModal, buildGivenModal } from '../../src/slack/views/give-modal.ts';
import {
  buildHandOverAnswer,
  buildHandOverDone,
  buildHandOverPreview,
  buildHandOverUndone,
} from '../../src/slack/views/hand-over-message.ts';
import { buildHandedOverModal, buildHandOverModal } from '../../src/slack/views/hand-over-modal.ts';
import { buildSweep, buildSweepModal } from '../../src/slack/views/manager-sweep.ts';
import { buildOwnerGoneNotice } from '../../src/slack/views/owner-gone-notice.ts';
import type { Screens } from './screens.ts';
import { prospectOf, TODAY, uuid, ZONE } from './views.ts';

/** The screens of hand-overs and cracks, with a text in every place where a person's words may stand. */
export const OWNER_SCREENS: Screens = {
  buildOwnerGoneNotice: (text, words) =>
    goneOwners(text, 1).map((gone) => buildOwnerGoneNotice(gone, words)),
  buildHandOverPreview: (text, words) =>
    HAND_OVER_SCOPES.flatMap((scope) =>
      [OWNED, NOTHING_OWNED].map((owned) =>
        buildHandOverPreview({ ...{ scope, owned }, ...people(text) }, words),
      ),
    ),
  buildHandOverDone: (text, words) => [buildHandOverDone(handedOver(text), words)],
  buildHandOverAnswer: (text, words) => [buildHandOverAnswer(handedOver(text), words)],
  buildHandedOverModal: (text, words) => [
    buildHandedOverModal(buildHandOverAnswer(handedOver(text), words), words),
  ],
  buildHandOverUndone: (text, words) =>
    [0, 200].map((count) => buildHandOverUndone(takenBack(text, count), words)),
  buildHandOverModal: (text, words) => [
    buildHandOverModal(
      {
        meta: { v: 1, nonce: uuid(1), fromRepId: uuid(2) },
        from: { name: text, owned: OWNED },
      },
      words,
    ),
  ],
  buildBrief: (text, words) => [1, 500].map((count) => buildBrief(brief(text, count), words)),
  buildBriefTakenBack: (_text, words) => [buildBriefTakenBack(words)],
  buildNewOwnerInput: (_text, words) => [[buildNewOwnerInput(words)]],
  buildGiveModal: (text, words) => [
    buildGiveModal(
      {
        meta: { v: 1, nonce: uuid(1), prospectId: uuid(2), version: 3 },
        ...{ prospect: person(text, 1), ownerName: text },
      },
      words,
    ),
  ],
  buildGivenModal: (text, words) => [
    buildGivenModal(
      { prospect: person(text, 1), ownerName: text, today: TODAY, zone: ZONE },
      words,
    ),
  ],
  buildSweep: (text, words) => [0, 1, 200].map((count) => buildSweep(sweep(text, count), words)),
  buildOwnCracks: (text, words) => ownCracks(text).map((model) => buildOwnCracks(model, words)),
  buildOwnCracksModal: (text, words) =>
    ownCracks(text).map((model) => buildOwnCracksModal(model, words)),
  buildSweepModal: (text, words) =>
    [0, 1, 200].map((count) => buildSweepModal(sweep(text, count), words)),
  buildSeenCracks: (text, words) => seenCracks(text).map((seen) => buildSeenCracks(seen, words)),
  buildSeenCracksModal: (text, words) =>
    seenCracks(text).map((seen) => buildSeenCracksModal(seen, words)),
  buildNudge: (text, words) =>
    [1, 500].map((count) =>
      buildNudge({ by: text, rows: cracked(text, count), today: TODAY }, words),
    ),
  buildCrackNoteModal: (text, words) => [
    buildCrackNoteModal(
      {
        meta: { v: 1, nonce: uuid(1), prospectId: uuid(2) },
        prospect: { ...person(text, 1), crackNote: text },
      },
      words,
    ),
  ],
  buildNotedModal: (text, words) =>
    [text, null].map((crackNote) =>
      buildNotedModal({ prospect: { ...person(text, 1), crackNote } }, words),
    ),
};

const OWNED = { open: 99_999, promised: 99_999, overdue: 99_999, revisits: 99_999 };

export function goneOwners(text: string, count: number) {
  return Array.from({ length: count }, (_, number) => ({
    ...{ repId: uuid(number), name: text, leftOn: '2025-11-13', owned: OWNED },
  }));
}

function person(text: string, number: number) {
  const said = { name: text, company: text, email: text, phone: text };
  return prospectOf({ id: uuid(number), ...said, next: { step: text, on: '2026-11-16' } });
}

function people(text: string) {
  return { from: { id: uuid(1), name: text }, to: { id: uuid(2), name: text } };
}

function handedOver(text: string) {
  return { from: text, to: text, batchId: uuid(3), count: 99_999 };
}

function takenBack(text: string, count: number) {
  const stayed = Array.from({ length: count }, () => ({ name: text, count: 99_999 }));
  return { from: text, to: text, restored: count, stayed };
}

function brief(text: string, count: number) {
  const rows = Array.from({ length: count }, (_, number) => person(text, number));
  const heldIds = new Set([uuid(1)]);
  const own = { owned: { ...OWNED, open: count }, rows, heldIds };
  return { ...own, by: text, from: text, today: TODAY, zone: ZONE };
}

const CRACKS: Crack[] = [
  { kind: 'promise_missed', since: '2025-11-10' },
  { kind: 'slipping', workingDays: 999 },
  { kind: 'snoozed', times: 999 },
  { kind: 'untouched', days: 999 },
  { kind: 'owner_gone' },
];

function cracked(text: string, count: number): Cracked[] {
  return Array.from({ length: count }, (_, number) => ({
    ...{ prospectId: uuid(number), ownerId: uuid(100), name: text, company: text },
    ...{ externalId: null, nextOn: TODAY, version: 1 },
    note: number % 2 === 0 ? text : null,
    crack: CRACKS[number % CRACKS.length] ?? { kind: 'owner_gone' },
  }));
}

function seenCracks(text: string) {
  return [0, 500].map((count) => ({ name: text, rows: cracked(text, count), today: TODAY }));
}

export function sweep(text: string, count: number): SweepModel {
  const groups = Array.from({ length: count }, (_, number) => ({
    ...{ repId: uuid(number), name: text, rows: cracked(text, 20) },
  }));
  return {
    ...{ on: '2026-11-16', today: TODAY, ownRepId: uuid(0), total: 99_999 * count },
    ...{ lastTotal: count === 0 ? null : 99_999, groups, gone: goneOwners(text, count) },
    othersAreClear: true,
  };
}

function ownCracks(text: string) {
  const days = { sweepOn: '2026-11-23', announcedOn: '2026-11-20', today: TODAY };
  return [0, 1, 500].map((count) => ({
    ...{ ...days, rows: cracked(text, count), isAnnounced: count === 1, isOwnManager: count === 1 },
  }));
}
