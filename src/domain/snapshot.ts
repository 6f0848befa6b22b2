import { z } from 'zod';
import {
  ACTIONS,
  NOT_A_PROSPECT_REASONS,
  type Prospect,
  ruleSchema,
  STATUSES,
  type Standing,
} from './prospect.ts';
import { CHANNELS, INTERESTS, NO_REASONS } from './touch.ts';

const nextStepSchema = z.object({
  on: z.string(),
  at: z.coerce.date().nullable(),
  action: z.enum(ACTIONS),
  step: z.string().nullable(),
  channel: z.enum(CHANNELS).nullable(),
  promised: z.boolean(),
  rule: ruleSchema,
});

/** What a change may alter of a prospect, as history keeps it before and after, and undo restores it. */
export const snapshotSchema = z.object({
  ownerId: z.string().nullable(),
  status: z.enum(STATUSES),
  next: nextStepSchema.nullable(),
  revisitOn: z.string().nullable(),
  /** Without it, the last No tells why. */
  closedReason: z.enum([...NO_REASONS, ...NOT_A_PROSPECT_REASONS]).nullish(),
  interest: z.enum(INTERESTS).nullable(),
  stoppedChannels: z.array(z.enum(CHANNELS)),
  inLine: z.boolean(),
  snoozes: z.number(),
  crackNote: z.string().nullable().default(null),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/**
 * The part of a prospect that changes, as plain JSON.
 * @example takeSnapshot(dana).next?.on //=> '2026-11-17'
 */
export function takeSnapshot(prospect: Prospect): Snapshot {
  return {
    ownerId: prospect.ownerId,
    status: prospect.standing.status,
    next: prospect.standing.next,
    revisitOn: prospect.standing.revisitOn,
    closedReason: prospect.closedReason,
    interest: prospect.interest,
    stoppedChannels: prospect.stoppedChannels,
    inLine: prospect.inLine,
    snoozes: prospect.snoozes,
    crackNote: prospect.crackNote,
  };
}

/**
 * Where a prospect stood in a snapshot.
 * @example standingIn(takeSnapshot(dana)) //=> dana.standing
 * @throws when an open snapshot has no next step, which the database never kept.
 */
export function standingIn(snapshot: Snapshot): Standing {
  const { status, next, revisitOn } = snapshot;
  if (status === 'open') {
    if (next === null) throw new Error('A snapshot of an open prospect has no next step.');
    return { status, next, revisitOn: null };
  }
  if (status === 'won' || status === 'lost') return { status, next: null, revisitOn };
  return { status, next: null, revisitOn: null };
}

/**
 * A prospect as a snapshot saw it; what no change alters is as it is now.
 * @example prospectIn(takeSnapshot(dana), dana) //=> dana
 */
export function prospectIn(snapshot: Snapshot, prospect: Prospect): Prospect {
  const { ownerId, interest, stoppedChannels, inLine, snoozes } = snapshot;
  const standing = standingIn(snapshot);
  return { ...prospect, ownerId, interest, stoppedChannels, inLine, snoozes, standing };
}
