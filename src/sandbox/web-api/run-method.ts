import type { World } from '../world.ts';
import {
  type ApiBody,
  type Arguments,
  invalidArguments,
  type Method,
  requireScope,
  SlackError,
} from './call.ts';
import { METHODS } from './methods.ts';

export type ApiRequest = { method: string; args: Arguments; token: string | undefined };

/** Runs one method of the Web API; a refusal is an answer with `ok: false`. */
export async function runMethod(world: World, request: ApiRequest): Promise<ApiBody> {
  try {
    const method = METHODS.get(request.method);
    if (!method) throw new SlackError('unknown_method', { req_method: request.method });
    return { ok: true, ...(await run(world, method, request)) };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { ok: false, error: error.code, ...error.extra };
  }
}

export function acceptedScope(method: string): string {
  const found = METHODS.get(method);
  return found?.token === 'bot' ? (found.scope ?? '') : '';
}

async function run(world: World, method: Method, request: ApiRequest): Promise<ApiBody> {
  const { args, token } = request;
  if (method.token === 'none') {
    checkArguments(method, args);
    return method.run({ world, args });
  }
  if (token === undefined) throw new SlackError('not_authed');
  const team = [...world.state.teams.values()].find((item) => item.botToken === token);
  const isAppToken = token === world.options.appToken;
  if (!team && !isAppToken) throw new SlackError('invalid_auth');
  if ((method.token === 'app') !== isAppToken) throw new SlackError('not_allowed_token_type');
  if (team && !team.installed) throw new SlackError('account_inactive');

  if (method.token === 'app') {
    checkArguments(method, args);
    return method.run({ world, args });
  }
  if (!team) throw new SlackError('invalid_auth');
  world.awake.add(team.id);
  if (method.scope) requireScope(world, method.scope);
  checkArguments(method, args);
  return method.run({ world, args, team });
}

/** Arguments that any method takes; Bolt's client names the workspace in every call. */
const COMMON_ARGUMENTS = ['token', 'team_id'];

/** Slack names what it does not know rather than ignoring it, which is how misspelt arguments come to light. */
function checkArguments(method: Method, args: Arguments): void {
  const unknown = Object.keys(args).filter(
    (name) => args[name] !== undefined && ![...COMMON_ARGUMENTS, ...method.args].includes(name),
  );
  if (unknown.length === 0) return;
  throw invalidArguments(...unknown.map((name) => `unrecognized argument: ${name}`));
}
