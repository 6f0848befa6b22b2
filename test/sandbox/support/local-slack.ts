import { onTestFinished } from 'vitest';
import type {
  Channel,
  LocalSlack,
  LocalSlackOptions,
  OpenView,
  Person,
} from '../../../src/sandbox/contract.ts';
import { startLocalSlack } from '../../../src/sandbox/server.ts';
import { type AppStub, startAppStub } from './app-stub.ts';

export const NOW = new Date('2026-11-17T14:00:00Z');
export const APP_TOKEN = 'xapp-1-test';
export const SIGNING_SECRET = 'a signing secret';

export type ApiAnswer = { ok: boolean; error?: string } & Record<string, unknown>;

export type Scene = {
  slack: LocalSlack;
  app: AppStub;
  team: { id: string; botToken: string; botUserId: string };
  ana: Person;
  ben: Person;
  sales: Channel;
  /** Ana's direct messages with the bot. */
  dm: Channel;
  api(method: string, args?: Record<string, unknown>, token?: string): Promise<ApiAnswer>;
};

/** A team of Ana and Ben, a channel with the bot in it, and an app that records what it hears. */
export async function startScene(options: Partial<LocalSlackOptions> = {}): Promise<Scene> {
  const app = await startAppStub();
  const slack = await startSlack(app, options);
  const { directory } = slack;
  const team = directory.addTeam({ name: 'Northwind' });
  const ana = directory.addPerson({ teamId: team.id, realName: 'Ana Bell', isAdmin: true });
  const ben = directory.addPerson({ teamId: team.id, realName: 'Ben Okoro' });
  const sales = directory.addChannel({ teamId: team.id, name: 'sales' });
  const dm = directory.dmOf(ana.id);
  const api = (
    method: string,
    args: Record<string, unknown> = {},
    token = team.botToken,
  ): Promise<ApiAnswer> => callApi(slack, { method, args, token });
  return { slack, app, team, ana, ben, sales, dm, api };
}

export async function startSlack(
  app: Pick<AppStub, 'url'>,
  options: Partial<LocalSlackOptions> = {},
): Promise<LocalSlack> {
  const slack = await startLocalSlack({
    port: 0,
    appName: 'Followup',
    appId: 'A0000001',
    signingSecret: SIGNING_SECRET,
    appToken: APP_TOKEN,
    deliver: { kind: 'http', url: app.url },
    shortcuts: [
      { callbackId: 'log', name: 'Log a touch', type: 'global' },
      { callbackId: 'log_message', name: 'Log this', type: 'message' },
    ],
    commands: [{ command: '/followup', usage: 'log [name]', description: 'Follow-ups' }],
    scopes: ['commands', 'chat:write', 'users:read', 'im:write', 'im:history', 'channels:read'],
    clock: { now: () => NOW },
    ...options,
  });
  onTestFinished(() => slack.close());
  return slack;
}

export async function callApi(
  slack: LocalSlack,
  { method, args, token }: { method: string; args: Record<string, unknown>; token: string },
): Promise<ApiAnswer> {
  const response = await fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  const answer: ApiAnswer = await response.json();
  return answer;
}

export function plain(text: string): { type: 'plain_text'; text: string } {
  return { type: 'plain_text', text };
}

export function section(text: string): { type: 'section'; text: { type: 'mrkdwn'; text: string } } {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

export function input(
  blockId: string,
  element: Record<string, unknown>,
  more: Record<string, unknown> = {},
): { type: 'input' } & Record<string, unknown> {
  const label = plain(blockId);
  return {
    type: 'input',
    block_id: blockId,
    label,
    element: { action_id: 'value', ...element },
    ...more,
  };
}

export function modal(
  blocks: unknown[],
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  const submit = plain('Save');
  return { type: 'modal', callback_id: 'form', title: plain('A form'), submit, blocks, ...more };
}

/** Presses the global shortcut and returns the trigger that the app received. */
export async function takeTrigger({ slack, app, ana }: Scene): Promise<string> {
  await slack.control.shortcut({ as: ana.id, callbackId: 'log' });
  return String(app.last().payload.trigger_id);
}

export async function openForAna(
  scene: Scene,
  view: Record<string, unknown>,
): Promise<OpenView & { depth: number }> {
  const trigger_id = await takeTrigger(scene);
  const answer = await scene.api('views.open', { trigger_id, view });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return topModal(scene);
}

export async function topModal({ slack, ana }: Scene): Promise<OpenView & { depth: number }> {
  const { modal: top } = await slack.control.snapshot({ as: ana.id });
  if (!top) throw new Error('Ana has no modal open.');
  return top;
}
