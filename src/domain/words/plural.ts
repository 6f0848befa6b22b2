export type PluralForms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/**
 * Counts things in a language, which knows best how many forms it has: English and German two,
 * Polish four.
 * @example pluralIn('en')(1, { one: 'prospect', other: 'prospects' }) //=> '1 prospect'
 */
export function pluralIn(language: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => `${count} ${forms[rules.select(count)] ?? forms.other}`;
}
