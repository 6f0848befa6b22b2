import { asc, inArray } from 'drizzle-orm';
import type { Db } from '../../src/db/client.ts';
import { deliveries } from '../../src/db/schema.ts';
import type { LocalSlack } from '../../src/sandbox/contract.ts';
import type { Recipient } from './cast.ts';

export type Announced = {
  /** Ends on record by which somebody may have missed a message. */
  recordedLosses: number;
  /** Messages to managers that tell of them. */
  notices: number;
  /** Losses of which no such message standing in Slack tells a manager of the workspace. */
  unannounced: string[];
};

type Row = typeof deliveries.$inferSelect;

const LOSSES = ['expired', 'dead', 'unconfirmed'] as const;

/**
 * Holds the losses in the ledger against what stands in the managers' conversations: each notice must
 * name at least as many as were recorded between the one before it and its own time.
 */
export async function checkAnnounced(
  db: Db,
  { slack, recipients }: { slack: LocalSlack; recipients: readonly Recipient[] },
): Promise<Announced> {
  const ended = await db
    .select()
    .from(deliveries)
    .where(inArray(deliveries.state, [...LOSSES, 'sent']))
    .orderBy(asc(deliveries.dueAt));
  const result: Announced = { recordedLosses: 0, notices: 0, unannounced: [] };
  for (const manager of recipients.filter(({ kind }) => kind === 'manager_sweep')) {
    const rows = ended.filter(({ workspaceId }) => workspaceId === manager.workspaceId);
    const losses = rows.filter((row) => isLoss(row) && !tells(row));
    const said = readSaid(slack, manager);
    const notices = rows.filter((row) => row.subjectKey === manager.subjectKey && said.has(row.id));
    result.recordedLosses += losses.length;
    result.notices += notices.length;
    let untold = losses;
    for (const { id, dueAt, occurrenceKey } of notices) {
      const owed = untold.filter(({ finishedAt }) => finishedAt !== null && finishedAt < dueAt);
      untold = untold.filter((row) => !owed.includes(row));
      const missing = owed.length - (said.get(id) ?? 0);
      if (missing > 0)
        result.unannounced.push(`${missing} in ${occurrenceKey} of ${manager.subjectKey}`);
    }
    result.unannounced.push(
      ...untold.map((row) => `${row.kind} ${row.occurrenceKey}, ${row.state}`),
    );
  }
  return result;
}

function isLoss({ state }: Row): boolean {
  return (LOSSES as readonly string[]).includes(state);
}

function tells({ kind, occurrenceKey }: Row): boolean {
  return kind === 'notice' && occurrenceKey.startsWith('unsent:');
}

/** How many losses each notice in the conversation names, by its delivery. */
function readSaid(slack: LocalSlack, { slackChannelId }: Recipient): Map<string, number> {
  const said = new Map<string, number>();
  for (const { metadata, text, blocks } of slack.directory.messages(slackChannelId)) {
    if (!text.startsWith('Not everything went out')) continue;
    const counts = JSON.stringify(blocks).matchAll(/(\d+) not sent: /g);
    const sum = [...counts].reduce((total, [, count]) => total + Number(count), 0);
    said.set(String(metadata?.event_payload.d), sum);
  }
  return said;
}
