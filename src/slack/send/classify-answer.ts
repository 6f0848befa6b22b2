import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';

/** What an answer of Slack means for the message that was sent. */
export type AnswerClass =
  | { kind: 'sent'; slackChannelId: string; slackTs: string }
  | { kind: 'rate_limited'; retryAfterMs: number }
  /** Certainly not sent: the call never reached Slack. */
  | { kind: 'not_sent'; error: string }
  /** It may or may not have been sent. */
  | { kind: 'unclear'; error: string }
  /** Refused: by the workspace's token, a missing scope, the place, the person, or our own fault. */
  | { kind: RefusalKind | 'unknown'; error: string };

type RefusalKind = 'workspace' | 'scope' | 'destination' | 'recipient' | 'our_bug';

const REFUSALS: Record<RefusalKind | 'unclear' | 'rate_limited', readonly string[]> = {
  workspace: [
    'invalid_auth',
    'token_revoked',
    'token_expired',
    'account_inactive',
    'not_authed',
    'org_login_required',
    'team_access_not_granted',
  ],
  scope: [
    'missing_scope',
    'no_permission',
    'ekm_access_denied',
    'restricted_action',
    'app_access_restricted',
    'access_denied',
  ],
  destination: ['channel_not_found', 'is_archived', 'not_in_channel', 'is_inactive'],
  recipient: [
    'user_not_found',
    'user_disabled',
    'user_not_visible',
    'cannot_dm_bot',
    'messages_tab_disabled',
  ],
  our_bug: [
    'msg_too_long',
    'msg_blocks_too_long',
    'no_text',
    'too_many_attachments',
    'invalid_arguments',
  ],
  unclear: ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'],
  rate_limited: ['ratelimited', 'rate_limited', 'message_limit_exceeded'],
};
const OUR_BUG_PREFIXES = ['invalid_blocks', 'metadata_', 'invalid_metadata'];

const DEFAULT_RETRY_AFTER_S = 30;
const MAX_RETRY_AFTER_S = 15 * 60;

/** Codes of faults before the first byte of the request: name, connection or certificate. */
const BEFORE_THE_REQUEST =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.*|ERR_TLS_CERT_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|UNABLE_TO_.*)$/;

/** Reads what `chat.postMessage` answered without throwing. */
export function classifyResponse(response: { channel?: string; ts?: string }): AnswerClass {
  const { channel, ts } = response;
  if (!channel || !ts) return { kind: 'unclear', error: 'no_ts' };
  return { kind: 'sent', slackChannelId: channel, slackTs: ts };
}

/** Reads what a call threw. Anything not known to have been refused is unclear: it may have been sent. */
export function classifyFailure(error: unknown): AnswerClass {
  if (error instanceof WebAPIRateLimitedError) return rateLimited(error.retryAfter);
  if (error instanceof WebAPIPlatformError) return classifyRefusal(error);
  if (error instanceof WebAPIHTTPError) return classifyStatus(error.statusCode);
  if (error instanceof WebAPIRequestError) {
    const codes = causeCodes(error.original);
    const notSent = codes.length > 0 && codes.every((code) => BEFORE_THE_REQUEST.test(code));
    return { kind: notSent ? 'not_sent' : 'unclear', error: codes[0] ?? 'request_failed' };
  }
  // The client's words for a 429 whose header is missing or no number.
  if (error instanceof Error && error.message.startsWith('Retry header')) return rateLimited(null);
  return { kind: 'unclear', error: error instanceof Error ? error.name : 'unknown' };
}

/** Slack's wait in milliseconds: 30 seconds when it says none or nonsense, at most 15 minutes. */
export function retryAfterMs(seconds: number | null): number {
  const sane = seconds !== null && Number.isFinite(seconds) && seconds > 0;
  return Math.min(sane ? seconds : DEFAULT_RETRY_AFTER_S, MAX_RETRY_AFTER_S) * 1000;
}

function rateLimited(seconds: number | null): AnswerClass {
  return { kind: 'rate_limited', retryAfterMs: retryAfterMs(seconds) };
}

function classifyRefusal({ data }: WebAPIPlatformError): AnswerClass {
  const { error } = data;
  // The client puts a body that is no JSON here, such as a proxy's page.
  if (!/^[a-z0-9_]{1,80}$/.test(error)) return { kind: 'unclear', error: 'not_json' };
  if (REFUSALS.rate_limited.includes(error)) {
    return rateLimited(data.response_metadata?.retryAfter ?? null);
  }
  if (OUR_BUG_PREFIXES.some((prefix) => error.startsWith(prefix))) {
    return { kind: 'our_bug', error };
  }
  if (error.startsWith('restricted_action')) return { kind: 'scope', error };
  const kinds = ['workspace', 'scope', 'destination', 'recipient', 'our_bug', 'unclear'] as const;
  return { kind: kinds.find((kind) => REFUSALS[kind].includes(error)) ?? 'unknown', error };
}

function classifyStatus(status: number): AnswerClass {
  const error = `http_${status}`;
  if (status === 429) return rateLimited(null);
  const refused = status >= 400 && status < 500 && status !== 408;
  return { kind: refused ? 'unknown' : 'unclear', error };
}

/** The codes of the innermost errors: a connection tried at several addresses fails with several. */
function causeCodes(error: unknown): string[] {
  if (error instanceof AggregateError) return error.errors.flatMap(causeCodes);
  if (!(error instanceof Error)) return [];
  const inner = causeCodes(error.cause);
  if (inner.length > 0) return inner;
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? [code] : [];
}
