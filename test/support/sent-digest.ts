import { randomUUID } from 'node:crypto';
import type { Db } from '../../src/db/client.ts';
import { deliveries, deliveryItems } from '../../src/db/schema.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';

type Drawn = { id: string; nextOn: LocalDate | null; version: number };

/** A digest the rep got on a day, with these rows as they stood. */
export async function createSentDigest(
  db: Db,
  rep: { workspaceId: number; id: string },
  { on, rows }: { on: LocalDate; rows: Drawn[] },
): Promise<string> {
  const { workspaceId } = rep;
  const at = new Date(`${on}T07:30:00Z`);
  const id = randomUUID();
  await db.insert(deliveries).values({
    ...{ workspaceId, id, kind: 'digest', subjectKey: `rep:${rep.id}`, occurrenceKey: on },
    ...{ zone: 'Europe/Berlin', dueAt: at, expiresAt: at, nextAttemptAt: at, createdAt: at },
    ...{ state: 'sent', slackChannelId: 'D1', slackTs: `${on}.${id}`, finishedAt: at },
  });
  const items = rows.map((row, position) => ({
    ...{ workspaceId, deliveryId: id, position, prospectId: row.id, section: 'due_today' as const },
    ...{ drawnOn: row.nextOn ?? on, drawnVersion: row.version },
  }));
  if (items.length > 0) await db.insert(deliveryItems).values(items);
  return id;
}
