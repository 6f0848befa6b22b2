import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { RepContext } from '../services/context.ts';
import { isLastFormTurn, noteFormTurn } from '../services/form-turns.ts';
import { hasSlackError, isOvertaken } from './errors/is-overtaken.ts';

/**
 * Draws a form anew after something was chosen in it. Of two choices at once the later one, which
 * knows both, wins: its drawing is put over that of the earlier one, never the other way round.
 */
export async function redrawForm(
  ctx: RepContext,
  {
    body,
    view,
    client,
  }: { body: BlockAction; view: { id: string; hash: string }; client: WebClient },
  draw: () => Promise<ModalView>,
): Promise<void> {
  const turn = { viewId: view.id, moment: body.actions[0]?.action_ts ?? '' };
  await noteFormTurn(ctx, turn);
  const drawn = { view_id: view.id, view: await draw() };
  const onlyIfOpen = (error: unknown) => {
    if (!isOvertaken(error)) throw error;
  };
  await client.views.update({ ...drawn, hash: view.hash }).catch(async (error: unknown) => {
    if (!hasSlackError(error, 'hash_conflict')) return onlyIfOpen(error);
    if (await isLastFormTurn(ctx, turn)) await client.views.update(drawn).catch(onlyIfOpen);
  });
}
