import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Call = { method: string; token: string | null; args: Record<string, string> };
export type SlackUser = { id: string; team_id: string } & Record<string, unknown>;

/** A Slack Web API that knows who people are and notes what it is asked, no more. */
export type SlackApi = {
  apiUrl: string;
  calls: Call[];
  /** Bodies sent to `respondUrl`. */
  said: Record<string, unknown>[];
  respondUrl: string;
  /** Block types that `respondUrl` refuses. */
  refusedBlocks: Set<string>;
  users: Map<string, SlackUser>;
  /** Slack teams by bot token, for `auth.test`. */
  tokens: Map<string, { teamId: string; teamName: string }>;
  /** Answers of methods that are not the usual `{ok: true}`. */
  answers: Map<string, Record<string, unknown>>;
  close(): Promise<void>;
};

export async function startSlackApi(): Promise<SlackApi> {
  const state = {
    calls: [] as Call[],
    said: [] as Record<string, unknown>[],
    refusedBlocks: new Set<string>(),
    users: new Map<string, SlackUser>(),
    tokens: new Map<string, { teamId: string; teamName: string }>(),
    answers: new Map<string, Record<string, unknown>>(),
  };
  const server = createServer(async (request, response) => {
    const body = await readAll(request);
    const path = request.url ?? '';
    const answer = path === '/respond' ? respond(state, body) : answerTo(state, request, body);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    ...state,
    apiUrl: `${origin}/api/`,
    respondUrl: `${origin}/respond`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerTo(
  state: Pick<SlackApi, 'calls' | 'users' | 'tokens' | 'answers'>,
  { url = '', headers }: IncomingMessage,
  body: string,
): Record<string, unknown> {
  const method = url.replace('/api/', '');
  const args = Object.fromEntries(new URLSearchParams(body));
  const token = args.token ?? headers.authorization?.replace('Bearer ', '') ?? null;
  state.calls.push({ method, token, args });
  const scripted = state.answers.get(method);
  if (scripted) return scripted;
  if (method === 'users.info') {
    const user = state.users.get(args.user ?? '');
    return user ? { ok: true, user } : { ok: false, error: 'user_not_found' };
  }
  if (method === 'auth.test') return authTest(state.tokens.get(token ?? ''));
  return { ok: true };
}

function respond(
  { said, refusedBlocks }: Pick<SlackApi, 'said' | 'refusedBlocks'>,
  body: string,
): Record<string, unknown> {
  const answer: { blocks?: { type: string }[] } = JSON.parse(body);
  if (answer.blocks?.some(({ type }) => refusedBlocks.has(type))) {
    return { ok: false, error: 'invalid_blocks' };
  }
  said.push(answer);
  return { ok: true };
}

function authTest(owner: { teamId: string; teamName: string } | undefined) {
  if (!owner) return { ok: false, error: 'invalid_auth' };
  const { teamId, teamName } = owner;
  return { ok: true, team_id: teamId, team: teamName, user_id: 'UBOT', bot_id: 'BBOT' };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
