import type { WebClient } from '@slack/web-api';
import type { ClaimedDelivery } from '../../domain/delivery.ts';
import { deliveryContext } from '../../services/delivery-context.ts';
import { disconnectWorkspace } from '../../services/disconnect-workspace.ts';
import type { Outcome } from '../../services/settle-delivery.ts';
import { stopTeamPost } from '../../services/stop-team-post.ts';
import { type AnswerClass, classifyFailure } from './classify-answer.ts';
import type { SenderDeps, Trouble } from './sender-deps.ts';

type Answered = { delivery: ClaimedDelivery; client: WebClient; answer: AnswerClass };

/** What an answer means for its delivery, after doing what it means for the workspace, team or person. */
export async function outcomeOf(deps: SenderDeps, answered: Answered): Promise<Outcome> {
  const { delivery, answer } = answered;
  switch (answer.kind) {
    case 'sent':
    case 'rate_limited':
      return answer;
    case 'not_sent':
      return { kind: 'later', error: answer.error };
    case 'unclear':
      return { kind: 'uncertain', error: answer.error };
    case 'workspace':
      return disconnect(deps, answered, answer.error);
    case 'scope':
      report(deps, delivery, { kind: 'scope_missing', error: answer.error });
      return { kind: 'dead', error: answer.error };
    case 'destination':
      report(deps, delivery, { kind: 'destination_lost', error: answer.error });
      if (delivery.kind === 'team_post') await stopTeamPost(await deliveryContext(deps), delivery);
      return { kind: 'skipped', reason: answer.error };
    case 'recipient':
      report(deps, delivery, { kind: 'recipient_gone', error: answer.error });
      return { kind: 'skipped', reason: answer.error };
    case 'our_bug':
      return { kind: 'dead', error: answer.error };
    case 'unknown':
      return { kind: 'failed', error: answer.error };
  }
}

export function report(
  { onTrouble }: SenderDeps,
  { workspaceId, id: deliveryId, subjectKey }: ClaimedDelivery,
  trouble: Pick<Trouble, 'kind' | 'error'>,
): void {
  onTrouble({ ...trouble, workspaceId, deliveryId, subjectKey });
}

/** A token is given up only when Slack says so twice: a blip must not silence a workspace. */
async function disconnect(
  deps: SenderDeps,
  { delivery, client }: Answered,
  error: string,
): Promise<Outcome> {
  const { workspaceId } = delivery;
  if (await isRevoked(client)) {
    const first = await disconnectWorkspace(deps, { workspaceId });
    if (first) report(deps, delivery, { kind: 'workspace_disconnected', error });
  }
  return { kind: 'later', error };
}

async function isRevoked(client: WebClient): Promise<boolean> {
  try {
    await client.auth.test();
    return false;
  } catch (error) {
    return classifyFailure(error).kind === 'workspace';
  }
}
