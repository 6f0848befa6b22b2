import type { ModelRep } from './model.ts';

const MONDAY_TO_FRIDAY = [0, 1, 2, 3, 4];
const SUNDAY_TO_THURSDAY = [6, 0, 1, 2, 3];

/** Moments around clock changes in the reps' zones. */
export const STARTS = [
  '2026-10-23T07:00:00Z',
  '2026-10-25T00:20:00Z',
  '2026-10-31T21:40:00Z',
  '2027-03-12T15:00:00Z',
  '2027-03-26T22:50:00Z',
  '2027-04-02T10:30:00Z',
] as const;

export const HOLIDAYS = ['2026-10-26', '2026-11-03', '2027-03-15', '2027-03-29', '2027-04-05'];

const base = { leave: [], isManager: false, isGone: false };

export const REPS: readonly ModelRep[] = [
  {
    ...{ ...base, name: 'Ana Silva', city: 'Berlin', zone: 'Europe/Berlin' },
    weekdays: MONDAY_TO_FRIDAY,
    leave: [
      { from: '2026-10-29', to: '2026-10-30' },
      { from: '2027-03-18', to: '2027-03-23' },
    ],
  },
  {
    ...{ ...base, name: 'Ben Haas', city: 'New York', zone: 'America/New_York' },
    weekdays: MONDAY_TO_FRIDAY,
  },
  {
    ...{ ...base, name: 'Chi Okoye', city: 'Auckland', zone: 'Pacific/Auckland' },
    weekdays: MONDAY_TO_FRIDAY,
  },
  {
    ...{ ...base, name: 'Dee Marsh', city: 'Lord Howe', zone: 'Australia/Lord_Howe' },
    weekdays: SUNDAY_TO_THURSDAY,
  },
  {
    ...{ ...base, name: 'Mara Lind', city: 'Berlin', zone: 'Europe/Berlin' },
    weekdays: MONDAY_TO_FRIDAY,
    isManager: true,
  },
];

export type Person = {
  name: string;
  company: string;
  email: string | null;
  phone: string | null;
};

const PHONE = '+1 512 555 0142';

/** Those it is mostly about: one person three times, somebody with her phone, and two more. */
export const PEOPLE: readonly (Person & { owner: number; contacts: number; inLine: boolean })[] = [
  {
    ...{ name: 'Dana Reyes', company: 'Acme', email: 'dana@acme.example', phone: PHONE },
    ...{ owner: 0, contacts: 0, inLine: false },
  },
  {
    ...{ name: 'D. Reyes', company: 'Acme', email: 'dana@acme.example', phone: null },
    ...{ owner: 1, contacts: 0, inLine: false },
  },
  {
    ...{ name: 'Dana Reyes', company: 'Acme', email: null, phone: PHONE },
    ...{ owner: 2, contacts: 0, inLine: false },
  },
  {
    ...{ name: 'Tom Okafor', company: 'Birch', email: 'tom@birch.example', phone: PHONE },
    ...{ owner: 3, contacts: 0, inLine: false },
  },
  {
    ...{ name: 'Mia Lund', company: 'Nordic', email: 'mia@nordic.example' },
    ...{ phone: '+46 8 555 0120', owner: 0, contacts: 4, inLine: false },
  },
  {
    ...{ name: 'Ole Berg', company: 'Fjord', email: 'ole@fjord.example', phone: null },
    ...{ owner: 1, contacts: 0, inLine: true },
  },
];

/** Ana's days two and three working days ahead are one short of full, so that the pace binds. */
export const FILLED = { owner: 0, workingDaysAhead: [2, 3], each: 4 };

/** Dee begins over her pace, so that there is something to spread; two have days that she picked. */
export const CROWDED = {
  owner: 3,
  rules: ['new', 'new', 'new', 'new', 'picked', 'picked'],
} as const;
