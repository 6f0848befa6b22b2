import type { LoggedTouch } from '../domain/logged-touch.ts';
import { labelOf } from '../domain/prospect.ts';
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
    nextUp: next ? { prospectId: next.prospect.id, label: labelOf(next.prospect) } : null,
  };
}
