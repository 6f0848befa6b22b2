import type { Message } from './views/digest-message.ts';

const TIMEOUT_MS = 2500;
const SLACK_HOOKS = 'https://hooks.slack.com';

/**
 * Answers a command after its modal was submitted, to the person alone. The address travelled through
 * the client inside the modal, so only Slack's own (in the sandbox: the local Slack's) is called.
 */
export async function respondLater(
  responseUrl: string,
  { message, apiUrl }: { message: Message; apiUrl: string },
): Promise<boolean> {
  if (!isSlackAddress(responseUrl, apiUrl)) return false;
  const response = await fetch(responseUrl, {
    method: 'POST',
    redirect: 'error',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', ...message }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return response.ok;
}

function isSlackAddress(responseUrl: string, apiUrl: string): boolean {
  if (!URL.canParse(responseUrl)) return false;
  const { origin } = new URL(responseUrl);
  return origin === SLACK_HOOKS || origin === new URL(apiUrl).origin;
}
