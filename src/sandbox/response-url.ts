import { isRecord } from './blocks/rules.ts';
import { type Exchange, readBody } from './http-exchange.ts';
import { RESPONSE_URL_LIFETIME_MS, RESPONSE_URL_USES } from './limits.ts';
import { sendReply, withFaults } from './serve-api.ts';
import { showAnswer } from './show-answer.ts';
import { nextId, type ResponseUrl, randomToken } from './state.ts';
import { parseJson } from './web-api/arguments.ts';
import { SlackError } from './web-api/call.ts';
import type { World } from './world.ts';

/** Lets the app answer this command or click five times within half an hour. */
export function issueResponseUrl(
  world: World,
  place: Pick<ResponseUrl, 'teamId' | 'personId' | 'channelId' | 'ts'>,
): string {
  const { responseUrls } = world.state;
  for (const [old, { expiresAt }] of responseUrls) {
    if (expiresAt + RESPONSE_URL_LIFETIME_MS < Date.now()) responseUrls.delete(old);
  }
  const id = `${nextId(world.state, 'R')}-${randomToken()}`;
  const expiresAt = Date.now() + RESPONSE_URL_LIFETIME_MS;
  responseUrls.set(id, { ...place, id, uses: 0, expiresAt });
  return `${world.url}/hooks/response/${place.teamId}/${id}`;
}

/** `POST /hooks/response/<team>/<id>` */
export async function serveResponseUrl(
  world: World,
  exchange: Exchange,
  id: string,
): Promise<void> {
  const started = Date.now();
  const body = parseJson(await readBody(exchange.request));
  const reply = await withFaults(world, 'response_url', async () => {
    const error = useResponseUrl(world, id, body);
    const headers = { 'content-type': error ? 'application/json' : 'text/plain' };
    if (!error) return { status: 200, headers, body: 'ok' };
    const status = error.endsWith('_url') ? 404 : 400;
    return { status, headers, body: JSON.stringify({ ok: false, error }) };
  });
  world.traffic.record({
    direction: 'from app',
    title: 'response_url',
    transport: 'http',
    request: body,
    response: reply.ending === 'whole' ? reply.body : reply.ending,
    status: reply.status,
    ms: Date.now() - started,
  });
  sendReply(exchange, reply);
}

/** Null when the answer was shown, else Slack's word for the refusal. */
function useResponseUrl(world: World, id: string, body: unknown): string | null {
  const place = world.state.responseUrls.get(id);
  if (!place || Date.now() > place.expiresAt) return 'expired_url';
  if (place.uses >= RESPONSE_URL_USES) return 'used_url';
  if (!isRecord(body)) return 'invalid_payload';
  place.uses += 1;
  try {
    showAnswer(world, place, body);
    return null;
  } catch (error) {
    if (error instanceof SlackError) return error.code;
    throw error;
  }
}
