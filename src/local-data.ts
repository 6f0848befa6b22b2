import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where data on this computer goes unless told otherwise; root's own home is closed to the account Postgres runs as. */
export function localDataFolder(name: string): string {
  if (process.getuid?.() === 0) return `/var/tmp/followup-${name}`;
  return join(homedir(), '.local/share/followup', name);
}
