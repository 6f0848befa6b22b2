import { expect, test } from 'vitest';
import { readSubject, subjectKey } from '../../src/domain/subject.ts';

test('a key reads back as its subject', () => {
  const subject = { kind: 'rep' as const, id: '5f0c2b1e-0000-4000-8000-000000000001' };

  expect(readSubject(subjectKey(subject))).toEqual(subject);
});

test.each(['', 'rep', 'rep:', 'user:1', 'rep:1:2'])('“%s” names no subject', (key) => {
  expect(readSubject(key)).toBeNull();
});
