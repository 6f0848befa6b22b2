import type { BlockAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt';
import { InvalidError } from '../../domain/errors.ts';
import { isOvertaken } from '../errors/is-overtaken.ts';
import { actorOf } from '../identify.ts';
import { buildLogTouchModal } from '../views/log-touch/build-log-touch.ts';
import { readLogTouchMeta } from '../views/log-touch/meta.ts';
import { readLogTouchChoices, readLogTouchEntries } from '../views/log-touch/read-log-touch.ts';
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
  if (!view || !meta)
    throw new InvalidError(() => 'This form is too old. Close it and open a new one.');
  const form = await drawLogForm(actorOf(context), {
    meta,
    ...readLogTouchChoices(view.state.values),
    initial: readLogTouchEntries(view.state.values),
  });
  await client.views
    .update({ view_id: view.id, hash: view.hash, view: buildLogTouchModal(form) })
    .catch((error: unknown) => {
      if (!isOvertaken(error)) throw error;
    });
};
