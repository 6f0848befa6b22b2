import { NotAllowedError } from '../domain/errors.ts';
import { labelOf, type Prospect } from '../domain/prospect.ts';
import type { Rep } from '../domain/rep.ts';
import type { ManagersDeed, OwnersDeed } from '../domain/words/en/faults.ts';

/** Endings, re-opening and snoozing are the owner's and the managers' to do. */
export function mustOwnOrManage(rep: Rep, prospect: Prospect, deed: OwnersDeed): void {
  if (mayOwnOrManage(rep, prospect)) return;
  throw new NotAllowedError(({ faults }) => faults.ownersOnly(labelOf(prospect), deed));
}

export function mayOwnOrManage(rep: Rep, prospect: Prospect): boolean {
  return prospect.ownerId === rep.id || rep.isManager;
}

export function mustManage(rep: Rep, deed: ManagersDeed): void {
  if (rep.isManager) return;
  throw new NotAllowedError(({ faults }) => faults.managersOnly(deed));
}
