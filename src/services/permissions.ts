import { NotAllowedError } from '../domain/errors.ts';
import { labelOf, type Prospect } from '../domain/prospect.ts';
import type { Rep } from '../domain/rep.ts';
import type { ManagerDeed, OwnerDeed } from '../domain/words/words.ts';

/** Endings, re-opening and snoozing are the owner's and the managers' to do. */
export function mustOwnOrManage(rep: Rep, prospect: Prospect, deed: OwnerDeed): void {
  if (mayOwnOrManage(rep, prospect)) return;
  throw new NotAllowedError(({ faults }) => faults.onlyOwner(labelOf(prospect), deed));
}

export function mayOwnOrManage(rep: Rep, prospect: Prospect): boolean {
  return prospect.ownerId === rep.id || rep.isManager;
}

export function mustManage(rep: Rep, deed: ManagerDeed): void {
  if (rep.isManager) return;
  throw new NotAllowedError(({ faults }) => faults.onlyManager(deed));
}
