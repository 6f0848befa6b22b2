import { expect, test } from 'vitest';
import { createGathering, createTurns } from '../../src/services/gathering.ts';

/** A door that work waits at until it is opened. */
function createDoor() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

test('who asks while others are served goes with the next, and nobody waits for company', async () => {
  const batches: number[][] = [];
  const door = createDoor();
  const double = createGathering<number, number>(
    async (items) => {
      batches.push(items);
      await door.opened;
      return items.map((item) => item * 2);
    },
    { most: 3 },
  );

  const first = double(1);
  await Promise.resolve();
  await Promise.resolve();
  const others = [2, 3, 4, 5].map(double);
  door.open();

  expect(await Promise.all([first, ...others])).toEqual([2, 4, 6, 8, 10]);
  expect(batches).toEqual([[1], [2, 3, 4], [5]]);
});

test('work that fails tells all of its batch and none of the next', async () => {
  const serve = createGathering<string, string>(
    async (items) => {
      if (items.includes('bad')) throw new Error('refused');
      return items;
    },
    { most: 2 },
  );

  const answers = await Promise.allSettled(['good', 'bad', 'later'].map(serve));

  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
});

test('what belongs to one key follows in turn, also after a failure, and other keys do not wait', async () => {
  const done: string[] = [];
  const inTurn = createTurns<number>();
  const door = createDoor();

  const first = inTurn(1, async () => {
    await door.opened;
    done.push('first of 1');
    throw new Error('failed');
  });
  const second = inTurn(1, async () => void done.push('second of 1'));
  await inTurn(2, async () => void done.push('first of 2'));
  door.open();

  await expect(first).rejects.toThrow('failed');
  await second;
  expect(done).toEqual(['first of 2', 'first of 1', 'second of 1']);
});
