import type { RepContext } from '../../services/context.ts';
import { getTeamToSend } from '../../services/get-subject.ts';
import { loadBrief } from '../../services/plan-brief.ts';
import { loadOwnerGone } from '../../services/plan-owner-gone.ts';
import { SETUP_NOTICE } from '../../services/plan-setup-notice.ts';
import { buildBrief } from '../views/brief-message.ts';
import type { Message } from '../views/digest-message.ts';
import { buildOwnerGoneNotice } from '../views/owner-gone-notice.ts';
import { buildSetupNotice } from '../views/setup-notice.ts';

/** What a notice says by now, by the name it has in the ledger; null when it has nothing to say any more. */
export async function drawNotice(ctx: RepContext, occurrenceKey: string): Promise<Message | null> {
  if (occurrenceKey === SETUP_NOTICE) {
    const team = await getTeamToSend(ctx, ctx.rep.teamId);
    return team.slackChannelId === null ? buildSetupNotice() : null;
  }
  const gone = await loadOwnerGone(ctx, occurrenceKey);
  if (gone) return buildOwnerGoneNotice(gone);
  const brief = await loadBrief(ctx, occurrenceKey);
  return brief && buildBrief(brief);
}
