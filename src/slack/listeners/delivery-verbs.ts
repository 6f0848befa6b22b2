import { InvalidError } from '../../domain/errors.ts';
import { addDays, isLocalDate, type LocalDate } from '../../domain/local-date.ts';
import { instantOf, localDateOf } from '../../domain/zone.ts';
import type { RepContext } from '../../services/context.ts';
import { loadDeliveryStatus } from '../../services/load-delivery-status.ts';
import { FOR_NOW, pauseWorkspace, resumeWorkspace } from '../../services/pause-workspace.ts';
import { buildDeliveryStatus, buildPaused, buildResumed } from '../views/delivery-status.ts';
import type { Message } from '../views/digest-message.ts';

/** What managers can do about scheduled messages. */
export const DELIVERY_VERBS = [
  {
    name: 'status',
    usage: 'status',
    summary: 'what was sent today and what was not (managers)',
    answers: answerStatus,
  },
  {
    name: 'pause',
    usage: 'pause [until YYYY-MM-DD]',
    summary: 'no scheduled messages (managers)',
    answers: answerPause,
  },
  {
    name: 'resume',
    usage: 'resume',
    summary: 'scheduled messages again (managers)',
    answers: answerResume,
  },
];

async function answerStatus(ctx: RepContext): Promise<Message> {
  const { zone } = ctx.rep;
  const status = await loadDeliveryStatus(ctx);
  return buildDeliveryStatus({ ...status, zone, today: localDateOf(ctx.now, zone) });
}

async function answerPause(ctx: RepContext, rest: string): Promise<Message> {
  const { zone } = ctx.rep;
  const today = localDateOf(ctx.now, zone);
  const on = readUntil(rest, today);
  const until = on === null ? null : instantOf(on, '00:00', zone);
  await pauseWorkspace(ctx, { until: until ?? FOR_NOW });
  return buildPaused(until, { zone, today });
}

async function answerResume(ctx: RepContext): Promise<Message> {
  await resumeWorkspace(ctx);
  return buildResumed();
}

/** The first day on which messages go out again; null when none is named. */
function readUntil(rest: string, today: LocalDate): LocalDate | null {
  const word = rest
    .trim()
    .toLowerCase()
    .replace(/^until\s+/, '');
  if (word === '') return null;
  if (word === 'tomorrow') return addDays(today, 1);
  if (isLocalDate(word) && word > today) return word;
  throw new InvalidError(
    () =>
      `Until when? Write a day after today, like /followup pause until ${addDays(today, 7)}, or tomorrow.`,
  );
}
