import { COMMAND, SHORTCUTS } from './ids.ts';
import { BOT_SCOPES, OPTIONAL_BOT_SCOPES } from './scopes.ts';

/** Events the bot is told of; `register.ts` has a listener for each. */
export const BOT_EVENTS = [
  'app_home_opened',
  'app_uninstalled',
  'message.im',
  'tokens_revoked',
  'user_change',
] as const;

/**
 * What Slack is told the bot is. Without an address it uses Socket Mode; with one, everything Slack
 * sends goes to that address.
 */
export function buildManifest({ publicUrl }: { publicUrl: string | null }) {
  const url = publicUrl && `${publicUrl.replace(/\/*$/, '')}/slack/events`;
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: 'Followup',
      description: 'Keeps a sales team’s follow-ups: who to chase today, and nobody forgotten.',
      background_color: '#1f3a5f',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'Followup', always_online: true },
      slash_commands: [
        {
          command: COMMAND,
          ...(url ? { url } : {}),
          description: 'Log a touch, see whom to chase',
          usage_hint: '[log, list, show, board, away, help]',
          should_escape: true,
        },
      ],
      shortcuts: [
        {
          name: 'Log a touch',
          type: 'global',
          callback_id: SHORTCUTS.logTouch,
          description: 'Log what happened with a prospect',
        },
        {
          name: 'Log as a touch',
          type: 'message',
          callback_id: SHORTCUTS.logMessage,
          description: 'Log this message as a touch',
        },
      ],
    },
    oauth_config: {
      ...(publicUrl
        ? { redirect_urls: [`${publicUrl.replace(/\/*$/, '')}/slack/oauth_redirect`] }
        : {}),
      scopes: { bot: [...BOT_SCOPES, ...OPTIONAL_BOT_SCOPES], bot_optional: OPTIONAL_BOT_SCOPES },
    },
    settings: {
      event_subscriptions: { ...(url ? { request_url: url } : {}), bot_events: BOT_EVENTS },
      interactivity: {
        is_enabled: true,
        ...(url ? { request_url: url, message_menu_options_url: url } : {}),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
}
