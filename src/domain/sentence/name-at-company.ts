const PARTED = /^(.+?)(?:\s+(?:at|from|@)\s+|\s*,\s+)(.+)$/iu;
const HANGING = /(?:\s+(?:at|from|of|@)|[\s,:–—-]+)$/iu;

/**
 * Somebody new as a sentence names them: who, and of which company where that is said.
 * @example nameAtCompany('Pia Holm at Elmtree') //=> { name: 'Pia Holm', company: 'Elmtree' }
 * @example nameAtCompany('Bank of Oslo') //=> { name: 'Bank of Oslo', company: null }
 */
export function nameAtCompany(words: string): { name: string; company: string | null } {
  const said = words.replace(HANGING, '').trim();
  const [, name = said, company = null] = PARTED.exec(said) ?? [];
  return { name, company };
}
