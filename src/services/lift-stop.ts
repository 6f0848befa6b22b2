import type { ProspectChange } from '../db/prospects.ts';
import { listSharingPhone } from '../db/same-person.ts';
import { deleteSuppressions } from '../db/suppressions.ts';
import { InvalidError } from '../domain/errors.ts';
import type { Prospect } from '../domain/prospect.ts';
import { snapshotSchema } from '../domain/snapshot.ts';
import type { Channel } from '../domain/touch.ts';
import { cleanText, hasNul } from '../domain/typed-text.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { findStopEntry } from './find-stop-entry.ts';
import { getProspectToChange } from './get-prospect.ts';
import { lockSamePerson } from './lock-same-person.ts';
import { openChannel } from './open-channel.ts';
import { mustManage } from './permissions.ts';
import { planRestart } from './plan-restart.ts';
import { changeBackTo } from './restore-snapshot.ts';
import { saveChange } from './save-change.ts';
import { suppressPerson } from './suppress-person.ts';

export const LIFT_REASON_LENGTH = 300;

export type LiftInput = {
  prospectId: string;
  version?: number | undefined;
  reason: string | null;
  /** For one who is open: which of the channels they did not want; needed when there are several. */
  channel?: Channel | null;
};

export type LiftedStop = {
  prospect: Prospect;
  /** The one channel that may be used again; null when the whole stop was lifted. */
  channel: Channel | null;
  /** Entries of the same person that were lifted too. */
  others: number;
};

/**
 * Lifts a stop, for the reason a manager gives: open, due today, with the person's other entries that
 * were stopped, and no import refuses them any more. A stop for one channel opens that channel.
 * @throws NotAllowedError for anybody but a manager; InvalidError with field `reason` or `channel`;
 * ConflictError when nothing is stopped or the version is stale.
 */
export async function liftStop(ctx: RepContext, input: LiftInput): Promise<LiftedStop> {
  mustManage(ctx.rep, 'liftStop');
  const reason = readReason(input.reason);
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { workspaceId } = ctx;
    const prospect = await getProspectToChange(db, { workspaceId, ...input });
    if (prospect.standing.status === 'stopped') return liftWhole(inside, prospect, reason);
    return openChannel(inside, prospect, { wanted: input.channel ?? null, reason });
  });
}

function readReason(text: string | null): string {
  if (text !== null && hasNul(text)) {
    throw new InvalidError(({ faults }) => faults.holdsNul, 'reason');
  }
  const reason = cleanText(text);
  if (reason === null) {
    throw new InvalidError(({ endings }) => endings.lift.why, 'reason');
  }
  if (reason.length > LIFT_REASON_LENGTH) {
    throw new InvalidError(({ endings }) => endings.lift.tooLong(LIFT_REASON_LENGTH), 'reason');
  }
  return reason;
}

async function liftWhole(ctx: RepContext, prospect: Prospect, reason: string): Promise<LiftedStop> {
  const others = await lockSamePerson(ctx, prospect);
  const stopped = others.filter(({ standing }) => standing.status === 'stopped');
  const change = await planRestart(ctx, prospect, 'lifted');
  const lifted = await saveChange(ctx, { prospect, change, verb: 'lift', reason });
  for (const other of stopped) {
    const back = await changeOfOther(ctx, other);
    await saveChange(ctx, { prospect: other, change: back, verb: 'lift', reason });
  }
  await forgetStops(ctx, [prospect, ...stopped]);
  return { prospect: lifted, channel: null, others: stopped.length };
}

/** An entry that was won, lost or no prospect when the stop came is that again; others are chased. */
async function changeOfOther(ctx: RepContext, other: Prospect): Promise<ProspectChange> {
  const stop = await findStopEntry(ctx, other.id);
  const before = snapshotSchema.safeParse(stop?.before).data;
  if (!before || before.status === 'open') return planRestart(ctx, other, 'lifted');
  const { ownerId, interest, stoppedChannels } = other;
  return { ...(await changeBackTo(ctx, other, before)), ownerId, interest, stoppedChannels };
}

/** Imports take them again. Who shares the phone and is still stopped stays known by it. */
async function forgetStops(ctx: RepContext, lifted: readonly Prospect[]): Promise<void> {
  const { db, workspaceId, now, rep } = ctx;
  const prospectIds = lifted.map(({ id }) => id);
  for (const prospectId of prospectIds) await deleteSuppressions(db, { workspaceId, prospectId });
  const today = localDateOf(now, rep.zone);
  for (const { id, status } of await listSharingPhone(db, { workspaceId, prospectIds })) {
    if (status === 'stopped') await suppressPerson(ctx, { prospect: { id }, today });
  }
}
