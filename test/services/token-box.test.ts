import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTokenBox } from '../../src/services/token-box.ts';

const TOKENS = { botToken: 'xoxb-1', botId: 'B1', botUserId: 'U1' };
const key = randomBytes(32);

test('opens what it sealed, and seals the same differently each time', () => {
  const box = createTokenBox([key]);
  const [one, two] = [box.seal(1, TOKENS), box.seal(1, TOKENS)];

  expect(box.open(1, one)).toEqual(TOKENS);
  expect(one.encrypted.equals(two.encrypted)).toBe(false);
  expect(one.encrypted.toString('latin1')).not.toContain('xoxb');
});

test('tokens moved to another workspace do not open (122)', () => {
  const box = createTokenBox([key]);

  expect(() => box.open(2, box.seal(1, TOKENS))).toThrow();
});

test('tokens that were changed do not open', () => {
  const box = createTokenBox([key]);
  const sealed = box.seal(1, TOKENS);
  sealed.encrypted[40] = (sealed.encrypted[40] ?? 0) ^ 1;

  expect(() => box.open(1, sealed)).toThrow();
});

test('a new key seals while the old one still opens (122)', () => {
  const old = createTokenBox([key]).seal(1, TOKENS);
  const newer = randomBytes(32);

  const both = createTokenBox([newer, key]);

  expect(both.open(1, old)).toEqual(TOKENS);
  expect(createTokenBox([newer]).open(1, both.seal(1, TOKENS))).toEqual(TOKENS);
  expect(() => createTokenBox([newer]).open(1, old)).toThrow('which is not set');
});
