import { expect, test } from 'vitest';
import { createSweep } from '../../../src/jobs/sweep.ts';
import { requestRedraw } from '../../../src/services/redraw-turns.ts';
import { redrawDelivery } from '../../../src/slack/send/redraw-delivery.ts';
import { useDatabase } from '../../support/database.ts';
import { createSenderDeps, TestClock } from '../../support/delivery-machine.ts';
import { readLedger } from '../../support/ledger.ts';
import { createPlannedRep } from '../../support/planned-rep.ts';
import { useSlackStub } from '../../support/slack-stub.ts';

const database = useDatabase();
const stub = useSlackStub();

/** A digest that stands in Slack, and a value that its drawing shows. */
async function setUp() {
  const { db } = database;
  const clock = new TestClock('2026-11-17T07:30:00Z');
  const slack = stub.fresh(() => clock.machine);
  const { workspaceId } = await createPlannedRep(db, { slackDmId: 'D1' });
  const deps = createSenderDeps(db, { slack, clock });
  const screen = { text: 'digest', beforeDrawing: async () => {} };
  deps.redrawers = {
    digest: async () => {
      const { text } = screen;
      await screen.beforeDrawing();
      return { text, blocks: [] };
    },
  };
  const { sweep } = createSweep(deps, { name: 'one' });
  await sweep();
  const [row] = await readLedger(db, workspaceId);
  if (!row) throw new Error('nothing was sent');
  const key = { workspaceId, deliveryId: row.id };
  const request = () => requestRedraw({ db, workspaceId }, row.id);
  return { db, clock, slack, deps, screen, sweep, key, request };
}

test('a message is redrawn in place when it was asked for', async () => {
  const { slack, deps, screen, key, request } = await setUp();

  await redrawDelivery(deps, key);
  expect(slack.callsOf('chat.update')).toEqual([]);
  screen.text = '1 of 7 done';
  await request();
  await redrawDelivery(deps, key);

  expect(slack.messages.map(({ text }) => text)).toEqual(['1 of 7 done']);
});

test('a change during a drawing is drawn by the same hand, and last', async () => {
  const { slack, deps, screen, key, request } = await setUp();
  await request();
  screen.text = '1 of 7 done';
  screen.beforeDrawing = async () => {
    screen.beforeDrawing = async () => {};
    screen.text = '2 of 7 done';
    await request();
    await redrawDelivery(deps, key);
  };

  await redrawDelivery(deps, key);

  const drawn = slack.callsOf('chat.update').map(({ text }) => text);
  expect(drawn).toEqual(['1 of 7 done', '2 of 7 done']);
});

test('a drawing that Slack puts off is done by a later sweep', async () => {
  const { clock, slack, deps, screen, sweep, key, request } = await setUp();
  slack.fail({ method: 'chat.update', kind: 'rate_limited', retryAfter: '30' });
  await request();
  screen.text = '1 of 7 done';
  await redrawDelivery(deps, key);
  await sweep();
  expect(slack.messages.map(({ text }) => text)).toEqual(['digest 2026-11-17']);

  clock.advance(31);
  await sweep();

  expect(slack.messages.map(({ text }) => text)).toEqual(['1 of 7 done']);
});

test('case 67: a message that somebody deleted is neither drawn for ever nor posted again', async () => {
  const { slack, deps, sweep, key, request } = await setUp();
  slack.messages.length = 0;
  await request();

  await redrawDelivery(deps, key);
  await sweep();

  expect(slack.callsOf('chat.update')).toHaveLength(1);
  expect(slack.messages).toEqual([]);
});
