import { listRepNames } from '../db/reps.ts';
import type { RepContext } from './context.ts';

/** Nobody reads on after so many names. */
const MENTIONED_LIMIT = 50;

/** The names of reps by their Slack ids; those who are no reps are missing. */
export async function nameMentioned(
  { db, workspaceId }: Pick<RepContext, 'db' | 'workspaceId'>,
  slackUserIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (slackUserIds.length === 0) return new Map();
  const ids = slackUserIds.slice(0, MENTIONED_LIMIT);
  const rows = await listRepNames(db, { workspaceId, slackUserIds: ids });
  return new Map(rows.map(({ slackUserId, name }) => [slackUserId, name]));
}
