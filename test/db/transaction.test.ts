import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Db } from '../../src/db/client.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

beforeAll(async () => {
  await database.db.execute(sql`create table notes (id int primary key)`);
});

async function notes(): Promise<number[]> {
  const rows = await database.db.execute<{ id: number }>(sql`select id from notes order by id`);
  return rows.map(({ id }) => id);
}

function add(db: Db, id: number) {
  return db.execute(sql`insert into notes values (${id})`);
}

test('a nested transaction that fails is undone alone', async () => {
  await database.db.transaction(async (tx) => {
    await add(tx, 10);
    const nested = tx.transaction(async (inner) => {
      await add(inner, 11);
      await add(inner, 10);
    });
    await expect(nested).rejects.toMatchObject({ cause: { code: '23505' } });
    await add(tx, 12);
  });

  expect(await notes()).toEqual(expect.arrayContaining([10, 12]));
  expect(await notes()).not.toContain(11);
});

test('a failed statement whose error is swallowed fails the transaction', async () => {
  const call = database.db.transaction(async (tx) => {
    await add(tx, 20);
    await add(tx, 20).catch(() => {});
  });

  await expect(call).rejects.toMatchObject({ code: '23505' });
  expect(await notes()).not.toContain(20);
});

test('what is asked of a transaction after its end is refused', async () => {
  let kept: Db | null = null;
  await database.db.transaction(async (tx) => {
    kept = tx;
  });

  await expect(add(kept ?? database.db, 30)).rejects.toThrow();
  expect(await notes()).not.toContain(30);
});

test('lists of words are read back as they were written', async () => {
  const words = ['a,b', '"quoted"', 'back\\slash', '', 'null', '{}'];

  const [row] = await database.db.execute<{ found: string[] }>(
    sql`select array_to_json(${sql.param(words)}::text[]) as found`,
  );

  expect(row?.found).toEqual(words);
});
