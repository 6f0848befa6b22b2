import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';

/** Opens a window for a click: on top of the one it came from, for App Home and messages are none. */
export async function showWindow(
  client: WebClient,
  body: Pick<BlockAction, 'trigger_id' | 'view'>,
  view: ModalView,
): Promise<void> {
  const opening = { trigger_id: body.trigger_id, view };
  if (body.view?.type === 'modal') await client.views.push(opening);
  else await client.views.open(opening);
}
