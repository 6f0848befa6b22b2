import { expect, test } from 'vitest';
import { phoneKey, readCountry } from '../../src/services/phone.ts';

test.each([
  ['+1-512-555-0142x208', null, '+15125550142'],
  ['001-512-555-0142x7629', null, '+15125550142'],
  ['001-512-555-0142x7629', 'US', '+15125550142'],
  ['0049 30 901820', 'US', '+4930901820'],
  ['(512)555-0142', 'US', '+15125550142'],
  ['512.555.0142', 'US', '+15125550142'],
  ['＋１ 512 555 0142', null, '+15125550142'],
  ['512.555.0142', null, null],
  ['030 901820', 'DE', '+4930901820'],
  ['n/a', 'US', null],
  ['12', 'US', null],
  ['', 'US', null],
  ['9'.repeat(500), 'US', null],
] as const)('phone %j in %s is %s', (text, country, key) => {
  expect(phoneKey(text, country)).toBe(key);
});

test.each([
  ['USA', 'US'],
  ['united states', 'US'],
  ['de', 'DE'],
  ['Germany', 'DE'],
  ['United Kingdom', 'GB'],
  ['Atlantis', null],
  ['', null],
])('country %j is %s', (text, country) => {
  expect(readCountry(text)).toBe(country);
});
