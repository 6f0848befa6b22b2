import { expect, test } from 'vitest';
import { findProspect } from '../../src/db/prospects.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { refreshPerson } from '../../src/services/refresh-person.ts';
import { undoTouch } from '../../src/services/undo-touch.ts';
import { acting, createSalesTeam, TUESDAY } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();

test('a rep who moves to another zone keeps the instants, on the days they have there', async () => {
  const { db } = database;
  const { workspace, ana, ben } = await createSalesTeam(db);
  const lateInBerlin = { nextOn: '2026-11-20', nextAt: new Date('2026-11-20T21:00:00Z') };
  const timed = await createProspect(db, ana, { promised: true, ...lateInBerlin });
  const untimed = await createProspect(db, ana, { nextOn: '2026-11-20' });
  const bens = await createProspect(db, ben, lateInBerlin);

  await moveToTokyo(ana);

  const nextOf = async ({ id }: { id: string }) =>
    (await findProspect(db, { workspaceId: workspace.id, prospectId: id }))?.standing.next;
  expect(await nextOf(timed)).toMatchObject({ on: '2026-11-21', at: lateInBerlin.nextAt });
  expect((await nextOf(untimed))?.on).toBe('2026-11-20');
  expect((await nextOf(bens))?.on).toBe('2026-11-20');
});

test('what is undone after the move has its day there too', async () => {
  const { db } = database;
  const { ana } = await createSalesTeam(db);
  const { id: prospectId } = await createProspect(db, ana, {
    ...{ promised: true, nextOn: '2026-11-20', nextAt: new Date('2026-11-20T21:00:00Z') },
  });
  const yes = { prospectId, channel: 'call', outcome: 'yes' } as const;
  const { touch } = await logTouch(acting(db, ana), yes);
  await moveToTokyo(ana);

  const { prospect } = await undoTouch(acting(db, ana), { touchId: touch.id });

  expect(prospect.standing.next).toMatchObject({ on: '2026-11-21', promised: true });
});

async function moveToTokyo({
  workspaceId,
  slackUserId,
}: {
  workspaceId: number;
  slackUserId: string;
}) {
  const person = {
    ...{ slackUserId, slackTeamIds: ['T1'], name: 'Ana Silva', email: null },
    ...{
      zone: 'Asia/Tokyo',
      locale: 'de-DE',
      isAdmin: false,
      isBot: false,
      isGuest: false,
      isDeleted: false,
    },
  };
  await refreshPerson(
    { db: database.db, workspaceId, now: new Date(TUESDAY) },
    { slackTeamId: 'T1', person, onRepChanged: async () => {} },
  );
}
