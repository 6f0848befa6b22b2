import { wordsFor } from '../../domain/words/words.ts';
import { localDateOf } from '../../domain/zone.ts';
import type { RepContext } from '../../services/context.ts';
import { getTeamToSend } from '../../services/get-subject.ts';
import { loadNudge } from '../../services/nudge-rep.ts';
import { isBrief, loadBrief } from '../../services/plan-brief.ts';
import { loadOwnerGone } from '../../services/plan-owner-gone.ts';
import { SETUP_NOTICE } from '../../services/plan-setup-notice.ts';
import { loadUnsent } from '../../services/plan-unsent-notice.ts';
import { loadWelcome } from '../../services/plan-welcome.ts';
import { buildBrief, buildBriefTakenBack } from '../views/brief-message.ts';
import { buildNudge } from '../views/crack-list.ts';
import type { Message } from '../views/digest-message.ts';
import { buildOwnerGoneNotice } from '../views/owner-gone-notice.ts';
import { buildSetupNotice } from '../views/setup-notice.ts';
import { buildUnsentNotice } from '../views/unsent-notice.ts';
import { buildFirstRun, buildWelcome } from '../views/welcome.ts';

/** What a notice that was sent says by now: only a brief changes, when its hand-over is taken back. */
export async function redrawNotice(
  ctx: RepContext,
  occurrenceKey: string,
): Promise<Message | null> {
  if (!isBrief(occurrenceKey)) return null;
  const brief = await loadBrief(ctx, occurrenceKey);
  const words = wordsFor(ctx.rep.locale);
  return brief ? buildBrief(brief, words) : buildBriefTakenBack(words);
}

/** What a notice says by now, by the name it has in the ledger; null when it has nothing to say any more. */
export async function drawNotice(ctx: RepContext, occurrenceKey: string): Promise<Message | null> {
  const words = wordsFor(ctx.rep.locale);
  if (occurrenceKey === SETUP_NOTICE) {
    const team = await getTeamToSend(ctx, ctx.rep.teamId);
    return team.slackChannelId === null ? buildSetupNotice(words) : null;
  }
  const welcome = await loadWelcome(ctx, occurrenceKey);
  if (welcome?.kind === 'first_run') return buildFirstRun(ctx.rep, words);
  if (welcome) return buildWelcome({ ...ctx.rep, addedBy: welcome.addedBy }, words);
  const gone = await loadOwnerGone(ctx, occurrenceKey);
  if (gone) return buildOwnerGoneNotice(gone, words);
  const brief = await loadBrief(ctx, occurrenceKey);
  if (brief) return buildBrief(brief, words);
  const unsent = await loadUnsent(ctx, occurrenceKey);
  if (unsent) return buildUnsentNotice({ ...unsent, ...dayOf(ctx) }, words);
  const nudge = await loadNudge(ctx, occurrenceKey);
  return nudge && buildNudge(nudge, words);
}

function dayOf({ now, rep: { zone } }: RepContext) {
  return { today: localDateOf(now, zone), zone };
}
