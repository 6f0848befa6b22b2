/** What a column of an imported file can hold. */
export const IMPORT_FIELDS = [
  'name',
  'first_name',
  'last_name',
  'company',
  'email',
  'phone',
  'country',
  'owner',
  'external_id',
  'status',
  'next_date',
  'next_step',
  'last_contact',
  'contacts',
  'interest',
  'notes',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Fields that read several columns, the first filled one wins (of statuses, one that ends the chase). */
export const MANY_COLUMNS: ReadonlySet<ImportField> = new Set(['email', 'phone', 'status']);

/**
 * Headers by field, best first, as HubSpot, Pipedrive, Salesforce, Zoho, Close and people's own lists
 * name them; written as `headerKey` leaves them.
 */
export const HEADER_NAMES: Record<ImportField, readonly string[]> = {
  name: names(
    'name, full name, contact name, person name, prospect name, lead name, contact person, contact,',
    'person, prospect, primary contact name, associated contact, deal contact person, deal name, deal title,',
    'opportunity name, lead title',
  ),
  first_name: names(
    'first name, given name, forename, person first name, primary contact first name',
  ),
  last_name: names('last name, surname, family name, person last name, primary contact last name'),
  company: names(
    'company, company name, company account, account name, account, organization, organisation,',
    'organization name, organisation name, person organization, deal organization, lead organization,',
    'associated company, primary associated company, display name, business, business name, firm, employer,',
    'client',
  ),
  email: names(
    'email, email address, e mail address, work email, business email, person email, person email work,',
    'primary contact primary email, primary email, contact email, email 1, lead email, person email other,',
    'person email home, secondary email, personal email, email 2',
  ),
  phone: names(
    'phone, phone number, telephone, telephone number, tel, work phone, business phone, direct phone,',
    'person phone, person phone work, primary contact primary phone, primary phone, contact phone, phone 1,',
    'mobile, mobile phone, mobile number, mobile phone number, person phone mobile, cell, cell phone,',
    'person phone other, person phone home, home phone, other phone, phone 2',
  ),
  country: names(
    'country, country region, mailing country, billing country, primary address country',
  ),
  owner: names(
    'owner email, owner, owner name, contact owner, lead owner, deal owner, company owner, account owner,',
    'opportunity owner, person owner, organization owner, record owner, sales agent, sales rep,',
    'sales representative, salesperson, rep, assigned to, assignee, agent, account manager, account executive',
  ),
  external_id: names(
    'external id, record id, opportunity id, deal id, lead id, contact id, prospect id, person id,',
    'record id contact, record id deal, id, hs object id, crm id',
  ),
  status: names(
    'lead status, deal stage, deal status, status, stage, opportunity stage, stage name, status label,',
    'lifecycle stage, contact status, prospect status, sales stage, pipeline stage',
  ),
  next_date: names(
    'next date, next activity date, next step date, next contact date, next follow up, next follow up date,',
    'follow up date, follow up on, follow up, next call, next call date, next task date, next task due date,',
    'deal next activity date, person next activity date, lead next activity date, next activity, due date, due on,',
    'due, next on',
  ),
  next_step: names('next step, next steps, next action, deal next step, next activity subject'),
  last_contact: names(
    'last contacted, last contact, last contact date, last contacted date, last activity date, last activity,',
    'last activity time, last communication date, last touch, last touch date, last called, last call date,',
    'deal last activity date, person last activity date, lead last activity date, last contacted on',
  ),
  contacts: names(
    'number of contacts, contact count, contacts so far, number of times contacted,',
    'times contacted, number of attempts, contact attempts, number of touches,',
    'number of sales activities, done activities, person done activities, deal done activities',
  ),
  interest: names(
    'interest, rating, lead rating, temperature, lead temperature, deal label, lead labels',
  ),
  notes: names('notes, note, comment, comments, remarks, description'),
};

/**
 * The form in which two headers are the same: lower case, without spaces, underscores and signs.
 * @example headerKey('Deal - Next_activity date') //=> 'dealnextactivitydate'
 */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function names(...lines: string[]): string[] {
  return lines
    .flatMap((line) => line.split(','))
    .map(headerKey)
    .filter(Boolean);
}
