import { expect, test } from 'vitest';
import { nameAtCompany } from '../../../src/domain/sentence/name-at-company.ts';

test.each([
  ['Pia Holm at Elmtree', 'Pia Holm', 'Elmtree'],
  ['Pia Holm from Elmtree & Sons', 'Pia Holm', 'Elmtree & Sons'],
  ['pia @ elmtree', 'pia', 'elmtree'],
  ['Pia Holm, Elmtree', 'Pia Holm', 'Elmtree'],
  ['Pia Holm at', 'Pia Holm', null],
  ['Bank of Oslo', 'Bank of Oslo', null],
  ['Nat Atkins', 'Nat Atkins', null],
])('“%s” is %s of %s', (words, name, company) => {
  expect(nameAtCompany(words)).toEqual({ name, company });
});
