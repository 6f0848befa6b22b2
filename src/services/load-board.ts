import { listReps } from '../db/reps.ts';
import { countFollowUps } from '../db/touches.ts';
import { type Ranked, rankReps } from '../domain/leaderboard.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { WorkspaceContext } from './context.ts';

export type Board = { from: LocalDate; to: LocalDate; rows: Ranked[]; followUps: number };

/** Follow-ups made between two days, both included, and everybody's place. */
export async function loadBoard(
  { db, workspaceId }: Pick<WorkspaceContext, 'db' | 'workspaceId'>,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<Board> {
  const counts = await countFollowUps(db, { workspaceId, from, to });
  const reps = await listReps(db, workspaceId);
  const rows = rankReps(
    reps.map((rep) => ({
      repId: rep.id,
      name: rep.name,
      followUps: counts.get(rep.id) ?? 0,
      hidden: rep.hiddenOnBoard,
    })),
  );
  const followUps = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return { from, to, rows, followUps };
}
