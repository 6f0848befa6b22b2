import { sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/local-date.ts';
import type { NextStep, Prospect, Standing, Status } from '../domain/prospect.ts';
import { prospects } from './schema.ts';

type Row = typeof prospects.$inferSelect;

/** A standing as the columns that hold it. */
export function columnsOf(standing: Standing) {
  const { next } = standing;
  return {
    status: standing.status,
    revisitOn: standing.revisitOn,
    nextOn: next?.on ?? null,
    nextAt: next?.at ?? null,
    nextAction: next?.action ?? null,
    nextStep: next?.step ?? null,
    nextChannel: next?.channel ?? null,
    nextRule: next?.rule ?? null,
    promised: next?.promised ?? false,
  };
}

/** A row as the rules and screens see it. */
export function prospectOf(row: Row): Prospect {
  return {
    id: row.id,
    ownerId: row.ownerId,
    name: row.name,
    company: row.company,
    email: row.email,
    phone: row.phone,
    externalId: row.externalId,
    interest: row.interest,
    stoppedChannels: row.stoppedChannels,
    standing: standingOf(row),
    closedReason: row.closedReason,
    inLine: row.inLine,
    snoozes: row.snoozes,
    crackNote: row.crackNote,
    importedContacts: row.importedContacts,
    importedLastContactOn: row.importedLastContactOn,
    version: row.version,
  };
}

function standingOf(row: Row): Standing {
  const status: Status = row.status;
  if (status === 'won' || status === 'lost')
    return { status, next: null, revisitOn: row.revisitOn };
  if (status !== 'open') return { status, next: null, revisitOn: null };
  if (row.nextOn === null || row.nextAction === null || row.nextRule === null) {
    throw new Error('An open prospect without a next step passed the database check.');
  }
  const next: NextStep = {
    on: row.nextOn,
    at: row.nextAt,
    action: row.nextAction,
    step: row.nextStep,
    channel: row.nextChannel,
    promised: row.promised,
    rule: row.nextRule,
  };
  return { status, next, revisitOn: null };
}

/** What counts as owned, in numbers: open, of those promised and overdue, and revisits. */
export function ownedColumns(today: LocalDate) {
  const isOpen = sql`${prospects.status} = 'open'`;
  const isLate = sql`${isOpen} and not ${prospects.inLine} and ${prospects.nextOn} < ${today}`;
  return {
    open: sql`count(*) filter (where ${isOpen})`.mapWith(Number),
    promised: sql`count(*) filter (where ${prospects.promised})`.mapWith(Number),
    overdue: sql`count(*) filter (where ${isLate})`.mapWith(Number),
    revisits: sql`count(*) filter (where ${prospects.revisitOn} is not null)`.mapWith(Number),
  };
}
