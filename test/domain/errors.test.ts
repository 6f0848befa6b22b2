import { expect, test } from 'vitest';
import {
  AppError,
  ConflictError,
  InvalidError,
  NotAllowedError,
  NotFoundError,
} from '../../src/domain/errors.ts';

test.each([
  [new NotFoundError(() => 'No prospect like that.'), 'not_found', 'NotFoundError'],
  [new NotAllowedError(() => 'They asked us to stop.'), 'not_allowed', 'NotAllowedError'],
  [new InvalidError(() => 'That day is past.', 'nextOn'), 'invalid', 'InvalidError'],
  [new ConflictError(() => 'Ben changed it.'), 'conflict', 'ConflictError'],
])('$name carries its code and is a known error', (error, code, name) => {
  expect(error).toBeInstanceOf(AppError);
  expect([error.code, error.name]).toEqual([code, name]);
});

test('an invalid input names its field, or none', () => {
  expect(new InvalidError(() => 'That day is past.', 'nextOn').field).toBe('nextOn');
  expect(new InvalidError(() => 'Which list?').field).toBeNull();
});

test('what caused an error stays with it', () => {
  const cause = new Error('23505');

  expect(new ConflictError(() => 'It is there already.', { cause }).cause).toBe(cause);
});
