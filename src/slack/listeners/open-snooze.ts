import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import type { LocalDate } from '../../domain/local-date.ts';
import { wordsFor } from '../../domain/words/words.ts';
import { localDateOf } from '../../domain/zone.ts';
import { loadCadenceNumbers } from '../../services/cadence-numbers.ts';
import type { RepContext } from '../../services/context.ts';
import { findOneProspect } from '../../services/get-prospect.ts';
import { buildSnoozeModal } from '../views/snooze-modal.ts';
import { buildSnoozeQuestion } from '../views/snooze-question.ts';

type Row = { prospectId: string; version: number };

/** The form that asks for the day and, for a promise, whether they agreed to it. */
export async function drawSnoozeForm(
  ctx: RepContext,
  { prospectId, version, on }: Row & { on: LocalDate | null },
): Promise<ModalView> {
  const prospect = await findOneProspect(ctx, prospectId);
  const form = {
    meta: { v: 1 as const, nonce: randomUUID(), prospectId, version },
    prospect,
    on,
    promised: prospect.standing.next?.promised ?? false,
  };
  return buildSnoozeModal(form, wordsFor(ctx.rep.locale));
}

/** "What is in the way?", for the third snooze in a row. */
export async function drawSnoozeQuestion(
  ctx: RepContext,
  { prospectId, version, on, agreed = null }: Row & { on: LocalDate; agreed?: boolean | null },
): Promise<ModalView> {
  const { nurtureDays } = await loadCadenceNumbers(ctx);
  const question = {
    meta: { v: 1 as const, nonce: randomUUID(), prospectId, version, on, agreed },
    prospect: await findOneProspect(ctx, prospectId),
    today: localDateOf(ctx.now, ctx.rep.zone),
    restDays: nurtureDays[0] ?? 0,
  };
  return buildSnoozeQuestion(question, wordsFor(ctx.rep.locale));
}
