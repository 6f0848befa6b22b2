import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { expect, test } from 'vitest';
import { classifyFailure, classifyResponse } from '../../../src/slack/send/classify-answer.ts';

const coded = (code: string) => Object.assign(new Error(code), { code });
const fetchFailed = (cause: Error) =>
  new WebAPIRequestError(new TypeError('fetch failed', { cause }));
const refused = (error: string) => new WebAPIPlatformError({ ok: false, error });

test.each([
  ['invalid_auth', 'workspace'],
  ['token_revoked', 'workspace'],
  ['account_inactive', 'workspace'],
  ['org_login_required', 'workspace'],
  ['missing_scope', 'scope'],
  ['ekm_access_denied', 'scope'],
  ['restricted_action_read_only_channel', 'scope'],
  ['channel_not_found', 'destination'],
  ['is_archived', 'destination'],
  ['not_in_channel', 'destination'],
  ['user_not_found', 'recipient'],
  ['messages_tab_disabled', 'recipient'],
  ['msg_blocks_too_long', 'our_bug'],
  ['invalid_blocks_format', 'our_bug'],
  ['metadata_too_large', 'our_bug'],
  ['invalid_metadata_schema', 'our_bug'],
  ['internal_error', 'unclear'],
  ['fatal_error', 'unclear'],
  ['service_unavailable', 'unclear'],
  ['ratelimited', 'rate_limited'],
  ['message_limit_exceeded', 'rate_limited'],
  ['something_new', 'unknown'],
  ['<html>Bad gateway</html>', 'unclear'],
])('Slack’s refusal %s is %s', (error, kind) => {
  expect(classifyFailure(refused(error)).kind).toBe(kind);
});

test.each([
  ['a refused connection', fetchFailed(coded('ECONNREFUSED')), 'not_sent'],
  ['an unknown name', fetchFailed(coded('ENOTFOUND')), 'not_sent'],
  ['a name server that is away', fetchFailed(coded('EAI_AGAIN')), 'not_sent'],
  ['a wrong certificate', fetchFailed(coded('CERT_HAS_EXPIRED')), 'not_sent'],
  [
    'a connection refused at two addresses',
    fetchFailed(new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')])),
    'not_sent',
  ],
  [
    'a connection refused at one address and reset at the other',
    fetchFailed(new AggregateError([coded('ECONNREFUSED'), coded('ECONNRESET')])),
    'unclear',
  ],
  ['a reset connection', fetchFailed(coded('ECONNRESET')), 'unclear'],
  ['a broken pipe', fetchFailed(coded('EPIPE')), 'unclear'],
  ['a closed socket', fetchFailed(coded('UND_ERR_SOCKET')), 'unclear'],
  ['a time-out', new WebAPIRequestError(new DOMException('late', 'TimeoutError')), 'unclear'],
  ['a body cut off', new TypeError('terminated'), 'unclear'],
  ['status 500', new WebAPIHTTPError(500, '', {}), 'unclear'],
  ['status 503', new WebAPIHTTPError(503, '', {}), 'unclear'],
  ['status 403', new WebAPIHTTPError(403, '', {}), 'unknown'],
])('case 75: %s is %s', (_what, error, kind) => {
  expect(classifyFailure(error).kind).toBe(kind);
});

test.each([
  ['30', new WebAPIRateLimitedError(30), 30_000],
  ['-1', new WebAPIRateLimitedError(-1), 30_000],
  ['0', new WebAPIRateLimitedError(0), 30_000],
  ['999999', new WebAPIRateLimitedError(999_999), 900_000],
  [
    'nothing',
    new Error('Retry header did not contain a valid timeout (url: x, retry-after header: null)'),
    30_000,
  ],
  ['abc', new Error('Retry header did not contain a valid timeout (url: x)'), 30_000],
])('case 60: a 429 that says %s waits as long as is sane', (_header, error, retryAfterMs) => {
  expect(classifyFailure(error)).toEqual({ kind: 'rate_limited', retryAfterMs });
});

test('an answer with a ts is sent, one without is unclear', () => {
  expect(classifyResponse({ channel: 'D1', ts: '1.2' })).toEqual({
    ...{ kind: 'sent', slackChannelId: 'D1', slackTs: '1.2' },
  });
  expect(classifyResponse({}).kind).toBe('unclear');
});
