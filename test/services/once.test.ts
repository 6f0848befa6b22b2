import { expect, test } from 'vitest';
import { insertTeam, listTeams } from '../../src/db/teams.ts';
import { ConflictError } from '../../src/domain/errors.ts';
import { deleteOldReceipts, hashOf, once } from '../../src/services/once.ts';
import { useDatabase } from '../support/database.ts';
import { createWorkspace } from '../support/factories.ts';

const NOW = new Date('2026-11-17T09:00:00Z');
const database = useDatabase();

test('20 identical requests at once have one effect and get one answer (111)', async () => {
  const ctx = await newContext();
  const request = { key: 'view:V1:n1', hash: hashOf({ outcome: 'no_answer' }) };

  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      once(ctx, request, async ({ db, workspaceId }) => {
        await insertTeam(db, {
          workspaceId,
          team: { name: `Team ${index}`, zone: 'Etc/UTC', createdAt: NOW },
        });
        return { saved: index };
      }),
    ),
  );

  expect(new Set(answers.map(({ saved }) => saved)).size).toBe(1);
  expect(await listTeams(ctx.db, ctx.workspaceId)).toHaveLength(2);
});

test('the same request with other values is refused and the first values stay (112)', async () => {
  const ctx = await newContext();
  await once(ctx, { key: 'k', hash: hashOf({ day: 1 }) }, async () => 'first');

  const second = once(ctx, { key: 'k', hash: hashOf({ day: 2 }) }, async () => 'second');

  await expect(second).rejects.toThrow(ConflictError);
  await expect(second).rejects.toThrow('This was already saved with other values.');
  expect(await once(ctx, { key: 'k', hash: hashOf({ day: 1 }) }, async () => 'x')).toBe('first');
});

test('a request that failed may be made again', async () => {
  const ctx = await newContext();
  const request = { key: 'k', hash: hashOf(null) };
  const failed = once(ctx, request, async () => {
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');

  expect(await once(ctx, request, async () => 'saved')).toBe('saved');
});

test('the same key in another workspace is another request', async () => {
  const [one, two] = [await newContext(), await newContext()];
  const request = { key: 'cmd:1', hash: hashOf(null) };

  expect(await once(one, request, async () => 'one')).toBe('one');
  expect(await once(two, request, async () => 'two')).toBe('two');
});

test('receipts are forgotten after 48 hours', async () => {
  const ctx = await newContext();
  const request = { key: 'k', hash: hashOf(null) };
  await once(ctx, request, async () => 'first');

  await deleteOldReceipts(ctx.db, new Date('2026-11-19T08:59:00Z'));
  expect(await once(ctx, request, async () => 'second')).toBe('first');

  await deleteOldReceipts(ctx.db, new Date('2026-11-19T09:01:00Z'));
  expect(await once(ctx, request, async () => 'second')).toBe('second');
});

test('a hash does not depend on the order of keys', () => {
  expect(hashOf({ a: 1, b: [2, { c: 3, d: null }] })).toEqual(
    hashOf({ b: [2, { d: null, c: 3 }], a: 1 }),
  );
  expect(hashOf({ a: 1 })).not.toEqual(hashOf({ a: '1' }));
});

async function newContext() {
  const { workspaceId } = await createWorkspace(database.db);
  return { db: database.db, workspaceId, now: NOW };
}
