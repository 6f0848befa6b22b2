import { expect, test } from 'vitest';
import { listRecentTouches } from '../../src/services/list-recent-touches.ts';
import { undoLastTouch } from '../../src/services/undo-last-touch.ts';
import { useDatabase } from '../support/database.ts';
import { openDana } from '../support/editing.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();
const call = { channel: 'call', outcome: 'no_answer' } as const;
const NOW = '2026-11-17T12:00:00Z';

test('recent touches are one’s own of seven days that stand, newest first', async () => {
  const { db, log, edit, undo, by, ana, ben } = await openDana(database.db);
  const tom = await createProspect(db, ana, { name: 'Tom Okafor' });
  await log(call, by(ana, '2026-11-09T22:59:00Z'));
  const first = await log(call, by(ana, '2026-11-09T23:00:00Z'));
  const long = await log({ ...call, touchedOn: '2026-10-18' }, by(ana, '2026-11-16T09:00:00Z'));
  await log(call, by(ben, '2026-11-16T10:00:00Z'));
  const toms = await log(call, by(ana, '2026-11-17T08:00:00Z'), tom.id);
  await undo((await log(call, by(ana, '2026-11-17T09:00:00Z'))).touch.id);
  await edit(first.touch.id, { ...call, note: 'x' }, by(ana, NOW));

  const recent = await listRecentTouches(by(ana, NOW), { limit: 10 });

  expect(recent.map(({ touch }) => touch.id)).toEqual([
    ...[toms.touch.id, long.touch.id, first.touch.id],
  ]);
  expect(recent.map(({ prospect }) => prospect.name)).toEqual([
    ...['Tom Okafor', 'Dana Reyes', 'Dana Reyes'],
  ]);
  expect(recent.map(({ touch }) => touch.editedAt !== null)).toEqual([false, false, true]);
});

test('recent touches are ten at most', async () => {
  const { log, by, ana } = await openDana(database.db);
  for (let minute = 10; minute < 22; minute++) {
    await log(call, by(ana, `2026-11-17T08:${minute}:00Z`));
  }

  expect(await listRecentTouches(by(ana, NOW), { limit: 10 })).toHaveLength(10);
});

test('undoing the last touch goes back one by one, as far as yesterday', async () => {
  const { log, by, ana, stored } = await openDana(database.db);
  await log(call, by(ana, '2026-11-15T22:59:00Z'));
  const before = await stored();
  const yesterday = await log(call, by(ana, '2026-11-15T23:00:00Z'));
  const today = await log(call, by(ana, '2026-11-17T08:00:00Z'));

  const undone = [await undoLastTouch(by(ana, NOW)), await undoLastTouch(by(ana, NOW))];

  expect(undone.map(({ touch }) => touch.id)).toEqual([today.touch.id, yesterday.touch.id]);
  expect(await stored()).toEqual(before);
  await expect(undoLastTouch(by(ana, NOW))).rejects.toThrow(
    'Nothing to undo: you logged no touch today or yesterday that still stands.',
  );
});

test('undoing the last touch is nobody else’s, and says what came since', async () => {
  const { log, by, ana, ben, mara } = await openDana(database.db);
  await log(call, by(ana, '2026-11-17T08:00:00Z'));
  await log(call, by(ben, '2026-11-17T09:00:00Z'));

  await expect(undoLastTouch(by(mara, NOW))).rejects.toMatchObject({ code: 'not_found' });
  await expect(undoLastTouch(by(ana, NOW))).rejects.toThrow(
    'Ben Haas logged another touch with Dana Reyes since, so this can no longer be undone.',
  );
});
