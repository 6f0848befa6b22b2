import { isToCallNow } from '../domain/first-to-call.ts';
import type { LoggedTouch } from '../domain/logged-touch.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from '../services/context.ts';
import { loadDay, loadNames } from '../services/load-day.ts';
import type { AnswerModel } from './views/touch-answer.ts';

/** Everything the answer to a logged touch says, whom to chase next included. */
export async function loadAnswer(ctx: RepContext, logged: LoggedTouch): Promise<AnswerModel> {
  const { rep, now } = ctx;
  const day = await loadDay(ctx);
  const next = day.due.find((row) => row.prospect.id !== logged.prospect.id);
  return {
    logged,
    today: localDateOf(now, rep.zone),
    zone: rep.zone,
    nameOf: await loadNames(ctx),
    nextUp: next ? { prospect: next.prospect, isCall: isToCallNow(next, now) } : null,
  };
}
