import type { ProspectChange } from '../db/prospects.ts';
import { listTouches, type TouchChange, updateTouch } from '../db/touches.ts';
import { addUpChase } from '../domain/chase.ts';
import { ConflictError } from '../domain/errors.ts';
import type { LoggedTouch } from '../domain/logged-touch.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Touch } from '../domain/touch.ts';
import { describeEdit, type TouchFacts } from '../domain/touch-edit.ts';
import { loadCadenceNumbers } from './cadence-numbers.ts';
import type { RepContext } from './context.ts';
import { reasonOfLastNo } from './restore-snapshot.ts';
import { saveChange } from './save-change.ts';

type Edited = { touch: Touch; prospect: Prospect };

/** Saves what a touch says now, and its prospect, with the line of history that keeps both. */
export async function saveEdit(
  ctx: RepContext,
  {
    touch,
    prospect,
    touchChange,
    prospectChange,
  }: Edited & { touchChange: TouchChange; prospectChange: () => Promise<ProspectChange> },
): Promise<Edited> {
  const { db, workspaceId, now } = ctx;
  const touchId = touch.id;
  const change = { ...touchChange, editedAt: now };
  const edited = await updateTouch(db, { workspaceId, touchId, change });
  if (!edited) throw new ConflictError(({ answers }) => answers.faults.undoneAlready);
  const saved = await saveChange(ctx, {
    ...{ prospect, verb: 'edit', touchId, change: await prospectChange() },
    touchBefore: touch,
    touchAfter: edited,
  });
  return { touch: edited, prospect: saved };
}

/** Changes only what a touch says: the next step stays. The same again changes nothing. */
export async function saveFacts(
  ctx: RepContext,
  {
    touch,
    prospect,
    facts,
    isLatest,
    judged = {},
  }: Edited & {
    facts: TouchFacts;
    isLatest: boolean;
    /** What the rules make of the facts, where that is different now. */
    judged?: Pick<TouchChange, 'scores' | 'promiseKept'>;
  },
): Promise<LoggedTouch> {
  const edit = describeEdit(touch, facts, isLatest);
  const touchChange = { ...facts, ...judged };
  const isSame = (Object.keys(touchChange) as (keyof typeof touchChange)[]).every(
    (key) => touch[key]?.valueOf() === touchChange[key]?.valueOf(),
  );
  const prospectChange = async (): Promise<ProspectChange> => ({
    ...{ standing: prospect.standing, inLine: prospect.inLine },
    ...(edit.parts.includes('noReason') && prospect.standing.status === 'lost'
      ? { closedReason: await reasonOfLastNo(ctx, prospect) }
      : {}),
  });
  const saved = isSame
    ? { touch, prospect }
    : await saveEdit(ctx, { touch, prospect, touchChange, prospectChange });
  const contacts = await countContacts(ctx, prospect);
  const nothing = { promise: null, movedFrom: null, promiseOnDayOff: false, warning: null };
  return { ...saved, contacts, ...nothing, edit };
}

async function countContacts(ctx: RepContext, prospect: Prospect): Promise<number> {
  const { db, workspaceId } = ctx;
  const touches = await listTouches(db, { workspaceId, prospectId: prospect.id });
  const { nurtureStart } = await loadCadenceNumbers(ctx);
  return addUpChase(touches, prospect.importedContacts, nurtureStart).contacts;
}
