import type {
  GlobalShortcut,
  MessageShortcut,
  Middleware,
  SlackShortcutMiddlewareArgs,
} from '@slack/bolt';
import { cutText, NOTE_LENGTH } from '../../domain/typed-text.ts';
import { guessProspect } from '../../services/guess-prospect.ts';
import { actorOf } from '../identify.ts';
import { readText } from '../read-text.ts';
import { openLogModal } from './open-log.ts';

const MESSAGE_LENGTH = 1500;

/** "Log a touch" from anywhere in Slack. */
export const logFromAnywhere: Middleware<SlackShortcutMiddlewareArgs<GlobalShortcut>> = async ({
  ack,
  context,
  client,
}) => {
  await ack();
  await openLogModal(actorOf(context), { client, context }, { from: 'modal' });
};

/** "Log as a touch" on a message: its text and its address become the note, whom it names is chosen. */
export const logFromMessage: Middleware<SlackShortcutMiddlewareArgs<MessageShortcut>> = async ({
  ack,
  shortcut,
  context,
  client,
}) => {
  await ack();
  const { message, channel, team, message_ts } = shortcut;
  const address = team?.domain
    ? `https://${team.domain}.slack.com/archives/${channel.id}/p${message_ts.replace('.', '')}`
    : '';
  const ctx = actorOf(context);
  const text = cutText(await readText(ctx, message.text), MESSAGE_LENGTH);
  const prospectId = await guessProspect(ctx, { text });
  await openLogModal(
    ctx,
    { client, context },
    {
      from: 'command',
      responseUrl: shortcut.response_url,
      ...(prospectId === null ? {} : { prospectId }),
      note: cutText([text, address].filter(Boolean).join('\n'), NOTE_LENGTH),
    },
  );
};
