import { headerKey } from './header-names.ts';

/** Why a row of a customer or a closed chase is left out. */
export const LEFT_OUT_REASONS = ['customer', 'lost', 'unqualified', 'do_not_contact'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export type StatusMeaning = { kind: 'open' | 'unknown' } | { kind: 'left_out'; why: LeftOutReason };

/**
 * What a CRM's status or stage says: still open, left out with the reason, or unknown (imported as
 * open, and told). Covers the values HubSpot, Pipedrive, Salesforce, Zoho and Close start with.
 * @example readStatus('Closed Won') //=> { kind: 'left_out', why: 'customer' }
 */
export function readStatus(text: string): StatusMeaning {
  return MEANINGS.get(headerKey(text)) ?? { kind: 'unknown' };
}

const OPEN = `new, open, prospecting, engaging, engaged, working, contacted, not contacted, qualified,
  qualification, pre qualified, prequalified, in progress, open deal, active, attempted to contact, attempting,
  connected, bad timing, contact in future, nurture, nurturing, interested, potential, proposal, proposal sent,
  proposal price quote, proposal made, value proposition, needs analysis, id decision makers,
  identify decision makers, perception analysis, negotiation, negotiation review, negotiations started,
  appointment scheduled, qualified to buy, presentation scheduled, decision maker bought in, contract sent,
  demo scheduled, demo, discovery, evaluation, opportunity, lead, subscriber, marketing qualified lead,
  sales qualified lead, mql, sql, other, evangelist, open not contacted, working contacted, contact made, lead in,
  uncontacted, follow up, warm, hot, cold, pending, on hold, unworked, assigned, prospect`;
const CUSTOMER = `won, customer, closed won, converted, closed converted, client, existing customer,
  current customer, active customer, deal won, sold, signed`;
const LOST = `lost, closed lost, lost lead, deal lost, canceled, cancelled, closed, dead, deleted, not interested,
  closed lost to competition, rejected, abandoned, churned, former customer`;
const UNQUALIFIED = `unqualified, disqualified, not qualified, closed not converted, junk, junk lead, bad fit, spam,
  invalid, duplicate, archived`;
const DO_NOT_CONTACT = `do not contact, do not call, do not email, dnc, unsubscribed, opted out, opt out, stopped`;

const MEANINGS: ReadonlyMap<string, StatusMeaning> = new Map([
  ...meaning(OPEN, { kind: 'open' }),
  ...meaning(CUSTOMER, { kind: 'left_out', why: 'customer' }),
  ...meaning(LOST, { kind: 'left_out', why: 'lost' }),
  ...meaning(UNQUALIFIED, { kind: 'left_out', why: 'unqualified' }),
  ...meaning(DO_NOT_CONTACT, { kind: 'left_out', why: 'do_not_contact' }),
]);

function meaning(values: string, what: StatusMeaning): [string, StatusMeaning][] {
  return values.split(',').map((value) => [headerKey(value), what]);
}
