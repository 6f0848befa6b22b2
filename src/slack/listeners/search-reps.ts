import type { Middleware, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { findReps } from '../../services/find-reps.ts';
import { actorOf } from '../identify.ts';
import { option } from '../views/blocks.ts';

const SHOWN = 50;

/** Type to search among those who can take over prospects. */
export const searchForRep: Middleware<SlackOptionsMiddlewareArgs<'block_suggestion'>> = async ({
  options,
  context,
  ack,
}) => {
  const reps = await findReps(actorOf(context), { query: options.value, limit: SHOWN });
  await ack({ options: reps.map(({ id, name }) => option(id, name)) });
};
