export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** What a valid value of each setting looks like. */
export const EXAMPLES = {
  DATABASE_URL: 'postgres://followup:password@localhost:5432/followup',
  MIGRATE_DATABASE_URL: 'postgres://owner:password@localhost:5432/followup',
  SLACK_BOT_TOKEN: 'xoxb-… from OAuth & Permissions',
  SLACK_SIGNING_SECRET: '32 characters from Basic Information',
  SLACK_APP_TOKEN: 'xapp-… with the scope connections:write',
  SLACK_CLIENT_ID: '1234567890.1234567890',
  SLACK_CLIENT_SECRET: '32 characters from Basic Information',
  SLACK_STATE_SECRET: 'at least 16 random characters',
  ENCRYPTION_KEY: '32 bytes in base64: openssl rand -base64 32',
  ENCRYPTION_KEY_OLD: 'the key used before, 32 bytes in base64',
  SLACK_API_URL: 'https://slack.com/api/',
  PORT: '3000',
  HOST: '0.0.0.0',
  PUBLIC_URL: 'https://followup.example.com',
  LOG_LEVEL: LOG_LEVELS.join(', '),
  METRICS_TOKEN: 'at least 16 random characters',
} as const;
