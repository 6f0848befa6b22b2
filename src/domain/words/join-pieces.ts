/**
 * Parts of a sentence with something between them; those that are empty or null are left out.
 * @example joinPieces(['call', null, 'Tue 17 Nov'], ', ') //=> ['call', ', ', 'Tue 17 Nov']
 */
export function joinPieces<P>(
  parts: readonly (P | readonly P[] | null)[],
  between: string,
): (P | string)[] {
  return parts
    .map((part) => (part === null ? [] : ([part].flat() as P[])))
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [between, ...part]));
}
