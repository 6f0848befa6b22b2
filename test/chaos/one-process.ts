import { type ChildProcess, spawn } from 'node:child_process';
import { BEGIN, type Order, type Simulation } from './steps.ts';

export type Ended = { code: number | null; signal: NodeJS.Signals | null };

/** One process of the bot, started from its bundle. */
export type BotProcess = {
  child: ChildProcess;
  /** What it wrote to both its outputs so far. */
  said(): string;
  ended: Promise<Ended>;
};

/** Starts a process; an order is there before the bot begins to work. */
export function startProcess(
  script: string,
  { environment, order, args = [] }: Settings & { args?: string[] },
): BotProcess {
  const child = spawn(process.execPath, [...args, script], {
    env: { ...environment, PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: Buffer) => {
      said += String(text);
    });
  }
  if (order) child.send(order);
  child.send(BEGIN);
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  return { child, said: () => said, ended };
}

type Settings = { environment: Record<string, string>; order?: Order };

/** Installed in many workspaces, their tokens sealed with the key. */
export function environmentOf(given: {
  databaseUrl: string;
  slackApiUrl: string;
  encryptionKey: Buffer;
  simulation?: Simulation;
}): Record<string, string> {
  const { simulation } = given;
  return {
    DATABASE_URL: given.databaseUrl,
    SLACK_API_URL: given.slackApiUrl,
    SLACK_CLIENT_ID: '1.1',
    SLACK_CLIENT_SECRET: 'chaos-client-secret',
    SLACK_SIGNING_SECRET: 'chaos-signing-secret-0123456789',
    SLACK_STATE_SECRET: 'chaos-state-secret-0123456789',
    ENCRYPTION_KEY: given.encryptionKey.toString('base64'),
    PUBLIC_URL: 'http://127.0.0.1:9',
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...(simulation ? { CHAOS_SIMULATION: JSON.stringify(simulation) } : {}),
  };
}
