import { z } from 'zod';
import type { LocalDate } from './local-date.ts';
import type { Channel, Interest, NoReason } from './touch.ts';

export const STATUSES = ['open', 'won', 'lost', 'stopped', 'not_a_prospect'] as const;
export type Status = (typeof STATUSES)[number];

export const NOT_A_PROSPECT_REASONS = [
  'duplicate',
  'existing_customer',
  'company_gone',
  'added_by_mistake',
] as const;
export type NotAProspectReason = (typeof NOT_A_PROSPECT_REASONS)[number];

export const ACTIONS = [
  'first_contact',
  'try_again',
  'try_another_way',
  'leave_message',
  'send_useful',
  'continue',
  'apologise_missed',
  'ask_again',
  'find_way_in',
] as const;
/** What the cadence proposes to do; a rep's own words stand in `step` beside it. */
export type Action = (typeof ACTIONS)[number];

/** Why the next step has its date: which rule fired, with the numbers its sentence needs. */
export const ruleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new') }),
  z.object({ kind: z.literal('imported') }),
  z.object({ kind: z.literal('unanswered'), inARow: z.number(), wait: z.number() }),
  z.object({ kind: z.literal('nurture'), days: z.number() }),
  z.object({ kind: z.literal('conversation'), wait: z.number() }),
  z.object({ kind: z.literal('missed_appointment') }),
  z.object({ kind: z.literal('wrong_contact'), wait: z.number() }),
  z.object({ kind: z.literal('not_now') }),
  z.object({ kind: z.literal('agreed') }),
  z.object({ kind: z.literal('picked') }),
  z.object({ kind: z.literal('snoozed') }),
  z.object({ kind: z.literal('reopened') }),
  z.object({ kind: z.literal('lifted') }),
]);
export type Rule = z.infer<typeof ruleSchema>;

/** The one thing the owner does next: `at` only when a time of day was agreed, as a fixed instant. */
export type NextStep = {
  on: LocalDate;
  at: Date | null;
  action: Action;
  /** The rep's own words, which replace the words for `action`. */
  step: string | null;
  channel: Channel | null;
  promised: boolean;
  rule: Rule;
};

/** Where a prospect stands; open exactly when it has a next step. */
export type Standing =
  | { status: 'open'; next: NextStep; revisitOn: null }
  | { status: 'won' | 'lost'; next: null; revisitOn: LocalDate | null }
  | { status: 'stopped' | 'not_a_prospect'; next: null; revisitOn: null };

/** A prospect as the rules and screens see it. */
export type Prospect = {
  id: string;
  ownerId: string | null;
  name: string | null;
  company: string | null;
  email: string | null;
  phone: string | null;
  externalId: string | null;
  interest: Interest | null;
  /** Channels they asked us not to use; an open prospect may have some. */
  stoppedChannels: Channel[];
  standing: Standing;
  /** Why they said No, or why it is not a prospect; null for every other status. */
  closedReason: NoReason | NotAProspectReason | null;
  inLine: boolean;
  snoozes: number;
  /** The owner's one line beside it in the manager's sweep. */
  crackNote: string | null;
  importedContacts: number;
  importedLastContactOn: LocalDate | null;
  version: number;
};

/**
 * What a prospect is called on every screen: name, else company, else the id it had where it came from.
 * @example labelOf({ name: null, company: 'Acme', externalId: '7' }) //=> 'Acme'
 */
export function labelOf(prospect: Pick<Prospect, 'name' | 'company' | 'externalId'>): string {
  return prospect.name ?? prospect.company ?? prospect.externalId ?? 'Unnamed';
}
