import type { Problem } from '../blocks/rules.ts';
import type { Team } from '../state.ts';
import { hasScope, type World } from '../world.ts';

export type Arguments = Record<string, unknown>;
export type ApiBody = Record<string, unknown>;

export type ApiCall = { world: World; args: Arguments };
/** A call with a bot's token: which team it may touch is settled. */
export type BotCall = ApiCall & { team: Team };

export type Method = { args: readonly string[] } & (
  | { token: 'bot'; scope?: string; run(call: BotCall): ApiBody | Promise<ApiBody> }
  | { token: 'app'; run(call: ApiCall): ApiBody | Promise<ApiBody> }
  | { token: 'none'; run(call: ApiCall): ApiBody | Promise<ApiBody> }
);

/** An answer with `ok: false`; `extra` joins it in the body. */
export class SlackError extends Error {
  override name = 'SlackError';
  readonly code: string;
  readonly extra: ApiBody;

  constructor(code: string, extra: ApiBody = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}

export function invalidArguments(...messages: string[]): SlackError {
  return new SlackError('invalid_arguments', {
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
}

export function fromProblems(code: string, problems: Problem[]): SlackError {
  const messages = describeProblems(problems);
  return new SlackError(code, { errors: messages, response_metadata: { messages } });
}

export function describeProblems(problems: Problem[]): string[] {
  return problems.map(({ message, pointer }) => `[ERROR] ${message} [json-pointer:${pointer}]`);
}

export function requireScope(world: World, needed: string): void {
  if (hasScope(world, needed)) return;
  throw new SlackError('missing_scope', { needed, provided: world.options.scopes.join(',') });
}
