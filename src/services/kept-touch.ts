import { findTouch } from '../db/touches.ts';
import type { LoggedTouch } from '../domain/logged-touch.ts';
import type { RepContext } from './context.ts';
import { getProspect } from './get-prospect.ts';

/** A logged touch as a receipt keeps it: plain JSON, without anybody's words. */
export type KeptTouch = Pick<
  LoggedTouch,
  'contacts' | 'promise' | 'movedFrom' | 'promiseOnDayOff' | 'warning' | 'edit'
> & {
  touchId: string;
  prospectId: string;
};

export function keepTouch({ touch, prospect, ...said }: LoggedTouch): KeptTouch {
  return {
    touchId: touch.id,
    prospectId: prospect.id,
    contacts: said.contacts,
    promise: said.promise,
    movedFrom: said.movedFrom,
    promiseOnDayOff: said.promiseOnDayOff,
    warning: said.warning && { ...said.warning },
    ...(said.edit ? { edit: said.edit } : {}),
  };
}

/** The logged touch a receipt stands for, its prospect as it stands now. */
export async function loadKeptTouch(
  { db, workspaceId }: RepContext,
  { touchId, prospectId, ...said }: KeptTouch,
): Promise<LoggedTouch> {
  const touch = await findTouch(db, { workspaceId, touchId });
  if (!touch) throw new Error('A receipt names a touch that is not here.');
  return { touch, prospect: await getProspect(db, { workspaceId, prospectId }), ...said };
}
