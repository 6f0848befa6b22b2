import { findHeldMatch, type Settlement, settleHeldMatch } from '../db/held-matches.ts';
import { findRep } from '../db/reps.ts';
import { ConflictError, NotFoundError } from '../domain/errors.ts';
import { labelOf, type Prospect } from '../domain/prospect.ts';
import type { HeldPair, Verdict } from '../domain/same-person.ts';
import type { Sentence } from '../domain/words/words.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { findStopEntry } from './find-stop-entry.ts';
import { getProspect, getProspectToChange, isUuid } from './get-prospect.ts';
import { mustManage } from './permissions.ts';
import { requestDigestRedraw } from './request-digest-redraw.ts';
import { stopEntry, stopSamePerson } from './stop-same-person.ts';
import { suppressPerson } from './suppress-person.ts';

export type SettledMatch = { prospect: Prospect; stopped: Prospect; verdict: Verdict };

/**
 * A manager says whether who shares a phone with somebody who asked us to stop is that person: the same
 * one is stopped as they were, somebody else is chased on and this pair is not asked about again. The
 * same verdict twice is once.
 * @throws NotAllowedError for anybody but a manager; ConflictError when it was decided the other way,
 * or the stop was lifted meanwhile.
 */
export async function decideHeldMatch(
  ctx: RepContext,
  { verdict, ...pair }: HeldPair & { verdict: Verdict },
): Promise<SettledMatch> {
  mustManage(ctx.rep, 'decideWhoItIs');
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { workspaceId, rep, now } = ctx;
    const prospect = await getProspectToChange(db, { workspaceId, prospectId: pair.prospectId });
    const match = await getMatch(inside, pair);
    const stopped = await getProspect(db, { workspaceId, prospectId: pair.stoppedProspectId });
    if (match.verdict !== null) {
      if (match.verdict === verdict) return { prospect, stopped, verdict };
      const said = { prospect, settledBy: match.settledBy, verdict: match.verdict };
      throw new ConflictError(await describeVerdict(inside, said));
    }
    if (stopped.standing.status !== 'stopped') {
      throw new ConflictError(({ endings }) => endings.held.stopWasLifted(labelOf(stopped)));
    }
    await settleHeldMatch(db, { workspaceId, ...pair, verdict, repId: rep.id, at: now });
    if (verdict === 'same') await stopLike(inside, { prospect, stopped });
    await requestDigestRedraw(inside, prospect.id);
    return {
      prospect: await getProspect(db, { workspaceId, prospectId: prospect.id }),
      stopped,
      verdict,
    };
  });
}

async function getMatch({ db, workspaceId }: RepContext, pair: HeldPair): Promise<Settlement> {
  const match = isUuid(pair.stoppedProspectId)
    ? await findHeldMatch(db, { workspaceId, ...pair })
    : null;
  if (!match) throw new NotFoundError(({ endings }) => endings.held.notThere);
  return match;
}

/** Under the touch in which they asked, so that undoing that touch takes this back as well. */
async function stopLike(
  ctx: RepContext,
  { prospect, stopped }: { prospect: Prospect; stopped: Prospect },
): Promise<void> {
  if (prospect.standing.status === 'stopped') return;
  const touchId = (await findStopEntry(ctx, stopped.id))?.touchId ?? null;
  const today = localDateOf(ctx.now, ctx.rep.zone);
  const ended = await stopEntry(ctx, { prospect, touchId });
  await suppressPerson(ctx, { prospect: ended, today });
  await stopSamePerson(ctx, { prospect: ended, touchId, today });
}

async function describeVerdict(
  { db, workspaceId, rep }: RepContext,
  {
    prospect,
    settledBy,
    verdict,
  }: { prospect: Prospect; settledBy: string | null; verdict: Verdict },
): Promise<Sentence> {
  const who = settledBy === null ? null : await findRep(db, { workspaceId, repId: settledBy });
  const by = who?.id === rep.id ? 'you' : who;
  return ({ endings }) => endings.held.decidedAlready(labelOf(prospect), { by, verdict });
}
