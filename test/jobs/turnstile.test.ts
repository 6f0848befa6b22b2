import { expect, test } from 'vitest';
import { createTurnstile } from '../../src/jobs/turnstile.ts';

/** A job whose passes end when the test says so. */
function createJob() {
  const ends: (() => void)[] = [];
  let begun = 0;
  const turnstile = createTurnstile(async () => {
    const pass = ++begun;
    await new Promise<void>((resolve) => ends.push(resolve));
    return pass;
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { turnstile, ends, settle, begun: () => begun };
}

test('whoever asks during a pass gets one that begins after it', async () => {
  const { turnstile, ends, settle, begun } = createJob();

  const first = turnstile.pass();
  await settle();
  const second = turnstile.pass();
  const third = turnstile.pass();
  await settle();
  expect(begun()).toBe(1);
  ends[0]?.();
  expect(await first).toBe(1);
  await settle();
  ends[1]?.();

  expect(await second).toBe(2);
  expect(await third).toBe(2);
});

test('a pass that fails does not keep the next one from running', async () => {
  let passes = 0;
  const turnstile = createTurnstile(async () => {
    if (++passes === 1) throw new Error('the database is away');
    return passes;
  });

  await expect(turnstile.pass()).rejects.toThrow('the database is away');

  expect(await turnstile.pass()).toBe(2);
});

test('settling waits for the running pass, but not for ever', async () => {
  const { turnstile, ends, settle } = createJob();
  const pass = turnstile.pass();
  await settle();

  await turnstile.settled(5);
  ends[0]?.();
  await turnstile.settled(5_000);

  expect(await pass).toBe(1);
});
