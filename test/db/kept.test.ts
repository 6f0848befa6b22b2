import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { isKept, isRead, kept } from '../../src/db/kept.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

test('a connection parses a kept statement once and any other each time', async () => {
  const names = await database.db.transaction(async (tx) => {
    for (let times = 0; times < 3; times++) {
      await tx.execute(kept(sql`select ${times}::int as kept_one`));
      await tx.execute(sql`select ${times}::int as other_one`);
    }
    return tx.execute<{ statement: string }>(
      sql`select statement from pg_prepared_statements where statement like '%_one'`,
    );
  });

  expect(names.map(({ statement }) => statement)).toEqual([
    '/* kept */ select $1::int as kept_one',
  ]);
});

test.each([
  ['/* kept */ select 1', true],
  ['select 1', true],
  ['/* kept */ update reps set name = $1', false],
  ['with gone as (delete from reps) select 1', false],
])('%s may be asked twice: %s', (text, reads) => {
  expect(isRead(text)).toBe(reads);
  expect(isKept(text)).toBe(text.startsWith('/*'));
});
