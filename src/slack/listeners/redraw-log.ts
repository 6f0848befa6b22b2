import type { BlockAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt';
import { InvalidError } from '../../domain/errors.ts';
import { wordsFor } from '../../domain/words/words.ts';
import { actorOf } from '../identify.ts';
import { redrawForm } from '../redraw-form.ts';
import { buildLogTouchModal } from '../views/log-touch/build-log-touch.ts';
import { readLogTouchMeta } from '../views/log-touch/meta.ts';
import { readLogTouchChoices, withEntries } from '../views/log-touch/read-log-touch.ts';
import { drawLogForm } from './open-log.ts';

/** Prospect or outcome was chosen: the same form again, with its advice and the inputs that go with it. */
export const redrawLogForm: Middleware<SlackActionMiddlewareArgs<BlockAction>> = async ({
  body,
  context,
  client,
  ack,
}) => {
  await ack();
  const { view } = body;
  const meta = view && readLogTouchMeta(view.private_metadata);
  if (!view || !meta) throw new InvalidError(({ faults }) => faults.formTooOld);
  const ctx = actorOf(context);
  await redrawForm(ctx, { body, view, client }, async () => {
    const form = await drawLogForm(ctx, {
      ...withEntries(meta, view.state.values),
      ...readLogTouchChoices(view.state.values),
    });
    return buildLogTouchModal(form, wordsFor(ctx.rep.locale));
  });
};
