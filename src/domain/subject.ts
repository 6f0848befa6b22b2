/** Whom or what a schedule or a delivery is for, as the ledger's keys name it. */
export type Subject = { kind: 'rep' | 'team'; id: string };

/**
 * The key of a subject in schedules and deliveries.
 * @example subjectKey({ kind: 'rep', id: '5f0c…' }) //=> 'rep:5f0c…'
 */
export function subjectKey({ kind, id }: Subject): string {
  return `${kind}:${id}`;
}

/**
 * Reads a key back; null when it names nothing we know.
 * @example readSubject('team:77aa…') //=> { kind: 'team', id: '77aa…' }
 */
export function readSubject(key: string): Subject | null {
  const [kind, id, ...rest] = key.split(':');
  if ((kind !== 'rep' && kind !== 'team') || !id || rest.length > 0) return null;
  return { kind, id };
}
