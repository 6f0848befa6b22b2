import { describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { openDana } from '../support/editing.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();
const call = { channel: 'call', outcome: 'no_answer' } as const;
const stop = { channel: 'email', outcome: 'stop' } as const;
const LATER = '2026-11-18T09:00:00Z';

/** Dana, whom Ben has as well under another spelling. */
async function setUp() {
  const desk = await openDana(database.db, { email: 'dana@acme.example' });
  const twin = await createProspect(database.db, desk.ben, {
    ...{ name: 'D. Reyes', email: 'dana@acme.example' },
  });
  return { ...desk, twin, twinBefore: await desk.stored(twin.id) };
}

describe('the latest touch', () => {
  test('edited into a stop reaches as far as any stop', async () => {
    const { log, edit, stored, twin, hashes } = await setUp();
    const { touch } = await log(call);

    await edit(touch.id, stop);

    expect(await stored()).toMatchObject({ status: 'stopped', nextOn: null });
    expect((await stored(twin.id)).status).toBe('stopped');
    expect(await hashes()).toHaveLength(1);
  });

  test('edited away from a stop gives everybody back', async () => {
    const { log, edit, stored, twin, twinBefore, hashes } = await setUp();
    const { touch } = await log(stop);

    const changed = await edit(touch.id, call);

    expect(changed.prospect.standing.next).toMatchObject({ on: '2026-11-19' });
    expect(await stored(twin.id)).toEqual(twinBefore);
    expect(await hashes()).toEqual([]);
  });

  test('narrowed to one channel and widened again', async () => {
    const { log, edit, stored, twin, twinBefore } = await setUp();
    const { touch } = await log(stop);

    await edit(touch.id, { ...stop, stopChannel: 'email' });
    const narrowed = [await stored(), await stored(twin.id)];
    await edit(touch.id, stop);

    expect(narrowed[0]).toMatchObject({ status: 'open', stoppedChannels: ['email'] });
    expect(narrowed[1]).toEqual({ ...twinBefore, stoppedChannels: ['email'] });
    expect(await stored()).toMatchObject({ status: 'stopped', stoppedChannels: [] });
    expect((await stored(twin.id)).status).toBe('stopped');
  });

  test('told with other words stays the stop it is', async () => {
    const { log, edit, stored, twin, hashes } = await setUp();
    const { touch } = await log(stop);
    const kept = await hashes();

    await edit(touch.id, { ...stop, channel: 'call', note: 'By phone.' });

    expect((await stored()).status).toBe('stopped');
    expect((await stored(twin.id)).status).toBe('stopped');
    expect(await hashes()).toEqual(kept);
  });

  test('leaves a stop under another entry alone', async () => {
    const { log, edit, by, ben, stored, twin, hashes } = await setUp();
    const { touch } = await log(stop);
    await log(stop, by(ben), twin.id);

    await edit(touch.id, call);

    expect((await stored(twin.id)).status).toBe('stopped');
    expect(await hashes()).not.toEqual([]);
  });
});

test('an edited stop, undone, leaves no trace of either', async () => {
  const { log, edit, undo, stored, twin, twinBefore, hashes } = await setUp();
  const before = await stored();
  const { touch } = await log(call);
  await edit(touch.id, stop);

  await undo(touch.id);

  expect(await stored()).toEqual(before);
  expect(await stored(twin.id)).toEqual(twinBefore);
  expect(await hashes()).toEqual([]);
});

test('an older stop keeps its channel, and takes other words', async () => {
  const { log, edit, by, ana, touchesOf } = await setUp();
  const { touch } = await log({ ...stop, stopChannel: 'email' });
  await log(call, by(ana, LATER));

  await edit(touch.id, { ...stop, note: 'Only mail.' }, by(ana, LATER));
  const refused = edit(touch.id, { ...stop, channel: 'text' }, by(ana, LATER));

  await expect(refused).rejects.toMatchObject({ field: 'channel' });
  expect((await touchesOf())[0]).toMatchObject({ ...stop, note: 'Only mail.' });
});
