import { NotAllowedError } from '../domain/errors.ts';
import { labelOf, type Prospect } from '../domain/prospect.ts';
import type { Rep } from '../domain/rep.ts';
import type { Sentence } from '../domain/words/words.ts';

/** Endings, re-opening and snoozing are the owner's and the managers' to do. */
export function mustOwnOrManage(rep: Rep, prospect: Prospect, deed: string): void {
  if (mayOwnOrManage(rep, prospect)) return;
  throw new NotAllowedError(
    () => `${labelOf(prospect)} belongs to somebody else: only the owner or a manager can ${deed}.`,
  );
}

export function mayOwnOrManage(rep: Rep, prospect: Prospect): boolean {
  return prospect.ownerId === rep.id || rep.isManager;
}

/** Refuses whoever does not manage, in a sentence of its own or by the deed. */
export function mustManage(rep: Rep, deed: string | Sentence): void {
  if (rep.isManager) return;
  throw new NotAllowedError(
    typeof deed === 'string' ? () => `Only a manager can ${deed}. Ask one of yours.` : deed,
  );
}
