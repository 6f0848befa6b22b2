import type { RepContext } from '../../services/context.ts';
import { getTeamToSend } from '../../services/get-subject.ts';
import { SETUP_NOTICE } from '../../services/plan-setup-notice.ts';
import { loadWelcome } from '../../services/plan-welcome.ts';
import { buildSetupNotice } from '../views/setup-notice.ts';
import { buildFirstRun, buildWelcome } from '../views/welcome.ts';
import type { Content } from './render.ts';

/** What a notice says, by what it is called in the ledger; null when there is no more reason for it. */
export async function drawNotice(ctx: RepContext, occurrenceKey: string): Promise<Content | null> {
  const { rep } = ctx;
  const welcome = await loadWelcome(ctx, occurrenceKey);
  if (welcome?.kind === 'first_run') return buildFirstRun(rep);
  if (welcome) return buildWelcome({ ...rep, addedBy: welcome.addedBy });
  if (occurrenceKey !== SETUP_NOTICE) return null;
  const team = await getTeamToSend(ctx, rep.teamId);
  return team.slackChannelId === null ? buildSetupNotice() : null;
}
