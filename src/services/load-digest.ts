import {
  findSentDigest,
  listDigestItems,
  listLatestChanges,
  type SentDigest,
} from '../db/digest-items.ts';
import { listProspects } from '../db/prospects.ts';
import { type DigestDay, isDueWork, sectionOf } from '../domain/digest.ts';
import type { Deed, DigestModel, DoneRow, DueRow, SpreadNote } from '../domain/digest-model.ts';
import { addDays, laterOf } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import { standingChanges } from '../domain/standing-changes.ts';
import { workingDayFrom } from '../domain/working-days.ts';
import { localDateOf } from '../domain/zone.ts';
import { loadCadenceNumbers } from './cadence-numbers.ts';
import type { RepContext } from './context.ts';
import { describeDueRows } from './due-rows.ts';
import { candidateOf, loadFoot, loadNames, summarise } from './load-day.ts';
import { loadSpreadOffer } from './load-spread.ts';
import { loadWorkCalendar } from './work-calendar.ts';

export type DrawnDigest = { sent: SentDigest; model: DigestModel };

/**
 * The digest the rep got today as it stands now: every row that was drawn, due or with what became of
 * it. Null when none was sent today.
 */
export async function loadDigest(ctx: RepContext): Promise<DrawnDigest | null> {
  const { db, workspaceId, rep, now } = ctx;
  const today = localDateOf(now, rep.zone);
  const sent = await findSentDigest(db, { workspaceId, repId: rep.id, on: today });
  if (!sent) return null;
  const calendar = await loadWorkCalendar(ctx, { rep, from: today });
  const backOn = workingDayFrom(addDays(today, 1), calendar);
  const rows = await loadRows(ctx, { deliveryId: sent.deliveryId, day: { today, backOn } });
  const described = await describeDueRows(ctx, {
    rows: rows.due,
    today,
    calendar,
    numbers: await loadCadenceNumbers(ctx),
    nameOf: await loadNames(ctx),
  });
  const foot = await loadFoot(ctx, { today, calendar });
  const spread = rows.spread ?? (await loadSpreadOffer(ctx, { today, rows: rows.work }));
  const model = { ...summarise(ctx, today, described), done: rows.done, spread, ...foot };
  return { sent, model };
}

type Rows = {
  due: Pick<DueRow, 'position' | 'prospect' | 'section'>[];
  done: DoneRow[];
  /** How many rows of work were drawn, whatever became of them. */
  work: number;
  spread: Extract<SpreadNote, { kind: 'moved' }> | null;
};

async function loadRows(
  ctx: RepContext,
  { deliveryId, day }: { deliveryId: string; day: DigestDay },
): Promise<Rows> {
  const { db, workspaceId, rep } = ctx;
  const items = await listDigestItems(db, { workspaceId, deliveryId });
  const prospectIds = items.map((item) => item.prospectId);
  const found = items.length === 0 ? [] : await listProspects(db, { workspaceId, prospectIds });
  const prospects = new Map(found.map((prospect) => [prospect.id, prospect]));
  const changes = await loadChanges(ctx, prospectIds);
  const work = items.filter((item) => isDueWork(item.section)).length;
  const rows: Rows = { due: [], done: [], work, spread: null };
  for (const { position, prospectId } of items) {
    const prospect = prospects.get(prospectId);
    if (!prospect) continue;
    const section = prospect.ownerId === rep.id ? sectionOf(candidateOf(prospect), day) : null;
    const change = changes.get(prospectId);
    if (section) rows.due.push({ position, prospect, section });
    else if (change?.verb === 'spread') rows.spread = noteMoved(rows.spread, prospect, change);
    else rows.done.push({ position, prospect, ...doneBy(ctx, change) });
  }
  return rows;
}

/** What a spread moved to another day is neither due nor done: the digest only counts it. */
function noteMoved(note: Rows['spread'], { standing }: Prospect, { batchId }: Change) {
  if (batchId === null || !standing.next) return note;
  const until = note ? laterOf(note.until, standing.next.on) : standing.next.on;
  return { kind: 'moved' as const, batchId, count: (note?.count ?? 0) + 1, until };
}

type Change = Awaited<ReturnType<typeof listLatestChanges>>[number] & { by: string | null };

/** The latest change of each prospect that stands, with the name of who made it when it was somebody else. */
async function loadChanges(ctx: RepContext, prospectIds: string[]): Promise<Map<string, Change>> {
  const { db, workspaceId, rep } = ctx;
  if (prospectIds.length === 0) return new Map();
  const changes = await listLatestChanges(db, { workspaceId, prospectIds });
  const nameOf = await loadNames(ctx);
  const latest = new Map<string, Change>();
  for (const prospectId of prospectIds) {
    const [change] = standingChanges(changes.filter((one) => one.prospectId === prospectId));
    if (!change) continue;
    const by = change.repId === rep.id ? null : nameOf(change.repId);
    latest.set(prospectId, { ...change, by });
  }
  return latest;
}

function doneBy({ now }: RepContext, change: Change | undefined): { deed: Deed; at: Date } {
  return { deed: deedOf(change, change?.by ?? null), at: change?.at ?? now };
}

function deedOf(change: Change | undefined, by: string | null): Deed {
  const isTouch = change?.verb === 'log' || change?.verb === 'stop';
  if (isTouch && change.touchId && change.outcome && change.channel) {
    const { outcome, channel, touchId } = change;
    return { kind: 'logged', outcome, channel, touchId, by };
  }
  switch (change?.verb) {
    case 'snooze':
      return { kind: 'snoozed', by };
    case 'nurture':
      return { kind: 'nurtured', by };
    case 'reopen':
      return { kind: 'reopened', by };
    case 'drop':
      return { kind: 'dropped', by };
    case 'revisit':
      return { kind: 'revisit_moved', by };
    case 'not_a_prospect':
      return { kind: 'not_a_prospect', by };
    default:
      return { kind: 'moved_on', by };
  }
}
