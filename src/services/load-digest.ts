import {
  findSentDigest,
  listDigestItems,
  listLatestChanges,
  type SentDigest,
} from '../db/digest-items.ts';
import { listProspects } from '../db/prospects.ts';
import { sectionOf } from '../domain/digest.ts';
import type { Deed, DigestModel, DoneRow, DueRow } from '../domain/digest-model.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import { standingChanges } from '../domain/standing-changes.ts';
import { localDateOf } from '../domain/zone.ts';
import { loadCadenceNumbers } from './cadence-numbers.ts';
import type { RepContext } from './context.ts';
import { describeDueRows } from './due-rows.ts';
import { candidateOf, loadFoot, loadNames, summarise } from './load-day.ts';
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
  const { due, done } = await loadRows(ctx, { deliveryId: sent.deliveryId, today });
  const calendar = await loadWorkCalendar(ctx, { rep, from: today });
  const described = await describeDueRows(ctx, {
    rows: due,
    today,
    calendar,
    numbers: await loadCadenceNumbers(ctx),
    nameOf: await loadNames(ctx),
  });
  const foot = await loadFoot(ctx, { today, calendar });
  return { sent, model: { ...summarise(ctx, today, described), done, ...foot } };
}

type Rows = { due: Pick<DueRow, 'position' | 'prospect' | 'section'>[]; done: DoneRow[] };

async function loadRows(
  ctx: RepContext,
  { deliveryId, today }: { deliveryId: string; today: LocalDate },
): Promise<Rows> {
  const { db, workspaceId, rep } = ctx;
  const items = await listDigestItems(db, { workspaceId, deliveryId });
  const prospectIds = items.map((item) => item.prospectId);
  const found = items.length === 0 ? [] : await listProspects(db, { workspaceId, prospectIds });
  const prospects = new Map(found.map((prospect) => [prospect.id, prospect]));
  const doneDeed = await loadDeeds(ctx, prospectIds);
  const rows: Rows = { due: [], done: [] };
  for (const { position, prospectId } of items) {
    const prospect = prospects.get(prospectId);
    if (!prospect) continue;
    const section = prospect.ownerId === rep.id ? sectionOf(candidateOf(prospect), today) : null;
    if (section) rows.due.push({ position, prospect, section });
    else rows.done.push({ position, prospect, ...doneDeed(prospect) });
  }
  return rows;
}

async function loadDeeds(
  ctx: RepContext,
  prospectIds: string[],
): Promise<(prospect: Prospect) => { deed: Deed; at: Date }> {
  const { db, workspaceId, rep, now } = ctx;
  const changes =
    prospectIds.length === 0 ? [] : await listLatestChanges(db, { workspaceId, prospectIds });
  const nameOf = await loadNames(ctx);
  return (prospect) => {
    const own = changes.filter((change) => change.prospectId === prospect.id);
    const [change] = standingChanges(own);
    const by = change && change.repId !== rep.id ? nameOf(change.repId) : null;
    return { deed: deedOf(change, by), at: change?.at ?? now };
  };
}

type Change = Awaited<ReturnType<typeof listLatestChanges>>[number];

function deedOf(change: Change | undefined, by: string | null): Deed {
  const isTouch = change?.verb === 'log' || change?.verb === 'stop';
  if (isTouch && change.touchId && change.outcome && change.channel) {
    const { outcome, channel, touchId } = change;
    return { kind: 'logged', outcome, channel, touchId, by };
  }
  switch (change?.verb) {
    case 'snooze':
      return { kind: 'snoozed', by };
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
