import { type Beginning, beginSend, type WantedSend } from './begin-send.ts';
import { type DeliveryContext, type DeliveryDeps, deliveryContext } from './delivery-context.ts';
import { createGathering, createTurns } from './gathering.ts';
import { type Attempt, isPlain, settleDelivery, settlePlain } from './settle-delivery.ts';

/** Where the sends of one process write into the ledger. */
export type LedgerDesk = {
  /** Commits this send's intent, in a transaction of its own. */
  begin(wanted: WantedSend): Promise<Beginning>;
  /** Writes what became of an attempt; false when the claim was no longer the sender's. */
  settle(attempt: Attempt): Promise<boolean>;
};

/** At most so many ends in one statement: a few milliseconds of work. */
const TOGETHER = 100;

/**
 * Shares between sends that run at once what may be shared. Each intent is committed by itself, for it
 * is the promise that nothing is repeated; intents of one workspace take turns, for they would wait
 * for each other's row all the same. Plain ends are written together: until then the row says
 * `sending`, and a crash leaves it to the reconciler as it does between an answer and its own commit.
 */
export function createLedgerDesk(deps: DeliveryDeps): LedgerDesk {
  const moments = createGathering<null, DeliveryContext>(
    async (asked) => {
      const moment = await deliveryContext(deps);
      return asked.map(() => moment);
    },
    { most: Number.MAX_SAFE_INTEGER },
  );
  const inTurn = createTurns<number>();
  const settleSoon = createGathering<Attempt, boolean>(
    async (attempts) => settlePlain(await moments(null), attempts),
    { most: TOGETHER },
  );
  const settleAlone = async (attempt: Attempt) => settleDelivery(await moments(null), attempt);
  return {
    begin: (wanted) =>
      inTurn(wanted.delivery.workspaceId, async () => beginSend(await moments(null), wanted)),
    // What fails together, one row's fault perhaps, is tried one by one.
    settle: (attempt) =>
      isPlain(attempt.outcome)
        ? settleSoon(attempt).catch(() => settleAlone(attempt))
        : settleAlone(attempt),
  };
}
