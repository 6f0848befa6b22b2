import { expect, test } from 'vitest';
import { suppressionHashes } from '../../src/services/suppression-hash.ts';

const dana = { nameKey: 'dana reyes', emailKey: 'dana@acme.example', phoneKey: '+15125550142' };

test('the same person has the same hashes under one key and others under another', () => {
  const first = suppressionHashes(Buffer.alloc(32, 1), dana);

  expect(suppressionHashes(Buffer.alloc(32, 1), dana)).toEqual(first);
  expect(suppressionHashes(Buffer.alloc(32, 2), dana).email).not.toEqual(first.email);
});

test('another name shares the hash of the number only', () => {
  const key = Buffer.alloc(32, 1);

  const ben = suppressionHashes(key, { ...dana, nameKey: 'ben', emailKey: null });

  expect(ben.email).toBeNull();
  expect(ben.phone).toEqual(suppressionHashes(key, dana).phone);
  expect(ben.phoneAndName).not.toEqual(suppressionHashes(key, dana).phoneAndName);
});
