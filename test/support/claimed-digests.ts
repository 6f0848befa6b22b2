import { eq, sql } from 'drizzle-orm';
import type { Db } from '../../src/db/client.ts';
import { deliveries, sendState } from '../../src/db/schema.ts';
import { DELIVERY_TIMINGS, type DeliveryItem } from '../../src/domain/delivery.ts';
import { claimDeliveries } from '../../src/services/claim-deliveries.ts';
import { materialiseDue } from '../../src/services/materialise-due.ts';
import { createProspect } from './factories.ts';
import { createPlannedRep } from './planned-rep.ts';

/** Three claimed digests of one workspace, rows one could show, and how far its allowance is used. */
export async function claimThree(db: Db) {
  await db.update(deliveries).set({ nextAttemptAt: new Date('2100-01-01T00:00:00Z') });
  const { workspace, workspaceId, rep } = await createPlannedRep(db);
  for (let index = 1; index < 3; index++) await createPlannedRep(db, { workspace });
  const machineNow = new Date('2026-11-01T00:00:00Z');
  const now = new Date('2026-11-17T07:30:00Z');
  const ctx = { db, timings: DELIVERY_TIMINGS, now, machineNow };
  await materialiseDue(ctx);
  const rowAt = async (position: number): Promise<DeliveryItem> => {
    const { id: prospectId } = await createProspect(db, rep);
    return { position, prospectId, section: 'overdue', drawnOn: '2026-11-17', drawnVersion: 1 };
  };
  const rows = [await rowAt(0), await rowAt(1)];
  const { deliveries: claimed } = await claimDeliveries(ctx, { claimedBy: 'one' });
  const stepsUsed = async () => {
    const where = eq(sendState.workspaceId, workspaceId);
    const [state] = await db.select().from(sendState).where(where);
    const usedMs = (state?.pacedUntil.getTime() ?? machineNow.getTime()) - machineNow.getTime();
    return usedMs / DELIVERY_TIMINGS.sendEveryMs;
  };
  return { ctx, workspaceId, claimed, rows, stepsUsed };
}

/** Resolves when so many statements wait for somebody else's row. */
export async function untilWaiting(db: Db, statements: number): Promise<void> {
  for (;;) {
    const waiting = await db.execute(
      sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (waiting.length >= statements) return;
  }
}
