import { expect, test } from 'vitest';
import { holdsName, namesProspect } from '../../src/domain/lesson-names.ts';

test.each([
  ['Ask Dana about the budget', 'Dana Reyes', 'Acme Inc', true],
  ['REYES had no say', 'Dana Reyes', 'Acme Inc', true],
  ['Dana’s boss signs', 'Dana Reyes', 'Acme Inc', true],
  ['Danas boss signs', 'Dana Reyes', 'Acme Inc', true],
  ['acme buys in autumn', 'Dana Reyes', 'Acme Inc', true],
  ['Write to dana.r@acme.example first', null, null, true],
  ['Jose was kind', 'José Núñez', null, true],
  ['Ｄａｎａ was kind', 'Dana Reyes', null, true],
  ['田中さんは忙しい', '田中', null, true],
  ['Nordic countries close in July', 'Mia Lund', 'Nordic Parts AB', true],
  ['Spare parts sell themselves', 'Mia Lund', 'Nordic Parts AB', false],
  ['The budget is made in January', 'Dana Reyes', 'The Acme Group', false],
  ['Ask for the budget before the demo', 'Dana Reyes', 'Acme Inc', false],
  ['Danger: their legal team', 'Dana Reyes', 'Acme Inc', false],
  ['Lead with support', null, null, false],
])('“%s” about %s of %s: %s', (text, name, company, expected) => {
  expect(namesProspect(text, { name, company })).toBe(expected);
});

test.each([
  ['They chose Birch Labs', true],
  ['Tom Okafor told them', true],
  ['Birch wood and labs', false],
  ['Tom is a common name', false],
])('“%s” holds the whole of Tom Okafor, Birch Labs Ltd: %s', (text, expected) => {
  expect(holdsName(text, { name: 'Tom Okafor', company: 'Birch Labs Ltd' })).toBe(expected);
});
