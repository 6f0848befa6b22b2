import { inArray } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Db } from '../../src/db/client.ts';
import { deliveries } from '../../src/db/schema.ts';
import { type DeliveryKind, LATE_AFTER_MINUTES } from '../../src/domain/delivery.ts';
import type { LocalSlack } from '../../src/sandbox/contract.ts';
import type { BusinessClock } from './business-clock.ts';
import type { Recipient } from './cast.ts';

export type Tally = {
  /** Messages that the calendar owes. */
  owed: number;
  /** Of those, on record as sent and standing in Slack. */
  delivered: number;
  /** Owed, not in Slack, and nothing in the ledger admits it. */
  lost: string[];
  /** Deliveries with more than one message, or messages that nobody owed. */
  repeated: string[];
  unconfirmed: { inSlack: number; notInSlack: number };
  expired: number;
  /** Other recorded ends, by state and reason. */
  ended: Map<string, number>;
  /** Ledger rows that never came to an end. */
  open: number;
  late: number;
  lateness: { p50: number; p99: number; max: number };
};

/** The business time in which the calendar's messages are looked for, in milliseconds. */
export type Span = { from: number; to: number };

export type World = {
  slack: LocalSlack;
  recipients: readonly Recipient[];
  clock: BusinessClock;
  span: Span;
};

/** Compares what the calendar owes with what stands in Slack and in the ledger. */
export async function tally(db: Db, { slack, recipients, clock, span }: World): Promise<Tally> {
  const ledger = await readLedger(db, recipients);
  const messages = readMessages(slack, recipients);
  const result: Tally = {
    ...{ owed: 0, delivered: 0, lost: [], repeated: [], expired: 0, open: 0, late: 0 },
    unconfirmed: { inSlack: 0, notInSlack: 0 },
    ended: new Map(),
    lateness: { p50: 0, p99: 0, max: 0 },
  };
  const minutes: number[] = [];
  const owedIds = new Set<string>();
  for (const recipient of recipients) {
    for (const { localDate, dueAtMs } of owedTo(recipient, span)) {
      result.owed += 1;
      const key = `${recipient.workspaceId}/${recipient.kind}/${recipient.subjectKey}/${localDate}`;
      const row = ledger.get(key);
      const found = row ? (messages.get(row.id) ?? []) : [];
      if (row) owedIds.add(row.id);
      if (found.length > 1) result.repeated.push(key);
      const reason = row?.reason ?? row?.lastError;
      judge(result, { key, state: row?.state, reason, found: found.length });
      const [first] = found;
      if (first) minutes.push((clock.at(Number(first) * 1000) - dueAtMs) / 60_000);
    }
  }
  const others = new Set([...ledger.values()].filter(isBesides).map(({ id }) => id));
  for (const [id, { length }] of messages) {
    if (owedIds.has(id)) continue;
    if (!others.has(id)) result.repeated.push(`not owed: ${id}`);
    else if (length > 1) result.repeated.push(`besides the calendar: ${id}`);
  }
  minutes.sort((a, b) => a - b);
  const at = (share: number) => Math.round(minutes[Math.floor((minutes.length - 1) * share)] ?? 0);
  result.lateness = { p50: at(0.5), p99: at(0.99), max: at(1) };
  result.late = minutes.filter((late) => late > LATE_AFTER_MINUTES).length;
  return result;
}

/** What goes out on other occasions than the run's calendar. */
function isBesides({ kind }: { kind: DeliveryKind }): boolean {
  return kind === 'notice' || kind === 'monthly_lessons';
}

type Verdict = {
  key: string;
  state: string | undefined;
  reason: string | null | undefined;
  found: number;
};

function judge(result: Tally, { key, state, reason, found }: Verdict): void {
  if (state === 'unconfirmed') {
    result.unconfirmed[found > 0 ? 'inSlack' : 'notInSlack'] += 1;
    countEnd(result, `unconfirmed: ${reason ?? ''}`);
  } else if (state === 'expired' && found === 0) {
    result.expired += 1;
  } else if (state === 'sent' && found > 0) {
    result.delivered += 1;
  } else if (state === undefined || state === 'sent') {
    result.lost.push(`${key}: ${state ?? 'no row'}, no message`);
  } else if (['pending', 'claimed', 'sending', 'uncertain'].includes(state)) {
    result.open += 1;
    result.lost.push(`${key}: still ${state}, ${reason}`);
  } else {
    countEnd(result, `${state}: ${reason ?? ''}`);
  }
}

function countEnd({ ended }: Tally, end: string): void {
  ended.set(end, (ended.get(end) ?? 0) + 1);
}

/** Every local date whose wall time falls into the simulated span, by the calendar alone. */
function owedTo({ zone, localTime, weekdays }: Recipient, { from, to }: Span) {
  const dateOf = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate();
  const owed: { localDate: string; dueAtMs: number }[] = [];
  const last = dateOf(to);
  for (
    let day = dateOf(from);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    if ((weekdays & (1 << (day.dayOfWeek - 1))) === 0) continue;
    const dueAtMs = day.toZonedDateTime({ timeZone: zone, plainTime: localTime }).epochMilliseconds;
    if (dueAtMs > from && dueAtMs <= to) {
      owed.push({ localDate: day.toString(), dueAtMs });
    }
  }
  return owed;
}

async function readLedger(db: Db, recipients: readonly Recipient[]) {
  const workspaceIds = [...new Set(recipients.map(({ workspaceId }) => workspaceId))];
  const rows = await db
    .select()
    .from(deliveries)
    .where(inArray(deliveries.workspaceId, workspaceIds));
  return new Map(
    rows.map((row) => [
      `${row.workspaceId}/${row.kind}/${row.subjectKey}/${row.occurrenceKey}`,
      row,
    ]),
  );
}

/** Timestamps of the messages that carry each delivery's id. */
function readMessages(slack: LocalSlack, recipients: readonly Recipient[]): Map<string, string[]> {
  const byDelivery = new Map<string, string[]>();
  for (const slackChannelId of new Set(recipients.map((one) => one.slackChannelId))) {
    for (const { metadata, ts } of slack.directory.messages(slackChannelId)) {
      const id = String(metadata?.event_payload.d ?? `without an id, ${ts}`);
      byDelivery.set(id, [...(byDelivery.get(id) ?? []), ts]);
    }
  }
  return byDelivery;
}
