import { and, asc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Db } from '../../src/db/client.ts';
import { history, prospects, suppressions } from '../../src/db/schema.ts';
import { type ImportOptions, importProspects } from '../../src/services/import-prospects.ts';
import { readCsv } from '../../src/services/read-csv.ts';
import { suppressionHashes } from '../../src/services/suppression-hash.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect, createRep, createWorkspace } from '../support/factories.ts';

const database = useDatabase();
/** Tuesday 09:00 in Berlin: today's digest has gone. */
const TUESDAY = new Date('2026-11-17T08:00:00Z');

const LIST = `Record ID,First Name,Last Name,Company,Email,Phone,Owner,Lead Status,Next Activity Date,Last Contacted,Number of times contacted,Rating,Notes
1,Dana,Reyes,Acme,dana@acme.example,+1 512 555 0142,ana@northwind.example,Working,2026-11-02,2026-10-30,3,Hot,"likes mornings
calls back"
2,Tom,Okafor,Birch,tom@birch.example,,"Silva, Ana",New,,,,,
3,Mia,Lund,Nordic,,+46 8 555 0120,Ana Silva,Closed Won,,,,,
4,Ole,Berg,Fjord,,,Ben Haas,New,,,,,
5,,,,,,Ana Silva,New,31/02/2026,,,,
1,Dana,Reyes,Acme,,,Ana Silva,New,,,,,
`;

describe('a list', () => {
  test('every row is accounted for, by the line it begins on', async () => {
    const { workspace } = await setUp();

    const report = await run(workspace, LIST);

    expect(report.rows).toBe(6);
    expect(report.results).toEqual([
      { line: 2, result: 'new', reason: null },
      { line: 4, result: 'new', reason: null },
      { line: 5, result: 'left_out', reason: 'Its status is “Closed Won”.' },
      { line: 6, result: 'invalid', reason: 'No rep is called “Ben Haas”.' },
      { line: 7, result: 'invalid', reason: expect.stringContaining('“31/02/2026”') },
      { line: 8, result: 'duplicate', reason: 'The same as line 2.' },
    ]);
    expect(report.owners.unmatched).toEqual([
      { name: 'Ben Haas', reason: 'No rep is called “Ben Haas”.', rows: 1 },
    ]);
  });

  test('what it says of a prospect is kept, and its first version too', async () => {
    const { workspace, ana } = await setUp();

    await run(workspace, LIST);

    const [dana, tom] = await stored(workspace.id);
    expect(dana).toMatchObject({
      ownerId: ana.id,
      name: 'Dana Reyes',
      company: 'Acme',
      externalId: '1',
      emailKey: 'dana@acme.example',
      phoneKey: '+15125550142',
      interest: 'hot',
      status: 'open',
      nextOn: '2026-11-02',
      nextAction: 'try_again',
      nextChannel: 'call',
      nextRule: { kind: 'imported' },
      promised: false,
      inLine: false,
      importedContacts: 3,
      importedLastContactOn: '2026-10-30',
    });
    expect(tom).toMatchObject({
      inLine: true,
      linePosition: 1,
      nextOn: '2026-11-18',
      nextAction: 'first_contact',
      nextChannel: 'email',
    });
    const [kept] = await database.db
      .select()
      .from(history)
      .where(and(eq(history.workspaceId, workspace.id), eq(history.prospectId, dana?.id ?? '')));
    expect(kept).toMatchObject({ verb: 'import', version: 1, repId: null, at: TUESDAY });
    expect(kept?.after).toMatchObject({ line: 2, note: 'likes mornings\ncalls back' });
  });

  test('case 118: the same file twice changes nothing', async () => {
    const { workspace } = await setUp();
    await run(workspace, LIST);
    const before = await stored(workspace.id);

    const again = await run(workspace, LIST);

    expect(again.counts).toMatchObject({ new: 0, updated: 0, duplicate: 3 });
    expect(await stored(workspace.id)).toEqual(before);
  });

  test('a dry run reports the same and writes nothing', async () => {
    const { workspace } = await setUp();

    const dry = await run(workspace, LIST, { dryRun: true });

    expect(await stored(workspace.id)).toEqual([]);
    const { dryRun, ...said } = await run(workspace, LIST);
    expect({ ...said, dryRun: true }).toEqual(dry);
    expect(dryRun).toBe(false);
  });

  test('case 118: a failure on the way leaves nothing behind, and repeating it makes no doubles', async () => {
    const { workspace } = await setUp();
    const rows = Array.from({ length: 2_500 }, (_, i) => `Person ${i},${i},Ana Silva`);
    const file = `Name,Record ID,Owner\n${rows.join('\n')}`;

    const failed = database.db.transaction(async (tx) => {
      await run(workspace, file, {}, tx);
      throw new Error('cut');
    });
    await expect(failed).rejects.toThrow('cut');
    expect(await stored(workspace.id)).toEqual([]);

    await run(workspace, file);
    await run(workspace, file);
    expect(await stored(workspace.id)).toHaveLength(2_500);
  });

  test('imports at the same moment take turns', async () => {
    const { workspace } = await setUp();

    const reports = await Promise.all([run(workspace, LIST), run(workspace, LIST)]);

    expect(reports.map((report) => report.counts.new).sort()).toEqual([0, 2]);
    expect(await stored(workspace.id)).toHaveLength(2);
  });
});

