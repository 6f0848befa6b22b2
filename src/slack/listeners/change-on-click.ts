import type { BlockAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { RepContext } from '../../services/context.ts';
import { hashOf, type Json, once } from '../../services/once.ts';
import { changeThenRedraw } from '../after-change.ts';
import { receiptKeyOfAction } from '../receipt-key.ts';
import type { ListenerDeps } from './listener-deps.ts';

type Click = {
  ack: () => Promise<void>;
  body: BlockAction;
  client: WebClient;
  deps: ListenerDeps;
  /** What the button or menu carries. */
  value: { prospectId: string; [key: string]: Json };
};

/** Changes a prospect once for each click, acknowledges, and draws what shows it. */
export async function changeOnClick(
  ctx: RepContext,
  { ack, body, client, deps, value }: Click,
  verb: (inside: RepContext) => Promise<unknown>,
): Promise<void> {
  const receipt = { key: receiptKeyOfAction(body), hash: hashOf(value) };
  const change = async () => {
    await once(ctx, receipt, async (inside) => {
      await verb(inside);
      return null;
    });
    await ack();
  };
  const { prospectId } = value;
  await changeThenRedraw(ctx, { ...deps, client }, { prospectId, change });
}
