import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { deliveries } from '../../src/db/schema.ts';
import { createSweep } from '../../src/jobs/sweep.ts';
import { useDatabase } from '../support/database.ts';
import { createSenderDeps, TestClock } from '../support/delivery-machine.ts';
import { createPlannedRep } from '../support/planned-rep.ts';
import { type HeldCall, useSlackStub } from '../support/slack-stub.ts';

const database = useDatabase();
const stub = useSlackStub();

/** Resolves when no further call has come in for a moment. */
async function allCameIn(held: readonly HeldCall[]): Promise<void> {
  for (let known = -1; known !== held.length || known === 0; await sleep(60)) {
    known = held.length;
  }
}

test('case 72: three hundred due while Slack takes 14 seconds a call overrun no lease', async () => {
  const { db } = database;
  const clock = new TestClock('2026-11-17T07:30:00Z');
  const slack = stub.fresh(() => clock.machine);
  for (let home = 0; home < 60; home++) {
    const { workspace } = await createPlannedRep(db, { slackDmId: `D${home}A` });
    const others = ['B', 'C', 'D', 'E'].map((letter) =>
      createPlannedRep(db, { workspace, slackDmId: `D${home}${letter}` }),
    );
    await Promise.all(others);
  }
  const held = slack.hold('chat.postMessage');
  const sweeps = ['one', 'two'].map((name) =>
    createSweep(createSenderDeps(db, { slack, clock, callMs: 30_000 }), { name }),
  );
  let done = false;
  const all = Promise.all(sweeps.map(({ sweep }) => sweep())).finally(() => {
    done = true;
  });

  while (!done) {
    await Promise.race([allCameIn(held), all]);
    // What is in flight is answered 14 seconds after it was asked.
    clock.advance(14);
    for (const call of held.splice(0)) call.goOn();
  }

  const rows = await db.select().from(deliveries);
  expect(rows).toHaveLength(300);
  expect(rows.filter(({ state, attempts }) => state !== 'sent' || attempts !== 1)).toEqual([]);
  expect(new Set(slack.messages.map(({ deliveryId }) => deliveryId)).size).toBe(300);
  expect(slack.messages).toHaveLength(300);
}, 90_000);
