import { setTimeout as sleep } from 'node:timers/promises';
import { checkGates } from '../services/check-gates.ts';
import { claimDeliveries, IN_FLIGHT } from '../services/claim-deliveries.ts';
import { deliveryContext } from '../services/delivery-context.ts';
import { createLedgerDesk, type LedgerDesk } from '../services/ledger-desk.ts';
import { MATERIALISE_LIMIT, materialiseDue } from '../services/materialise-due.ts';
import { releaseClaims } from '../services/release-claims.ts';
import { type Repaired, repairDeliveries } from '../services/repair-deliveries.ts';
import type { Outcome } from '../services/settle-delivery.ts';
import { reconcile } from '../slack/send/reconcile.ts';
import { redrawWanted } from '../slack/send/redraw-delivery.ts';
import { type Assignment, STALE_CLAIM, sendDelivery } from '../slack/send/send-delivery.ts';
import type { SenderDeps } from '../slack/send/sender-deps.ts';
import { startStopwatch } from '../slack/send/stopwatch.ts';
import { type ClaimRoom, createClaimRoom } from './claim-room.ts';
import { createFlight, type Flight } from './flight.ts';
import { createTurnstile } from './turnstile.ts';
import { type ClockWatch, watchClock } from './watch-clock.ts';

/** Ends a pass that something keeps feeding; the next one goes on. */
const MAX_ROUNDS = 2_000;

export type SweepResult = {
  materialised: number;
  /** Attempts, and those of them that Slack confirmed. */
  attempted: number;
  sent: number;
  repaired: Repaired;
  looked: number;
  /** Some may go as soon as a workspace's allowance has room: the next pass should follow at once. */
  more: boolean;
};

export type Sweep = {
  /**
   * One whole pass. When it resolves without `more`, everything that was due when it was called and that
   * may be sent has been sent. Passes of one process follow each other; a pass rejects only when the database fails.
   */
  sweep(): Promise<SweepResult>;
  /** Machine time of the last sign of progress; null before the first. */
  lastSweepAt(): Date | null;
  /** How far this computer's clock is ahead of the database's, in milliseconds; null before the first pass. */
  clockSkewMs(): number | null;
  /** Stops claiming, waits for what is in flight, at most so long, and gives back what was not begun. */
  stop(waitMs: number): Promise<void>;
};

/** The sweep of one process; `name` says in the ledger whose claims are whose. */
export function createSweep(deps: SenderDeps, { name }: { name: string }): Sweep {
  const clock = watchClock(deps);
  const desk = createLedgerDesk(deps);
  const room = createClaimRoom({ most: IN_FLIGHT });
  const state: SweepState = { name, clock, desk, room, stopping: false, lastSweepAt: null };
  const turnstile = createTurnstile(() => sweepOnce(deps, state));
  return {
    sweep: turnstile.pass,
    lastSweepAt: () => state.lastSweepAt,
    clockSkewMs: clock.skewMs,
    async stop(waitMs) {
      state.stopping = true;
      await turnstile.settled(waitMs);
      await releaseClaims(deps, { claimedBy: name });
    },
  };
}

type SweepState = {
  name: string;
  clock: ClockWatch;
  desk: LedgerDesk;
  room: ClaimRoom;
  stopping: boolean;
  lastSweepAt: Date | null;
};

const NOTHING_DONE: SweepResult = {
  ...{ materialised: 0, attempted: 0, sent: 0, looked: 0, more: false },
  repaired: { released: 0, doubted: 0, expired: 0 },
};

async function sweepOnce(deps: SenderDeps, state: SweepState): Promise<SweepResult> {
  if (!(await state.clock.mayBeTrusted())) return NOTHING_DONE;
  const materialised = await materialiseAll(deps, state);
  const repaired = await repairDeliveries(await deliveryContext(deps));
  const { looked, ...sends } = await sendAndLook(deps, state);
  if (state.stopping) return { materialised, repaired, ...sends, looked, more: false };
  await redrawWanted(deps);
  state.lastSweepAt = await deps.clocks.machine();
  return { materialised, repaired, ...sends, looked };
}

