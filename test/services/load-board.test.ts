import { expect, test } from 'vitest';
import type { LogTouchInput } from '../../src/domain/touch-input.ts';
import { importProspects } from '../../src/services/import-prospects.ts';
import { loadBoard } from '../../src/services/load-board.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { readCsv } from '../../src/services/read-csv.ts';
import { undoTouch } from '../../src/services/undo-touch.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect, createRep } from '../support/factories.ts';

const database = useDatabase();

async function setUp() {
  const { db } = database;
  const team = await createSalesTeam(db);
  const touch = async (
    rep = team.ana,
    { at = '2026-11-17T08:00:00Z', ...input }: Partial<LogTouchInput> & { at?: string } = {},
  ) => {
    const prospectId = input.prospectId ?? (await createProspect(db, rep)).id;
    const what = { channel: 'call', outcome: 'no_answer' } as const;
    return logTouch(acting(db, rep, at), { ...what, ...input, prospectId });
  };
  const board = () =>
    loadBoard({ db, workspaceId: team.workspace.id }, { from: '2026-11-16', to: '2026-11-22' });
  const points = async () => (await board()).rows.map((row) => [row.name, row.followUps, row.rank]);
  return { db, ...team, touch, board, points };
}

test('ties share a rank, and who did nothing is not ranked', async () => {
  const { workspace, ana, ben, touch, points, db } = await setUp();
  const chi = await createRep(db, workspace, { name: 'Chi' });
  for (const rep of [ana, ana, ben, ben, chi]) await touch(rep);

  expect(await points()).toEqual([
    ['Ana Silva', 2, 1],
    ['Ben Haas', 2, 1],
    ['Chi', 1, 3],
  ]);
});

test('one a prospect, rep and day: a second touch that day adds nothing', async () => {
  const { touch, points } = await setUp();
  const { prospect } = await touch();
  await touch(undefined, { prospectId: prospect.id, channel: 'email', outcome: 'sent' });

  expect(await points()).toEqual([['Ana Silva', 1, 1]]);
});

test('the same prospect on two days counts twice, by the days it happened', async () => {
  const { touch, points } = await setUp();
  const { prospect } = await touch(undefined, { at: '2026-11-16T08:00:00Z' });
  await touch(undefined, { prospectId: prospect.id, at: '2026-11-19T08:00:00Z' });

  expect(await points()).toEqual([['Ana Silva', 2, 1]]);
});

test('guarded, back-dated, undone and last week’s touches do not score', async () => {
  const { db, ana, ben, touch, board } = await setUp();
  const { prospect } = await touch(ben, { touchedOn: '2026-11-13' });
  await touch(ana, { prospectId: prospect.id, at: '2026-11-16T08:00:00Z' });
  await touch(ana, { at: '2026-11-20T08:00:00Z', touchedOn: '2026-11-16' });
  const undone = await touch(ana);
  await undoTouch(acting(db, ana), { touchId: undone.touch.id });

  expect(await board()).toMatchObject({ rows: [], followUps: 0 });
});

test('contacts that an import brought do not score', async () => {
  const { db, ana, board } = await setUp();
  const file = await readCsv(
    (async function* () {
      yield Buffer.from(
        'Name,Owner,Last Contacted,Number of times contacted\nTom,Ana Silva,2026-11-16,4\n',
      );
    })(),
  );
  await importProspects({ ...acting(db, ana), rep: null }, file);

  expect((await board()).followUps).toBe(0);
});

test('who hides keeps the place and the points, marked as hidden', async () => {
  const { db, workspace, ana, touch, board } = await setUp();
  const gus = await createRep(db, workspace, { name: 'Gus', hiddenOnBoard: true });
  await touch(gus);
  await touch(gus);
  await touch(ana);

  const { rows, followUps } = await board();

  expect(rows.map(({ name, rank, hidden }) => [name, rank, hidden])).toEqual([
    ['Gus', 1, true],
    ['Ana Silva', 2, false],
  ]);
  expect(followUps).toBe(3);
});
