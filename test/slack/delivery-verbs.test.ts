import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries, reps, workspaces } from '../../src/db/schema.ts';
import { databaseClocks } from '../../src/services/clocks.ts';
import { addUser, commandBy, useApp } from '../support/app.ts';
import { sendSigned } from '../support/signed.ts';

/** Nine in the morning in Berlin on Tuesday 17 November. */
const NOW = new Date('2026-11-17T08:00:00Z');
const bot = useApp({
  clocks: (db) => ({ ...databaseClocks(db), business: async () => NOW }),
});

async function say(userId: string, text: string): Promise<string> {
  const response = await sendSigned(
    bot.events,
    commandBy(userId, { text, trigger_id: `${userId}-${text}-${Math.random()}` }),
  );
  return response.text();
}

/** Somebody who has used the bot; a manager unless told. */
async function join(userId: string, name: string, isManager = true) {
  addUser(bot.slack, userId, {
    profile: { real_name: name, email: `${userId}@northwind.example` },
  });
  await say(userId, 'help');
  const [rep] = await bot.db
    .update(reps)
    .set({ isManager })
    .where(eq(reps.slackUserId, userId))
    .returning();
  if (!rep) throw new Error('nobody joined');
  return rep;
}

async function addDigest(
  rep: { workspaceId: number; id: string },
  end: Pick<typeof deliveries.$inferInsert, 'state' | 'reason' | 'slackTs' | 'finishedAt'>,
) {
  const dueAt = new Date('2026-11-17T07:30:00Z');
  await bot.db.insert(deliveries).values({
    ...{ workspaceId: rep.workspaceId, kind: 'digest', subjectKey: `rep:${rep.id}` },
    ...{ occurrenceKey: '2026-11-17', zone: 'Europe/Berlin', dueAt, nextAttemptAt: dueAt },
    ...{ expiresAt: new Date('2026-11-17T11:30:00Z'), createdAt: dueAt, ...end },
  });
}

test('status says in plain words what went out and what did not', async () => {
  const manager = await join('UMGR', 'Mia Lund');
  const ana = await join('UANA', 'Ana Silva', false);
  const finishedAt = new Date('2026-11-17T07:31:00Z');
  expect(await say('UMGR', 'status')).toContain('No notice went out. 2 still under way.');
  await addDigest(manager, { state: 'sent', slackTs: '1.1', finishedAt });
  await addDigest(ana, { state: 'skipped', reason: 'away', finishedAt });

  const text = await say('UMGR', 'status');

  expect(text).toContain('1 of 2 digests went out by 08:31.');
  expect(text).toContain('1 skipped: Ana Silva (away).');
});

test('pause stops scheduled messages up to a day, and resume ends it', async () => {
  const { workspaceId } = await join('UPAUSE', 'Sam Okafor');
  const pausedUntil = async () => {
    const [row] = await bot.db.select().from(workspaces).where(eq(workspaces.id, workspaceId));
    return row?.pausedUntil;
  };

  expect(await say('UPAUSE', 'pause until 2026-11-20')).toContain('Paused until Fri 20 Nov');
  expect(await pausedUntil()).toEqual(new Date('2026-11-19T23:00:00Z'));
  expect(await say('UPAUSE', 'status')).toContain('Paused until Fri 20 Nov.');
  expect(await say('UPAUSE', 'pause')).toContain('Paused: no digests');
  expect(await say('UPAUSE', 'status')).toContain('Paused. /followup resume ends it.');
  expect(await say('UPAUSE', 'resume')).toContain('go out again');
  expect(await pausedUntil()).toEqual(NOW);
  expect(await say('UPAUSE', 'status')).not.toContain('Paused');
});

test('refuses a day that is over, and whoever is no manager', async () => {
  await join('UBOSS', 'Kim Park');
  await join('UREP', 'Ben Roth', false);

  expect(await say('UBOSS', 'pause 2026-11-17')).toContain('a day after today');
  for (const text of ['pause', 'resume', 'status']) {
    expect(await say('UREP', text)).toContain('Only a manager can');
  }
});