describe('who is the same', () => {
  test('empty values of a known prospect are filled, the rest stays', async () => {
    const { workspace, ana } = await setUp();
    await createProspect(database.db, ana, { email: 'dana@acme.example', nextOn: '2026-11-20' });
    const file =
      'Name,Company,Email,Phone,Owner,Next date\nDana R.,ACME Inc,DANA@acme.example,+1 512 555 0142,Ana Silva,2026-12-01';

    const report = await run(workspace, file);

    expect(report.results).toEqual([
      { line: 2, result: 'updated', reason: 'Already here; adds phone.' },
    ]);
    const [dana] = await stored(workspace.id);
    expect(dana).toMatchObject({
      name: 'Dana Reyes',
      company: 'Acme',
      phone: '+1 512 555 0142',
      phoneKey: '+15125550142',
      nextOn: '2026-11-20',
      version: 2,
    });
    expect((await run(workspace, file)).counts).toMatchObject({ updated: 0, duplicate: 1 });
  });

  test('external ids tell opportunities of one company apart', async () => {
    const { workspace } = await setUp();

    const report = await run(workspace, 'Deal ID,Account\nA,Acme\nB,Acme\nC,\n', {
      owner: 'Ana Silva',
    });

    expect(report.counts.new).toBe(3);
  });

  test('without one, a company alone is one prospect, and no person who works there', async () => {
    const { workspace } = await setUp();

    const report = await run(workspace, 'Name,Company\n,Acme\nDana,Acme\n, ACME \n', {
      owner: 'Ana Silva',
    });

    expect(report.results.map(({ result }) => result)).toEqual(['new', 'new', 'duplicate']);
  });

  test('a phone number with another name is somebody else', async () => {
    const { workspace } = await setUp();
    const file = 'Name,Phone\nDana,512-555-0142\nDana,(512) 555 0142 x9\nTom,+15125550142\n';

    const report = await run(workspace, file, { owner: 'Ana Silva', country: 'US' });

    expect(report.results.map(({ result }) => result)).toEqual(['new', 'duplicate', 'new']);
  });

  test('a closed prospect stays closed', async () => {
    const { workspace, ana } = await setUp();
    await createProspect(database.db, ana, {
      status: 'lost',
      nextOn: null,
      nextAction: null,
      nextRule: null,
    });

    const report = await run(workspace, 'Name,Company,Phone\nDana Reyes,Acme,+15125550142\n');

    expect(report.results).toEqual([
      { line: 2, result: 'duplicate', reason: 'Dana Reyes is already here as lost; it stays so.' },
    ]);
  });

  test('another workspace’s prospects are nobody here', async () => {
    const other = await setUp();
    await run(other.workspace, LIST);
    const { workspace } = await setUp();

    expect((await run(workspace, LIST)).counts.new).toBe(2);
  });
});

