import { nextId, randomToken, type Team } from '../state.ts';
import type { World } from '../world.ts';
import { text } from './arguments.ts';
import { type ApiBody, type ApiCall, type BotCall, type Method, SlackError } from './call.ts';

/** Methods about the app itself: who it is, its connections and its installation. */
export const APP_METHODS: Record<string, Method> = {
  'auth.test': { token: 'bot', args: [], run: test },
  'apps.connections.open': { token: 'app', args: [], run: openConnection },
  'oauth.v2.access': {
    token: 'none',
    args: ['client_id', 'client_secret', 'code', 'redirect_uri', 'grant_type', 'refresh_token'],
    run: exchangeCode,
  },
};

function test({ world, team }: BotCall): ApiBody {
  const bot = world.state.people.get(team.botUserId);
  return {
    url: `${world.url}/`,
    team: team.name,
    user: bot?.name ?? '',
    team_id: team.id,
    user_id: team.botUserId,
    bot_id: team.botId,
    is_enterprise_install: false,
  };
}

function openConnection({ world }: ApiCall): ApiBody {
  const ticket = world.courier.openTicket?.();
  if (!ticket) throw new SlackError('socket_mode_not_enabled');
  return { url: `${world.url.replace('http', 'ws')}/link?ticket=${ticket}` };
}

function exchangeCode({ world, args }: ApiCall): ApiBody {
  const { clientId, clientSecret, appId, scopes } = world.options;
  if (!clientId || text(args, 'client_id') !== clientId) throw new SlackError('invalid_client_id');
  if (text(args, 'client_secret') !== clientSecret) throw new SlackError('bad_client_secret');
  const code = text(args, 'code') ?? '';
  const granted = world.state.installCodes.get(code);
  if (!granted) throw new SlackError('invalid_code');
  if (granted.redirectUri !== text(args, 'redirect_uri')) throw new SlackError('bad_redirect_uri');
  world.state.installCodes.delete(code);

  const team = world.state.teams.get(granted.teamId);
  if (!team) throw new SlackError('invalid_code');
  install(world, team);
  return {
    app_id: appId,
    authed_user: { id: granted.personId },
    scope: scopes.join(','),
    token_type: 'bot',
    access_token: team.botToken,
    bot_user_id: team.botUserId,
    team: { id: team.id, name: team.name },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Installing again after a removal gives a new token; the old one stays dead. */
export function install(world: World, team: Team): void {
  if (team.installed) return;
  team.installed = true;
  team.botToken = newBotToken(world);
  world.changed('people');
}

export function newBotToken(world: World): string {
  return `xoxb-${nextId(world.state, 'K').slice(1)}-${randomToken()}`;
}
