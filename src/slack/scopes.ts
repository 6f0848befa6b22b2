/** What the bot asks for; the manifest and the installation ask for the same. */
export const BOT_SCOPES = [
  'commands',
  'chat:write',
  'users:read',
  'im:write',
  'im:history',
] as const;

/** Whoever installs may decline these; the bot then does without. */
export const OPTIONAL_BOT_SCOPES = [
  'users:read.email',
  'channels:read',
  'groups:read',
  'channels:history',
  'groups:history',
  'files:read',
] as const;