test('who asked us to stop is not imported, and a shared number is held', async () => {
  const { workspace, ana } = await setUp();
  const { id: prospectId } = await createProspect(database.db, ana, { name: 'Gone' });
  const person = { nameKey: 'dana', emailKey: 'dana@acme.example', phoneKey: '+15125550142' };
  const hashes = Object.values(suppressionHashes(workspace.hashKey, person));
  for (const hash of hashes) {
    if (!hash) continue;
    const row = { workspaceId: workspace.id, hash, prospectId, repId: ana.id, on: '2026-07-03' };
    await database.db.insert(suppressions).values(row);
  }
  const file =
    'Name,Email,Phone\nD.,Dana@acme.example,\nDana,,+1 512 555 0142\nTom,,+1 512 555 0142\nMia,mia@nordic.example,\n';

  const report = await run(workspace, file, { owner: 'Ana Silva' });

  const became = report.results.map(({ result }) => result);
  expect(became).toEqual(['stopped', 'stopped', 'held', 'new']);
});

describe('owners', () => {
  test('a deactivated rep owns nothing, and says so', async () => {
    const { workspace } = await setUp();
    await createRep(database.db, workspace, { name: 'Ben Haas', deactivatedAt: TUESDAY });

    const report = await run(workspace, 'Name,Owner\nDana,Ben Haas\nTom,\n');

    expect(report.results.map(({ reason }) => reason)).toEqual([
      'The owner “Ben Haas” is deactivated.',
      'It has no owner.',
    ]);
  });

  test('a rep who is no manager imports for nobody else', async () => {
    const { workspace, ana } = await setUp();
    const ben = await createRep(database.db, workspace, { name: 'Ben Haas' });
    const file = await csv('Name,Owner\nDana,Ben Haas\nTom,Ana Silva\n');
    const ctx = { db: database.db, workspaceId: workspace.id, now: TUESDAY };

    const report = await importProspects({ ...ctx, rep: ben }, file);

    expect(report.results.map(({ reason }) => reason)).toEqual([
      null,
      'Only a manager imports for others (Ana Silva).',
    ]);
    expect(ana.isManager).toBe(false);
  });

  test('an unknown fallback owner is refused', async () => {
    const { workspace } = await setUp();

    const refused = run(workspace, LIST, { owner: 'Nobody' });

    await expect(refused).rejects.toThrow('No rep is called “Nobody”.');
  });
});

test('odd names are kept as typed or cut, hidden characters are not', async () => {
  const { workspace } = await setUp();
  const names = [
    '=1+1',
    'null',
    'Da\u200bna',
    '\u202eanaD',
    'محمد',
    '👩‍👩‍👧',
    'x'.repeat(40_000),
    '   ',
  ];

  const report = await run(
    workspace,
    `Name,Owner\n${names.map((n) => `${n},Ana Silva`).join('\n')}`,
  );

  const kept = (await stored(workspace.id)).map((row) => row.name);
  expect(kept.slice(0, 6)).toEqual(['=1+1', 'null', 'Dana', 'anaD', 'محمد', '👩‍👩‍👧']);
  expect(kept[6]).toHaveLength(300);
  expect(report.results.at(-1)).toEqual({
    line: 9,
    result: 'invalid',
    reason: 'It has no name, company or id.',
  });
});

test.each([
  ['Name,Next date\nDana,03/04/2027\n', '“Next date” can be read as day/month or month/day'],
  ['City\nParis\n', 'No column holds a name'],
])('%j is asked back', async (file, sentence) => {
  const { workspace } = await setUp();

  await expect(run(workspace, file)).rejects.toThrow(sentence);
});

async function setUp() {
  const workspace = await createWorkspace(database.db);
  const ana = await createRep(database.db, workspace, {
    email: 'ana@northwind.example',
  });
  return { workspace, ana };
}

async function run(
  workspace: { id: number },
  text: string,
  options: ImportOptions = {},
  db: Db = database.db,
) {
  const ctx = { db, workspaceId: workspace.id, now: TUESDAY, rep: null };
  return importProspects(ctx, await csv(text), options);
}

function csv(text: string) {
  async function* bytes() {
    yield Buffer.from(text);
  }
  return readCsv(bytes());
}

function stored(workspaceId: number) {
  return database.db
    .select()
    .from(prospects)
    .where(eq(prospects.workspaceId, workspaceId))
    .orderBy(asc(prospects.externalId), asc(prospects.linePosition), asc(prospects.name));
}
