import { EXAMPLES } from './config-examples.ts';

/** How the bot reaches Slack: one workspace over HTTP or a socket, or many workspaces by OAuth. */
export type SlackMode =
  | { mode: 'http'; botToken: string; signingSecret: string }
  | { mode: 'socket'; botToken: string; appToken: string }
  | {
      mode: 'oauth';
      clientId: string;
      clientSecret: string;
      signingSecret: string;
      stateSecret: string;
      /** The key tokens are sealed with, then keys they may still be sealed with. */
      encryptionKeys: Buffer[];
    };

export type SlackModeAnswer = { ok: true; value: SlackMode } | { ok: false; problem: string };

const MODES = [
  {
    mode: 'socket',
    label: 'one workspace over Socket Mode',
    names: ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'],
  },
  {
    mode: 'http',
    label: 'one workspace over HTTP',
    names: ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'],
  },
  {
    mode: 'oauth',
    label: 'many workspaces by OAuth',
    names: [
      'SLACK_CLIENT_ID',
      'SLACK_CLIENT_SECRET',
      'SLACK_SIGNING_SECRET',
      'SLACK_STATE_SECRET',
      'ENCRYPTION_KEY',
    ],
  },
] as const;

type Mode = (typeof MODES)[number];

/**
 * Which set of Slack settings is complete. An app token means Socket Mode even beside a signing
 * secret, because Slack gives every app one; a bot token beside OAuth's settings is refused.
 */
export function readSlackMode(read: (name: string) => string | null): SlackModeAnswer {
  const has = (name: string) => read(name) !== null;
  if (has('SLACK_BOT_TOKEN') && (has('SLACK_CLIENT_ID') || has('SLACK_STATE_SECRET'))) {
    return {
      ok: false,
      problem:
        'SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID and SLACK_STATE_SECRET are for many: set one or the others.',
    };
  }
  const complete = MODES.find(({ names }) => names.every(has));
  if (!complete) return { ok: false, problem: describeNearest(has) };
  return { ok: true, value: buildMode(complete.mode, (name) => read(name) ?? '', read) };
}

function buildMode(
  mode: Mode['mode'],
  take: (name: string) => string,
  read: (name: string) => string | null,
): SlackMode {
  const signingSecret = take('SLACK_SIGNING_SECRET');
  switch (mode) {
    case 'http':
      return { mode, botToken: take('SLACK_BOT_TOKEN'), signingSecret };
    case 'socket':
      return { mode, botToken: take('SLACK_BOT_TOKEN'), appToken: take('SLACK_APP_TOKEN') };
    case 'oauth': {
      const keys = [take('ENCRYPTION_KEY'), read('ENCRYPTION_KEY_OLD')];
      return {
        mode,
        clientId: take('SLACK_CLIENT_ID'),
        clientSecret: take('SLACK_CLIENT_SECRET'),
        signingSecret,
        stateSecret: take('SLACK_STATE_SECRET'),
        encryptionKeys: keys.flatMap((key) => (key ? [Buffer.from(key, 'base64')] : [])),
      };
    }
    default:
      return mode satisfies never;
  }
}

function sayExample(name: keyof typeof EXAMPLES): string {
  return `${name} (${EXAMPLES[name]})`;
}

function describeNearest(has: (name: string) => boolean): string {
  const missingOf = ({ names }: Mode) => names.filter((name) => !has(name));
  const presentIn = (mode: Mode) => mode.names.length - missingOf(mode).length;
  const [nearest] = MODES.filter((mode) => presentIn(mode) > 0).toSorted(
    (a, b) => presentIn(b) - presentIn(a) || a.names.length - b.names.length,
  );
  if (!nearest) {
    const sets = MODES.map(
      ({ label, names }) => `    for ${label}: ${names.map(sayExample).join(', ')}`,
    );
    return `Nothing says how to reach Slack. Set one of these:\n${sets.join('\n')}`;
  }
  const others = MODES.filter((mode) => mode !== nearest).map(
    ({ label, names }) => `${label}: ${names.join(', ')}`,
  );
  const missing = missingOf(nearest);
  const verb = missing.length === 1 ? 'is' : 'are';
  return `${missing.map(sayExample).join(', ')} ${verb} missing for ${nearest.label}. Other ways are ${others.join('; ')}.`;
}
