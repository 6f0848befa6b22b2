import type { WebClient } from '@slack/web-api';
import type { Rep } from '../../domain/rep.ts';
import { type DeliveryContext, deliveryContext } from '../../services/delivery-context.ts';
import { findRecipient, markDeactivated, rememberDm } from '../../services/rep-recipient.ts';
import { type AnswerClass, classifyFailure } from './classify-answer.ts';
import type { SenderDeps } from './sender-deps.ts';

const PRESENCE_MS = 6 * 3_600_000;
const PRESENCE_ENTRIES = 50_000;

export type Destination =
  | { kind: 'channel'; slackChannelId: string; dm: Rep | null }
  | { kind: 'deactivated'; repId: string | null }
  | { kind: 'refused'; answer: AnswerClass };

type Person = { workspaceId: number; slackUserId: string };

/**
 * The direct message channel of a person who is still there. Slack lets one write to a deactivated
 * person without a word, so that is asked first; the channel is opened once and kept.
 */
export async function findDm(
  deps: SenderDeps,
  client: WebClient,
  { ctx, ...person }: Person & { ctx: DeliveryContext },
): Promise<Destination> {
  const rep = await findRecipient(ctx, person);
  if (rep && rep.deactivatedAt !== null) return { kind: 'deactivated', repId: rep.id };
  const gone = await askPresence(deps, client, { ...person, machineNow: ctx.machineNow });
  if (gone === 'deactivated') {
    if (rep) await markDeactivated(ctx, { workspaceId: person.workspaceId, repId: rep.id });
    return { kind: 'deactivated', repId: rep?.id ?? null };
  }
  if (gone !== null) return { kind: 'refused', answer: gone };
  if (rep?.slackDmId) return { kind: 'channel', slackChannelId: rep.slackDmId, dm: rep };
  return openDm(deps, client, { ...person, rep });
}

/** Opens the direct message and keeps its channel; without the scope for that Slack takes the user's id. */
export async function openDm(
  deps: SenderDeps,
  client: WebClient,
  { workspaceId, slackUserId, rep }: Person & { rep: Rep | null },
): Promise<Destination> {
  try {
    const { channel } = await client.conversations.open({ users: slackUserId });
    if (!channel?.id) return { kind: 'refused', answer: { kind: 'not_sent', error: 'no_channel' } };
    if (rep) {
      const ctx = await deliveryContext(deps);
      await rememberDm(ctx, { workspaceId, repId: rep.id, slackDmId: channel.id });
    }
    return { kind: 'channel', slackChannelId: channel.id, dm: rep };
  } catch (error) {
    const answer = harmless(classifyFailure(error));
    if (answer.kind === 'scope') return { kind: 'channel', slackChannelId: slackUserId, dm: rep };
    return { kind: 'refused', answer };
  }
}

async function askPresence(
  { presence }: SenderDeps,
  client: WebClient,
  { workspaceId, slackUserId, machineNow }: Person & { machineNow: Date },
): Promise<AnswerClass | 'deactivated' | null> {
  const key = `${workspaceId}:${slackUserId}`;
  const known = presence.get(key);
  if (known && known.untilMs > machineNow.getTime()) return null;
  try {
    const { user } = await client.users.info({ user: slackUserId });
    if (user?.deleted) return 'deactivated';
    if (presence.size >= PRESENCE_ENTRIES) presence.clear();
    presence.set(key, { untilMs: machineNow.getTime() + PRESENCE_MS });
    return null;
  } catch (error) {
    const answer = harmless(classifyFailure(error));
    // Whoever may not ask sends without having asked.
    return answer.kind === 'scope' ? null : answer;
  }
}

/** Asking and opening may be repeated freely, so an unclear answer is as good as no call at all. */
function harmless(answer: AnswerClass): AnswerClass {
  return answer.kind === 'unclear' ? { kind: 'not_sent', error: answer.error } : answer;
}
