import {
  type DeliveryKey,
  endRedrawTurn,
  listWantedRedraws,
  postponeRedraw,
  type RedrawTurn,
  takeRedrawTurn,
  wantRedraw,
} from '../db/delivery-redraws.ts';
import type { WorkspaceContext } from './context.ts';
import { after, type DeliveryContext } from './delivery-context.ts';

export type { DeliveryKey, RedrawTurn };
/** A turn with the lease that its end has to name. */
export type HeldTurn = RedrawTurn & { leaseUntil: Date };

const AT_A_TIME = 50;
/** Nobody reads an older message, so one that cannot be drawn is not tried for ever. */
const REDRAW_FOR_MS = 24 * 3_600_000;

/**
 * Asks that a sent message be drawn anew. Call it in the transaction of the change: the request then
 * outlives a crash, and whoever draws next draws what is committed.
 */
export async function requestRedraw(
  { db, workspaceId }: Pick<WorkspaceContext, 'db' | 'workspaceId'>,
  deliveryId: string,
): Promise<boolean> {
  return wantRedraw(db, { workspaceId, deliveryId });
}

/** The right to draw one message, alone among all replicas; null when somebody has it or nobody asked. */
export async function takeTurn(
  { db, timings, machineNow }: DeliveryContext,
  key: DeliveryKey,
): Promise<HeldTurn | null> {
  const leaseUntil = after(machineNow, timings.leaseMs);
  const turn = await takeRedrawTurn(db, { key, now: machineNow, leaseUntil });
  return turn && { ...turn, leaseUntil };
}

export async function endTurn({ db }: DeliveryContext, turn: HeldTurn): Promise<void> {
  const { leaseUntil, wanted: shown } = turn;
  await endRedrawTurn(db, { key: keyOf(turn), shown, leaseUntil });
}

/** Leaves the message as it stands for a while: Slack could not be reached or said "later". */
export async function postponeTurn(
  { db, machineNow }: DeliveryContext,
  { turn, waitMs }: { turn: HeldTurn; waitMs: number },
): Promise<void> {
  const until = after(machineNow, waitMs);
  await postponeRedraw(db, { key: keyOf(turn), leaseUntil: turn.leaseUntil, until });
}

/** Messages whose drawing was asked for and did not happen. */
export async function listRedraws(
  ctx: DeliveryContext,
  scope: { workspaceId?: number } = {},
): Promise<DeliveryKey[]> {
  const since = after(ctx.now, -REDRAW_FOR_MS);
  return listWantedRedraws(ctx.db, { ...scope, now: ctx.machineNow, since, limit: AT_A_TIME });
}

function keyOf({ workspaceId, id }: RedrawTurn): DeliveryKey {
  return { workspaceId, deliveryId: id };
}