async function materialiseAll(deps: SenderDeps, state: SweepState): Promise<number> {
  let total = 0;
  for (let round = 0; round < MAX_ROUNDS && !state.stopping; round++) {
    const { schedules, deliveries, faulty } = await materialiseDue(await deliveryContext(deps));
    for (const id of faulty) deps.onTrouble({ kind: 'schedule_faulty', error: id });
    total += deliveries;
    if (schedules < MATERIALISE_LIMIT) break;
  }
  return total;
}

/** Looks wait for no sends, which may take long: what is unclear is given up after a while. */
async function sendAndLook(deps: SenderDeps, state: SweepState) {
  const looking = state.stopping ? 0 : reconcile(deps);
  // Both end before either fails: the next pass must not begin above what is still under way.
  const [sends, looks] = await Promise.allSettled([sendAll(deps, state), looking]);
  if (sends.status === 'rejected') throw sends.reason;
  if (looks.status === 'rejected') throw looks.reason;
  return { ...sends.value, looked: looks.value };
}

/** Waits for an allowance at most so many of its steps: other work of a pass must not wait for one workspace. */
const PACED_STEPS = 20;

async function sendAll(deps: SenderDeps, state: SweepState) {
  const count = { attempted: 0, sent: 0, more: false };
  const flight = createFlight();
  try {
    await claimOn(deps, { state, count, flight });
  } finally {
    // Also when the database fails: the next pass must not begin above what is still under way.
    await flight.until(0);
  }
  return count;
}

type Sending = {
  state: SweepState;
  count: { attempted: number; sent: number; more: boolean };
  flight: Flight;
};

/** Claims and sends until nothing is left that may be sent, or that what is left must wait too long for. */
async function claimOn(deps: SenderDeps, { state, count, flight }: Sending): Promise<void> {
  let waits = 0;
  for (let round = 0; round < MAX_ROUNDS && !state.stopping; round++) {
    const most = state.room.size();
    await flight.until(Math.floor(most / 2));
    // Told to stop while it waited: what is left is another process's.
    if (state.stopping) return;
    const claimed = await claim(deps, { state, limit: most - flight.size() });
    count.more = claimed.held;
    for (const assignment of claimed.assignments) {
      count.attempted += 1;
      flight.board(
        sendOne(deps, assignment).then((outcome) => {
          if (outcome?.kind === 'sent') count.sent += 1;
          noteRoom(state.room, outcome, claimed.assignments.length);
        }),
      );
    }
    if (claimed.assignments.length > 0) continue;
    if (flight.size() === 0 && (!claimed.held || waits++ >= PACED_STEPS)) return;
    // What ends makes room for another of its workspace; an allowance has room again after a step.
    const step = claimed.held ? [sleep(deps.timings.sendEveryMs)] : [];
    await Promise.race([...step, ...(flight.size() > 0 ? [flight.anyLanded()] : [])]);
  }
}

function noteRoom(room: ClaimRoom, outcome: Outcome | null, together: number): void {
  if (outcome?.kind === 'sent') room.wasInTime();
  if (outcome === STALE_CLAIM) room.wasLate(together);
}

/** Claims what there is room for, with all that is read at the moment of the claim. */
async function claim(
  deps: SenderDeps,
  { state, limit }: { state: SweepState; limit: number },
): Promise<{ assignments: Assignment[]; held: boolean }> {
  const watch = startStopwatch();
  const ctx = await deliveryContext(deps);
  const { deliveries, held } = await claimDeliveries(ctx, { claimedBy: state.name, limit });
  state.lastSweepAt = ctx.machineNow;
  const gates = await checkGates(ctx, deliveries);
  const { desk } = state;
  const assignments = deliveries.flatMap((delivery, place) => {
    const gate = gates[place];
    return gate ? [{ delivery, gate, ctx, watch, desk }] : [];
  });
  return { assignments, held };
}

/** Whatever goes wrong with one delivery leaves it to its lease and the others alone. */
async function sendOne(deps: SenderDeps, assignment: Assignment): Promise<Outcome | null> {
  try {
    return await sendDelivery(deps, assignment);
  } catch (error) {
    const { workspaceId, id: deliveryId, subjectKey } = assignment.delivery;
    const name = error instanceof Error ? error.name : 'unknown';
    deps.onTrouble({ kind: 'sweep_failed', workspaceId, deliveryId, subjectKey, error: name });
    return null;
  }
}
