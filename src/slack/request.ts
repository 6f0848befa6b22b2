import { z } from 'zod';

export const REQUEST_KINDS = [
  'command',
  'view',
  'view_closed',
  'action',
  'options',
  'shortcut',
  'message_shortcut',
  'event',
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What every request from Slack is asked for, whatever its kind. */
export type SlackRequest = {
  kind: RequestKind;
  /** Command, callback, action or event: what the log says a request was about. */
  about: string | null;
  /** The Slack team the person belongs to, where Slack says it; an organisation's id inside one. */
  userTeamId: string | null;
  triggerId: string | null;
  /** The Slack team it came from. */
  slackTeamId: string | null;
  /** What was typed after the command, or the value of what was clicked or chosen. */
  detail: string | null;
  /** Blocks of the form a submission or click came from. */
  blockIds: { inputs: string[]; all: string[] };
  /** The kind of view a click stood on, or null on a message. */
  viewType: string | null;
};

const valued = { value: z.string().nullish().catch(null) };

const bodySchema = z.object({
  type: z.string().nullish(),
  command: z.string().nullish(),
  text: z.string().nullish().catch(null),
  team_id: z.string().nullish().catch(null),
  team: z.object({ id: z.string().nullish() }).nullish().catch(null),
  callback_id: z.string().nullish(),
  trigger_id: z.string().nullish(),
  action_id: z.string().nullish(),
  user: z.object({ team_id: z.string().nullish() }).nullish().catch(null),
  actions: z
    .array(
      z.object({
        ...valued,
        action_id: z.string().nullish(),
        selected_option: z.object(valued).nullish().catch(null),
      }),
    )
    .nullish()
    .catch(null),
  event: z.object({ type: z.string().nullish() }).nullish().catch(null),
  view: z
    .object({
      type: z.string().nullish(),
      callback_id: z.string().nullish(),
      blocks: z
        .array(z.object({ type: z.string(), block_id: z.string() }))
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});
type Body = z.infer<typeof bodySchema>;

/** Reads a request's body; null when it is nothing Slack sends. */
export function readRequest(body: unknown): SlackRequest | null {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return null;
  const kind = kindOf(parsed.data);
  if (!kind) return null;
  const { view, user, trigger_id } = parsed.data;
  const blocks = view?.blocks ?? [];
  return {
    kind,
    about: aboutOf(parsed.data),
    userTeamId: user?.team_id ?? null,
    triggerId: trigger_id ?? null,
    slackTeamId: parsed.data.team_id ?? parsed.data.team?.id ?? null,
    detail: detailOf(parsed.data),
    viewType: view?.type ?? null,
    blockIds: {
      inputs: blocks.filter(({ type }) => type === 'input').map((block) => block.block_id),
      all: blocks.map((block) => block.block_id),
    },
  };
}

function kindOf(body: Body): RequestKind | null {
  if (body.event) return 'event';
  if (body.command != null) return 'command';
  switch (body.type) {
    case 'view_submission':
      return 'view';
    case 'view_closed':
      return 'view_closed';
    case 'block_suggestion':
      return 'options';
    case 'shortcut':
      return 'shortcut';
    case 'message_action':
      return 'message_shortcut';
    default:
      return body.actions ? 'action' : null;
  }
}

function aboutOf({ event, command, view, actions, action_id, callback_id }: Body): string | null {
  const found = [event?.type, command, actions?.[0]?.action_id, action_id, callback_id];
  return [...found, view?.callback_id].find((name) => typeof name === 'string') ?? null;
}

function detailOf({ command, text, actions }: Body): string | null {
  const [action] = actions ?? [];
  if (command != null) return text ?? null;
  return action?.value ?? action?.selected_option?.value ?? null;
}
