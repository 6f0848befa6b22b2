import { randomUUID } from 'node:crypto';
import { countOwned, lockOwned } from '../db/owned-prospects.ts';
import { ConflictError, InvalidError } from '../domain/errors.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { type HandOverScope, NOTHING_OWNED, type Owned } from '../domain/owned.ts';
import type { Rep } from '../domain/rep.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { getNewOwner, getRep } from './get-rep.ts';
import { giveProspects } from './give-prospects.ts';
import { mustManage } from './permissions.ts';
import { planBrief } from './plan-brief.ts';

export type HandOverInput = { fromRepId: string; toRepId: string; scope: HandOverScope };

export type HandOver = { from: Rep; to: Rep; scope: HandOverScope; owned: Owned };

/** What a hand-over would give, in numbers; nothing changes. */
export async function previewHandOver(ctx: RepContext, input: HandOverInput): Promise<HandOver> {
  const { from, to } = await readPeople(ctx, input);
  return { from, to, scope: input.scope, owned: await countFor(ctx, { from, scope: input.scope }) };
}

/** All that somebody has to chase, in numbers. */
export async function loadOwned(
  ctx: RepContext,
  { repId }: { repId: string },
): Promise<{ id: string; name: string; owned: Owned }> {
  mustManage(ctx.rep, 'handOver');
  const from = await getRep(ctx, repId);
  const owned = await countFor(ctx, { from, scope: 'all' });
  return { id: from.id, name: from.name, owned };
}

/**
 * Gives all that a rep has to chase, or what is due, to another, in one transaction. The rep may have
 * left. The new owner gets one brief; `undoHandOver` takes the batch back.
 * @throws NotAllowedError for a rep who is no manager; ConflictError when nothing is left.
 */
export async function handOver(
  ctx: RepContext,
  input: HandOverInput,
): Promise<Omit<HandOver, 'owned'> & { batchId: string; count: number }> {
  const { from, to } = await readPeople(ctx, input);
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { workspaceId } = ctx;
    const until = untilOf(input.scope, localDateOf(ctx.now, from.zone));
    const prospects = await lockOwned(db, { workspaceId, ownerId: from.id, until });
    if (prospects.length === 0) {
      const { name } = from;
      const { scope } = input;
      throw new ConflictError((words) => words.handOver.nothingLeft({ name, scope }));
    }
    const batchId = randomUUID();
    await giveProspects(inside, { prospects, to, verb: 'change_owner', batchId });
    await planBrief(inside, { to, batchId });
    return { from, to, scope: input.scope, batchId, count: prospects.length };
  });
}

async function countFor(
  { db, workspaceId, now }: RepContext,
  { from, scope }: { from: Rep; scope: HandOverScope },
): Promise<Owned> {
  const today = localDateOf(now, from.zone);
  const span = { workspaceId, ownerIds: [from.id], until: untilOf(scope, today), today };
  return (await countOwned(db, span)).get(from.id) ?? NOTHING_OWNED;
}

async function readPeople(ctx: RepContext, { fromRepId, toRepId }: HandOverInput) {
  mustManage(ctx.rep, 'handOver');
  const from = await getRep(ctx, fromRepId);
  const to = await getNewOwner(ctx, toRepId);
  if (from.id === to.id) {
    throw new InvalidError((words) => words.handOver.samePerson, 'toRepId');
  }
  return { from, to };
}

function untilOf(scope: HandOverScope, today: LocalDate): LocalDate | undefined {
  return scope === 'due' ? today : undefined;
}
