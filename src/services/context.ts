import type { Db } from '../db/client.ts';
import type { Rep } from '../domain/rep.ts';

/** What every verb knows: where it writes, in whose workspace, and the one moment of the whole action. */
export type WorkspaceContext = {
  db: Db;
  workspaceId: number;
  /** Business time, fixed at the start. */
  now: Date;
};

/** A verb done by a person. Ownership and role are read from the database, never from a payload. */
export type RepContext = WorkspaceContext & { rep: Rep };
