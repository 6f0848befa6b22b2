import { z } from 'zod';

/**
 * Which request this is, for `once`: the same when Slack, a proxy or an impatient person sends it
 * again. Double clicks are other requests; the versions in buttons absorb those.
 */
export function receiptKeyOfView(view: { id: string }, nonce = ''): string {
  return `view:${view.id}:${nonce}`;
}

const clickSchema = z.object({
  container: z
    .object({ message_ts: z.string().nullish(), view_id: z.string().nullish() })
    .nullish(),
  message: z.object({ ts: z.string() }).nullish(),
  view: z.object({ id: z.string() }).nullish(),
  actions: z.tuple([z.object({ action_id: z.string(), action_ts: z.string() })]).rest(z.unknown()),
});

/** Of a click, by the message or view it stands on. */
export function receiptKeyOfAction(body: unknown): string {
  const { container, message, view, actions } = clickSchema.parse(body);
  const [{ action_id, action_ts }] = actions;
  const places = [container?.message_ts, message?.ts, container?.view_id, view?.id];
  return `act:${places.find((place) => place) ?? ''}:${action_id}:${action_ts}`;
}

export function receiptKeyOfCommand(command: { trigger_id: string }): string {
  return `cmd:${command.trigger_id}`;
}

const eventSchema = z.object({
  type: z.string(),
  channel: z.string().optional().catch(undefined),
  user: z.string().optional().catch(undefined),
  ts: z.string().optional(),
  event_ts: z.string().optional(),
});

/** Of an event, which Slack may send again under a new id: by what happened, where and when. */
export function receiptKeyOfEvent(event: unknown): string {
  const { type, channel, user, ts, event_ts } = eventSchema.parse(event);
  return `evt:${type}:${channel ?? user ?? ''}:${ts ?? event_ts ?? ''}`;
}
