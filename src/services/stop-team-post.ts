import { disableSchedule } from '../db/schedules.ts';
import type { DeliveryContext } from './delivery-context.ts';

/** Ends a team's post, and its monthly lessons, whose channel is gone or closed, until the team's settings are saved again. */
export async function stopTeamPost(
  { db }: DeliveryContext,
  { workspaceId, subjectKey }: { workspaceId: number; subjectKey: string },
): Promise<void> {
  await disableSchedule(db, { workspaceId, kind: 'team_post', subjectKey });
  await disableSchedule(db, { workspaceId, kind: 'monthly_lessons', subjectKey });
}
