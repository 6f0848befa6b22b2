import { setTimeout as sleep } from 'node:timers/promises';
import { DELIVERY_TIMINGS } from '../src/domain/delivery.ts';
import { addDays } from '../src/domain/local-date.ts';
import { MONDAY_TO_FRIDAY, workingDayFrom } from '../src/domain/working-days.ts';
import { createFlight } from '../src/jobs/flight.ts';
import { beginTogether, type WantedSend } from '../src/services/begin-send.ts';
import { checkGates } from '../src/services/check-gates.ts';
import { claimDeliveries, IN_FLIGHT } from '../src/services/claim-deliveries.ts';
import { databaseClocks } from '../src/services/clocks.ts';
import { type DeliveryDeps, deliveryContext } from '../src/services/delivery-context.ts';
import { createTurns } from '../src/services/gathering.ts';
import { createLedgerDesk } from '../src/services/ledger-desk.ts';
import { MATERIALISE_LIMIT, materialiseDue } from '../src/services/materialise-due.ts';
import { POOL_CONNECTIONS } from './bench-database.ts';
import { type Counts, openCounted } from './counted-database.ts';

export type LedgerRun = { seconds: number; planSeconds: number; counts: Counts };

/** As production commits the intents of sends that run at once, or each in a commit of its own. */
export type Intents = 'together' | 'alone';

/** One day's messages from the schedule to `sent`, as a sweep takes them, but for content and Slack. */
export async function runLedger(
  url: string,
  { jobs, day, intents }: { jobs: number; day: number; intents: Intents },
): Promise<LedgerRun> {
  // The run before this one has used the allowances up.
  await sleep(DELIVERY_TIMINGS.sendBurst * DELIVERY_TIMINGS.sendEveryMs);
  const { db, counts, close } = openCounted(url, { connections: POOL_CONNECTIONS });
  const now = dueOn(day);
  const clocks = { ...databaseClocks(db), business: async () => now };
  const deps = { db, clocks, timings: DELIVERY_TIMINGS };
  const started = performance.now();
  while ((await materialiseDue(await deliveryContext(deps))).schedules === MATERIALISE_LIMIT);
  const planned = performance.now();

  const desk = createLedgerDesk(deps);
  const begin = intents === 'together' ? desk.begin : beginAlone(deps);
  const flight = createFlight();
  let sent = 0;
  const send = async (delivery: Parameters<typeof desk.settle>[0]['delivery']) => {
    const slackChannelId = `D${delivery.id}`;
    const { kind } = await begin({ delivery, slackChannelId, items: [] });
    if (kind !== 'begun') throw new Error(`A send did not begin: ${kind}.`);
    const outcome = { kind: 'sent' as const, slackChannelId, slackTs: `17.${delivery.id}` };
    if (!(await desk.settle({ delivery, outcome }))) throw new Error('A send was not settled.');
    sent += 1;
  };
  while (sent < jobs) {
    await flight.until(IN_FLIGHT / 2);
    const ctx = await deliveryContext(deps);
    const limit = IN_FLIGHT - flight.size();
    const { deliveries } = await claimDeliveries(ctx, { claimedBy: 'bench', limit });
    const gates = await checkGates(ctx, deliveries);
    if (gates.some(({ kind }) => kind !== 'open')) throw new Error('A gate is closed.');
    for (const delivery of deliveries) flight.board(send(delivery));
    if (deliveries.length === 0 && flight.size() > 0) await flight.anyLanded();
  }
  const ended = performance.now();
  await close();
  return { seconds: (ended - started) / 1000, planSeconds: (planned - started) / 1000, counts };
}

/** Each intent in a commit of its own; those of one workspace follow each other. */
function beginAlone(deps: DeliveryDeps) {
  const inTurn = createTurns<number>();
  return (wanted: WantedSend) =>
    inTurn(wanted.delivery.workspaceId, async () => {
      const [begun] = await beginTogether(await deliveryContext(deps), [wanted]);
      return { kind: begun ? 'begun' : 'lost' };
    });
}

/** Half past eight in Berlin, so many working days after Tuesday 17 November. */
function dueOn(day: number): Date {
  const calendar = { weekdays: MONDAY_TO_FRIDAY, daysOff: new Set<string>() };
  let on = '2026-11-17';
  for (let passed = 0; passed < day; passed++) on = workingDayFrom(addDays(on, 1), calendar);
  return new Date(`${on}T07:30:00Z`);
}
