import type { Fault, LocalSlack } from '../../src/sandbox/contract.ts';
import { startLocalSlack } from '../../src/sandbox/server.ts';
import { BOT_SCOPES, OPTIONAL_BOT_SCOPES } from '../../src/slack/scopes.ts';

/** Of all Slack's answers a third goes wrong, before or after the call has had its effect. */
const FAULTS = [
  { kind: 'rate_limited', share: 0.05, retryAfter: '1' },
  { kind: 'error_before', share: 0.05, status: 503 },
  { kind: 'error_after', share: 0.06, status: 500 },
  { kind: 'reset_after', share: 0.06 },
  { kind: 'hang_after', share: 0.05 },
  { kind: 'cut_body', share: 0.06 },
  { kind: 'html', share: 0.06 },
] as const;
const ENDLESS = 1_000_000_000;

export async function openSlack({ history }: { history: boolean }): Promise<LocalSlack> {
  const scopes = [...BOT_SCOPES, ...OPTIONAL_BOT_SCOPES];
  const slack = await startLocalSlack({
    port: 0,
    appName: 'Followup',
    appId: 'A0CHAOS',
    signingSecret: 'chaos-signing-secret-0123456789',
    appToken: 'xapp-chaos-0123456789',
    // Nobody speaks to the bot here.
    deliver: { kind: 'http', url: 'http://127.0.0.1:9/slack/events' },
    shortcuts: [],
    commands: [],
    scopes: history ? scopes : scopes.filter((scope) => !scope.endsWith(':history')),
    clock: { now: () => new Date() },
  });
  await keepRepeats(slack);
  return slack;
}

/** A repeat must stay where it can be counted. */
async function keepRepeats(slack: LocalSlack): Promise<void> {
  const error = 'cant_delete_message';
  await slack.control.fail({
    method: 'chat.delete',
    kind: 'platform_error',
    error,
    times: ENDLESS,
  });
}

export async function makeFaulty(slack: LocalSlack): Promise<void> {
  for (const fault of FAULTS) await slack.control.fail({ ...fault, method: '*', times: ENDLESS });
}

/** Ends the faults, and answers how many of all the calls since the start met one. */
export async function makeWell(slack: LocalSlack): Promise<{ answers: number; faulty: number }> {
  const { faults } = await slack.control.snapshot({ as: '' });
  const [last] = (await slack.control.traffic({})).slice(-1);
  await slack.control.clearFaults({});
  await keepRepeats(slack);
  const met = faults.filter(({ method }) => method === '*').map(struck);
  return { answers: last?.id ?? 0, faulty: met.reduce((sum, times) => sum + times, 0) };
}

function struck({ times }: Fault): number {
  return ENDLESS - times;
}
