import {
  type Beginning,
  beginSend,
  beginTogether,
  isFirst,
  type WantedSend,
} from './begin-send.ts';
import { type DeliveryContext, type DeliveryDeps, deliveryContext } from './delivery-context.ts';
import { createGathering, createTurns } from './gathering.ts';
import { type Attempt, isPlain, settleDelivery, settlePlain } from './settle-delivery.ts';

/** Where the sends of one process write into the ledger. */
export type LedgerDesk = {
  /** Commits this send's intent before it answers. */
  begin(wanted: WantedSend): Promise<Beginning>;
  /** Writes what became of an attempt; false when the claim was no longer the sender's. */
  settle(attempt: Attempt): Promise<boolean>;
};

/** At most so many in one statement: a few milliseconds of work. */
const TOGETHER = 100;

/**
 * Shares between sends that run at once what may be shared. Intents that are ready in the same moment
 * are committed in one statement, and none of their calls begins before that. Plain ends are written
 * together: until then the row says `sending`, and a crash leaves it to the reconciler as it does
 * between an answer and its own commit. What stands apart takes turns in its workspace, for it would
 * wait for the workspace's row all the same.
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
  const beginSoon = createGathering<WantedSend, boolean>(
    async (wanted) => beginTogether(await moments(null), wanted),
    { most: TOGETHER },
  );
  const beginApart = (wanted: WantedSend) =>
    inTurn(wanted.delivery.workspaceId, async () => beginSend(await moments(null), wanted));
  const settleSoon = createGathering<Attempt, boolean>(
    async (attempts) => settlePlain(await moments(null), attempts),
    { most: TOGETHER },
  );
  const settleApart = async (attempt: Attempt) => settleDelivery(await moments(null), attempt);
  // What fails together, one row's fault perhaps, is tried one by one.
  return {
    async begin(wanted) {
      const begun = isFirst(wanted) && (await beginSoon(wanted).catch(() => false));
      return begun ? { kind: 'begun' } : beginApart(wanted);
    },
    settle: (attempt) =>
      isPlain(attempt.outcome)
        ? settleSoon(attempt).catch(() => settleApart(attempt))
        : settleApart(attempt),
  };
}
