import { describe, expect, test } from 'vitest';
import { readColumnChoices } from '../../../src/domain/import/column-choices.ts';
import { layOutColumns, unusedHeaders } from '../../../src/domain/import/columns.ts';

const EXPORTS = {
  HubSpot: {
    'Record ID': 'external_id',
    'First Name': 'first_name',
    'Last Name': 'last_name',
    Email: 'email',
    'Phone Number': 'phone',
    'Mobile Phone Number': 'phone',
    'Company Name': 'company',
    'Contact owner': 'owner',
    'Lead Status': 'status',
    'Last Contacted': 'last_contact',
    'Next Activity Date': 'next_date',
    'Number of times contacted': 'contacts',
  },
  Pipedrive: {
    'Deal - ID': 'external_id',
    'Deal - Title': 'name',
    'Deal - Organization': 'company',
    'Deal - Owner': 'owner',
    'Deal - Status': 'status',
    'Deal - Next activity date': 'next_date',
    'Deal - Last activity date': 'last_contact',
  },
  Salesforce: {
    'Lead ID': 'external_id',
    'First Name': 'first_name',
    'Last Name': 'last_name',
    'Company / Account': 'company',
    Email: 'email',
    Mobile: 'phone',
    'Lead Owner': 'owner',
    'Lead Status': 'status',
    Rating: 'interest',
    'Last Activity': 'last_contact',
  },
  Zoho: {
    'Record Id': 'external_id',
    'Lead Owner': 'owner',
    Company: 'company',
    'Lead Name': 'name',
    Phone: 'phone',
    'Lead Status': 'status',
    'Last Activity Time': 'last_contact',
    Description: 'notes',
  },
  Close: {
    id: 'external_id',
    display_name: 'company',
    status_label: 'status',
    primary_contact_name: 'name',
    primary_contact_primary_email: 'email',
    primary_contact_primary_phone: 'phone',
    last_communication_date: 'last_contact',
  },
  'a list of one’s own': {
    opportunity_id: 'external_id',
    sales_agent: 'owner',
    account: 'company',
    deal_stage: 'status',
    'NEXT STEP DATE': 'next_date',
    'next step': 'next_step',
  },
};

test.each(Object.entries(EXPORTS))('the headers of %s are recognised', (_system, expected) => {
  const headers = Object.keys(expected);

  const reading = layOutColumns(headers, []);

  const found = reading.ok
    ? [...reading.layout].flatMap(([field, at]) => at.map((i) => [headers[i], field]))
    : [];
  expect(Object.fromEntries(found)).toEqual(expected);
});

describe('readColumnChoices', () => {
  test('a chosen column wins over a recognised one', () => {
    const headers = ['Owner', 'Rep of record', 'Name', 'Status'];

    const reading = layOutColumns(headers, chosen('Rep of record=owner,status='));

    expect(reading.ok && reading.layout.get('owner')).toEqual([1]);
    expect(reading.ok && reading.layout.has('status')).toBe(false);
    expect(reading.ok && unusedHeaders(headers, reading.layout)).toEqual(['Owner', 'Status']);
  });

  test('a column can be left aside by its header', () => {
    const reading = layOutColumns(['Name', 'Mobile', 'Phone'], chosen('Mobile='));

    expect(reading.ok && reading.layout.get('phone')).toEqual([2]);
  });

  test.each([
    ['Rep=boss', 'There is no field “boss”'],
    ['Rep', '“Rep” is no “CSV header=field”'],
    ['=owner', '“=owner” is no “CSV header=field”'],
  ])('%s is refused', (text, sentence) => {
    const reading = readColumnChoices(text);

    expect(!reading.ok && reading.problem).toContain(sentence);
  });
});

test.each([
  [['City', 'Zip'], '', 'No column holds a name, a company or an id.'],
  [['Name'], 'Boss=owner', 'There is no column “Boss”. The file has: Name.'],
])('columns %j with “%s” are no list of prospects', (headers, map, sentence) => {
  const reading = layOutColumns(headers, chosen(map));

  expect(!reading.ok && reading.problem).toContain(sentence);
});

function chosen(text: string) {
  const reading = readColumnChoices(text);
  return reading.ok ? reading.choices : [];
}
