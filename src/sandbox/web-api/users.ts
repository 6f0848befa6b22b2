import { describeUser } from '../describe-user.ts';
import { isSet, requiredText } from './arguments.ts';
import { type ApiBody, type BotCall, type Method, requireScope, SlackError } from './call.ts';
import { paginate } from './conversations.ts';
import { findPerson } from './find-channel.ts';

export const USER_METHODS: Record<string, Method> = {
  'users.info': {
    token: 'bot',
    scope: 'users:read',
    args: ['user', 'include_locale'],
    run: info,
  },
  'users.list': {
    token: 'bot',
    scope: 'users:read',
    args: ['cursor', 'include_locale', 'limit', 'team_id'],
    run: list,
  },
  'users.lookupByEmail': {
    token: 'bot',
    scope: 'users:read.email',
    args: ['email'],
    run: lookupByEmail,
  },
};

function info(call: BotCall): ApiBody {
  const person = findPerson(call, requiredText(call.args, 'user'));
  const includeLocale = isSet(call.args, 'include_locale');
  return { user: describeUser(call.world, person, { includeLocale }) };
}

function list(call: BotCall): ApiBody {
  const includeLocale = isSet(call.args, 'include_locale');
  const people = [...call.world.state.people.values()].filter(
    (person) => person.teamId === call.team.id,
  );
  const members = people.map((person) => describeUser(call.world, person, { includeLocale }));
  return { ...paginate(call, 'members', members), cache_ts: Math.floor(Date.now() / 1000) };
}

/** People who left are not found by their email. */
function lookupByEmail(call: BotCall): ApiBody {
  requireScope(call.world, 'users:read');
  const email = requiredText(call.args, 'email').toLowerCase();
  for (const person of call.world.state.people.values()) {
    const here = person.teamId === call.team.id && !person.deleted && !person.isBot;
    if (here && person.email.toLowerCase() === email) {
      return { user: describeUser(call.world, person) };
    }
  }
  throw new SlackError('users_not_found');
}
