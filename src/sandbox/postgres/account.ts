import { readFile } from 'node:fs/promises';

export type Account = { name: string; uid: number; gid: number };

/** Postgres refuses to run as root, so root lends it another account; everybody else runs it as themselves. */
export async function findAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const accounts = readAccounts(await readFile('/etc/passwd', 'utf8'));
  const account = accounts.get('postgres') ?? accounts.get('nobody');
  if (account) return account;
  throw new Error(
    'Postgres cannot run as root and there is no account named postgres or nobody. Start as another user, or set DATABASE_URL.',
  );
}

function readAccounts(passwd: string): Map<string, Account> {
  const accounts = new Map<string, Account>();
  for (const line of passwd.split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name && uid && gid) accounts.set(name, { name, uid: Number(uid), gid: Number(gid) });
  }
  return accounts;
}
