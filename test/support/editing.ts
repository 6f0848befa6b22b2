import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '../../src/db/client.ts';
import { history, prospects, suppressions, touches } from '../../src/db/schema.ts';
import type { LogTouchInput } from '../../src/domain/touch-input.ts';
import { editTouch } from '../../src/services/edit-touch.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { undoTouch } from '../../src/services/undo-touch.ts';
import { acting, createSalesTeam, TUESDAY } from './acting.ts';
import { createProspect } from './factories.ts';

export type Told = Omit<LogTouchInput, 'prospectId'>;
type Rep = Parameters<typeof acting>[1];

/** Dana belongs to Ana; whoever does something is Ana on Tuesday 17 November 2026 unless told. */
export async function openDana(db: Db, change: Parameters<typeof createProspect>[2] = {}) {
  const team = await createSalesTeam(db);
  const { ana } = team;
  const dana = await createProspect(db, ana, change);
  const { workspaceId } = ana;
  const by = (rep: Rep = ana, at: string = TUESDAY) => acting(db, rep, at);
  return {
    db,
    ...team,
    dana,
    by,
    log: (told: Told, ctx = by(), prospectId = dana.id) => logTouch(ctx, { prospectId, ...told }),
    edit: (touchId: string, told: Told & { prospectId?: string }, ctx = by()) =>
      editTouch(ctx, { prospectId: dana.id, ...told, touchId }),
    undo: (touchId: string, ctx = by()) => undoTouch(ctx, { touchId }),
    /** Everything of the prospect but when and how often it was changed. */
    stored: async (id = dana.id) => {
      const where = and(eq(prospects.workspaceId, workspaceId), eq(prospects.id, id));
      const [row] = await db.select().from(prospects).where(where);
      if (!row) throw new Error('gone');
      const { version, changedAt, ...rest } = row;
      return rest;
    },
    touchesOf: (id = dana.id) =>
      db
        .select()
        .from(touches)
        .where(and(eq(touches.workspaceId, workspaceId), eq(touches.prospectId, id)))
        .orderBy(asc(touches.createdAt)),
    historyOf: (id = dana.id) =>
      db
        .select()
        .from(history)
        .where(and(eq(history.workspaceId, workspaceId), eq(history.prospectId, id)))
        .orderBy(asc(history.version)),
    hashes: () => db.select().from(suppressions).where(eq(suppressions.workspaceId, workspaceId)),
  };
}
