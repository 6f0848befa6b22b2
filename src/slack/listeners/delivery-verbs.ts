import { InvalidError } from '../../domain/errors.ts';
import { addDays, isLocalDate, type LocalDate } from '../../domain/local-date.ts';
import { wordsFor } from '../../domain/words/words.ts';
import { instantOf, localDateOf } from '../../domain/zone.ts';
import type { RepContext } from '../../services/context.ts';
import { loadDeliveryStatus } from '../../services/load-delivery-status.ts';
import { FOR_NOW, pauseWorkspace, resumeWorkspace } from '../../services/pause-workspace.ts';
import { buildDeliveryStatus, buildPaused, buildResumed } from '../views/delivery-status.ts';
import type { Message } from '../views/digest-message.ts';
import type { CommandVerb } from './command-verb.ts';

/** What managers can do about scheduled messages. */
export const DELIVERY_VERBS: readonly CommandVerb[] = [
  {
    name: 'status',
    group: 'managers',
    answers: answerStatus,
  },
  {
    name: 'pause',
    group: 'managers',
    answers: answerPause,
  },
  {
    name: 'resume',
    group: 'managers',
    answers: answerResume,
  },
];

async function answerStatus(ctx: RepContext): Promise<Message> {
  const { zone } = ctx.rep;
  const status = await loadDeliveryStatus(ctx);
  const today = localDateOf(ctx.now, zone);
  return buildDeliveryStatus({ ...status, zone, today }, wordsFor(ctx.rep.locale));
}

async function answerPause(ctx: RepContext, rest: string): Promise<Message> {
  const { zone } = ctx.rep;
  const today = localDateOf(ctx.now, zone);
  const on = readUntil(rest, today);
  const until = on === null ? null : instantOf(on, '00:00', zone);
  await pauseWorkspace(ctx, { until: until ?? FOR_NOW });
  return buildPaused(until, { zone, today, words: wordsFor(ctx.rep.locale) });
}

async function answerResume(ctx: RepContext): Promise<Message> {
  await resumeWorkspace(ctx);
  return buildResumed(wordsFor(ctx.rep.locale));
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
  throw new InvalidError(({ status }) => status.untilWhen(addDays(today, 7)));
}
