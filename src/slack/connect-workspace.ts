import { setTimeout as sleep } from 'node:timers/promises';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { ConfigError } from '../config.ts';
import type { Logger } from '../logger.ts';
import type { SlackTeamKey } from '../services/find-installation.ts';
import type { Tokens } from '../services/token-box.ts';

/** Whose token it is, as Slack says. */
export type TokenOwner = SlackTeamKey & { slackTeamName: string; tokens: Tokens };

/** Slack will say the same again: the setting is wrong. */
const REFUSED = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'no_permission',
  'missing_scope',
  'org_login_required',
  'ekm_access_denied',
]);
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Asks Slack whose the bot's token is, again and again while Slack cannot be reached.
 * @throws ConfigError when Slack refuses the token
 */
export async function askTokenOwner(
  client: WebClient,
  { botToken, log, signal }: { botToken: string; log: Logger; signal: AbortSignal },
): Promise<TokenOwner> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    try {
      return await askOnce(client, botToken);
    } catch (error) {
      if (error instanceof ConfigError) throw error;
      log.warn({ err: error, waitMs }, 'Slack did not say whose the bot token is; asking again.');
      await sleep(waitMs, undefined, { signal });
    }
  }
}

async function askOnce(client: WebClient, botToken: string): Promise<TokenOwner> {
  try {
    const answer = await client.auth.test({ token: botToken });
    const { team_id, user_id, bot_id } = answer;
    if (!team_id || !user_id || !bot_id) throw refusedToken('it is not a bot token');
    return {
      slackTeamId: team_id,
      slackEnterpriseId: answer.enterprise_id ?? null,
      slackTeamName: answer.team ?? team_id,
      tokens: { botToken, botId: bot_id, botUserId: user_id },
    };
  } catch (error) {
    if (error instanceof WebAPIPlatformError && REFUSED.has(error.data.error)) {
      throw refusedToken(error.data.error);
    }
    throw error;
  }
}

function refusedToken(why: string): ConfigError {
  return new ConfigError([
    `SLACK_BOT_TOKEN was refused by Slack (${why}). Copy the Bot User OAuth Token from OAuth & Permissions.`,
  ]);
}
