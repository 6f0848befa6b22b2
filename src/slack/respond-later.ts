import type { Block } from '@slack/types';

/** A message of any blocks, those Slack's types do not know included. */
export type Answer = { text: string; blocks: readonly Block[] };

const TIMEOUT_MS = 2500;
const SLACK_HOOKS = 'https://hooks.slack.com';

/**
 * Answers a command after its modal was submitted, to the person alone, or in place of the answer a
 * button stood on. The address travelled through the client inside the modal, so only Slack's own (in
 * the sandbox: the local Slack's) is called. False when Slack did not take the answer.
 */
export async function respondLater(
  responseUrl: string,
  {
    message,
    apiUrl,
    replaceOriginal = false,
  }: { message: Answer; apiUrl: string; replaceOriginal?: boolean },
): Promise<boolean> {
  if (!isSlackAddress(responseUrl, apiUrl)) return false;
  const response = await fetch(responseUrl, {
    method: 'POST',
    redirect: 'error',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...(replaceOriginal ? { replace_original: true } : { response_type: 'ephemeral' }),
      ...message,
    }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  // A refusal of blocks may come as a word in a body of status 200.
  return response.ok && !/"ok"\s*:\s*false/.test(await response.text());
}

function isSlackAddress(responseUrl: string, apiUrl: string): boolean {
  if (!URL.canParse(responseUrl)) return false;
  const { origin } = new URL(responseUrl);
  return origin === SLACK_HOOKS || origin === new URL(apiUrl).origin;
}
