import type { LogTouchInput } from '../domain/touch-input.ts';
import type { PersonInput } from '../services/find-likely-same.ts';

/** Who plays in the sandbox: a small sales team, one of them away, a guest, and their invented prospects. */
export type CastRep = {
  key: string;
  realName: string;
  title: string;
  zone: string;
  /** The language they use Slack in; English where nothing is said. */
  locale?: string;
  isManager?: boolean;
  isGuest?: boolean;
  away?: { fromOn: string; toOn: string };
};

export const CAST: readonly CastRep[] = [
  {
    key: 'mara',
    realName: 'Mara Lindqvist',
    title: 'Head of Sales',
    zone: 'Europe/Berlin',
    isManager: true,
  },
  { key: 'ana', realName: 'Ana Silva', title: 'Account Executive', zone: 'Europe/Berlin' },
  { key: 'ben', realName: 'Ben Carter', title: 'Account Executive', zone: 'America/New_York' },
  { key: 'chi', realName: 'Chi Nguyen', title: 'Account Executive', zone: 'Europe/Berlin' },
  {
    key: 'dee',
    realName: 'Dee Okoye',
    title: 'Account Executive',
    zone: 'Europe/London',
    away: { fromOn: '2026-11-12', toOn: '2026-11-20' },
  },
  {
    key: 'eli',
    realName: 'Eli Novak',
    title: 'Account Executive',
    zone: 'Europe/Berlin',
    locale: 'de-DE',
  },
  {
    key: 'gus',
    realName: 'Gus Weber',
    title: 'Guest from the agency',
    zone: 'Europe/Berlin',
    isGuest: true,
  },
];

/** One thing that happened, on a day at 15:00 in the rep's zone. */
export type StoryTouch = { on: string } & Pick<LogTouchInput, 'channel' | 'outcome'> &
  Partial<LogTouchInput>;

export type Story = { owner: string; addedOn: string; person: PersonInput; touches: StoryTouch[] };

const person = (name: string, company: string, email: string, phone: string | null = null) => ({
  name,
  company,
  email,
  phone,
});

/** The sandbox's first morning. */
export const FIRST_MORNING = '2026-11-17';

const ANAS: Story[] = [
  {
    owner: 'ana',
    addedOn: '2026-10-27',
    person: person('Dana Reyes', 'Acme', 'dana.reyes@acme.example.com', '+1 512 555 0142'),
    touches: [
      { on: '2026-10-28', channel: 'call', outcome: 'no_answer' },
      { on: '2026-11-02', channel: 'email', outcome: 'sent' },
      {
        on: '2026-11-12',
        channel: 'call',
        outcome: 'spoke',
        points: 'budget in Jan; needs SSO',
        note: 'Wants the price for 40 seats before her team meeting.',
        interest: 'hot',
        nextOn: '2026-11-17',
        nextTime: '10:00',
        nextStep: 'Send pricing',
        agreed: true,
      },
    ],
  },
  {
    owner: 'ana',
    addedOn: '2026-10-29',
    person: person('Tom Okafor', 'Birch', 'tom@birch.example.com', '+44 20 7946 0182'),
    touches: [
      { on: '2026-11-02', channel: 'email', outcome: 'sent' },
      {
        on: '2026-11-11',
        channel: 'video',
        outcome: 'spoke',
        points: 'likes the case study; board decides in December',
        nextOn: '2026-11-16',
        nextStep: 'Case study',
        agreed: true,
      },
    ],
  },
  {
    owner: 'ana',
    addedOn: '2026-11-03',
    person: person('Mia Lund', 'Nordic Parts', 'mia.lund@nordic.example.com', '+46 8 555 0120'),
    touches: [
      { on: '2026-11-03', channel: 'call', outcome: 'no_answer' },
      { on: '2026-11-05', channel: 'call', outcome: 'no_answer' },
      { on: '2026-11-10', channel: 'email', outcome: 'sent' },
    ],
  },
  {
    owner: 'ana',
    addedOn: '2026-11-09',
    person: person('Ravi Menon', 'Lotus Health', 'ravi@lotus.example.com', '+91 22 5550 0147'),
    touches: [{ on: '2026-11-13', channel: 'call', outcome: 'no_answer' }],
  },
  {
    owner: 'ana',
    addedOn: '2026-08-17',
    person: person('Ines Costa', 'Porto Freight', 'ines@porto.example.com'),
    touches: [
      { on: '2026-08-18', channel: 'email', outcome: 'sent' },
      { on: '2026-08-24', channel: 'call', outcome: 'no_answer' },
      { on: '2026-09-01', channel: 'email', outcome: 'sent' },
      { on: '2026-09-10', channel: 'social', outcome: 'sent' },
      { on: '2026-10-06', channel: 'email', outcome: 'sent' },
      { on: '2026-10-27', channel: 'email', outcome: 'sent' },
    ],
  },
  {
    owner: 'ana',
    addedOn: '2026-09-07',
    person: person('Hugo Brandt', 'Brandt Logistik', 'hugo@brandt.example.com', '+49 30 23125 091'),
    touches: [
      { on: '2026-09-08', channel: 'call', outcome: 'no_answer' },
      { on: '2026-09-10', channel: 'email', outcome: 'sent' },
      { on: '2026-09-15', channel: 'call', outcome: 'no_answer' },
      { on: '2026-09-21', channel: 'email', outcome: 'sent' },
      { on: '2026-09-28', channel: 'call', outcome: 'no_answer' },
      { on: '2026-11-02', channel: 'email', outcome: 'sent' },
    ],
  },
  {
    owner: 'ana',
    addedOn: '2026-10-12',
    person: person('Jonas Krall', 'Krall Dental', 'jonas@krall.example.com', '+49 30 23125 014'),
    touches: [
      { on: '2026-10-13', channel: 'call', outcome: 'spoke' },
      { on: '2026-10-20', channel: 'meeting', outcome: 'spoke' },
      { on: '2026-11-02', channel: 'meeting', outcome: 'yes', revisitOn: '2026-11-17' },
    ],
  },
  {
    owner: 'ana',
    addedOn: '2026-09-21',
    person: person('Priya Shah', 'Shah Textiles', 'priya@shah.example.com', '+44 20 7946 0311'),
    touches: [
      { on: '2026-09-22', channel: 'call', outcome: 'spoke' },
      {
        on: '2026-10-01',
        channel: 'email',
        outcome: 'no',
        noReason: 'timing',
        lesson: 'Their budget year starts in April: ask in February.',
        revisitOn: '2027-02-08',
      },
    ],
  },
  {
    owner: 'ana',
    addedOn: '2026-10-19',
    person: person('Oleg Petrov', 'Baltic Foods', 'oleg@baltic.example.com'),
    touches: [
      { on: '2026-10-20', channel: 'email', outcome: 'sent' },
      { on: '2026-10-23', channel: 'email', outcome: 'stop' },
    ],
  },
  {
    owner: 'ana',
    addedOn: '2026-11-05',
    person: person('Lena Vogt', 'Vogt Maschinen', 'lena.vogt@vogt.example.com', '+49 30 23125 077'),
    touches: [
      {
        on: '2026-11-10',
        channel: 'call',
        outcome: 'not_now',
        nextOn: '2026-11-19',
        nextStep: 'Call about the trial',
      },
    ],
  },
  {
    owner: 'ana',
    addedOn: '2026-11-16',
    person: person('Sofia Marin', 'Marin Studio', 'sofia@marin.example.com', '+34 91 555 0133'),
    touches: [],
  },
];

const TEAMS: Story[] = [
  {
    owner: 'ben',
    addedOn: '2026-10-26',
    person: person('Hal Brooks', 'Brooks Supply', 'hal@brooks.example.com', '+1 212 555 0119'),
    touches: [
      { on: '2026-10-27', channel: 'call', outcome: 'no_answer' },
      { on: '2026-11-05', channel: 'call', outcome: 'no_answer' },
    ],
  },
  {
    owner: 'ben',
    addedOn: '2026-10-26',
    person: person('Joy Adeyemi', 'Lagos Print', 'joy@lagosprint.example.com', '+1 212 555 0165'),
    touches: [
      { on: '2026-11-09', channel: 'call', outcome: 'spoke', interest: 'warm' },
      { on: '2026-11-12', channel: 'email', outcome: 'sent' },
    ],
  },
  {
    owner: 'ben',
    addedOn: '2026-11-02',
    person: person('Walt Jensen', 'Jensen Tools', 'walt@jensen.example.com', '+1 312 555 0170'),
    touches: [
      {
        on: '2026-11-10',
        channel: 'video',
        outcome: 'spoke',
        nextOn: '2026-11-18',
        nextTime: '14:00',
        nextStep: 'Demo for his warehouse team',
        agreed: true,
      },
    ],
  },
  {
    owner: 'chi',
    addedOn: '2026-11-02',
    person: person('Akio Mori', 'Mori Optics', 'akio@mori.example.com', '+81 3 5550 0121'),
    touches: [
      { on: '2026-11-03', channel: 'email', outcome: 'sent' },
      { on: '2026-11-09', channel: 'call', outcome: 'missed_appointment' },
      { on: '2026-11-12', channel: 'email', outcome: 'sent' },
    ],
  },
  {
    owner: 'chi',
    addedOn: '2026-10-30',
    person: person('Nora Blum', 'Blum Verlag', 'nora@blum.example.com', '+49 30 23125 033'),
    touches: [
      { on: '2026-11-02', channel: 'call', outcome: 'spoke' },
      { on: '2026-11-13', channel: 'call', outcome: 'no_answer' },
    ],
  },
  {
    owner: 'dee',
    addedOn: '2026-10-28',
    person: person('Fred Lowe', 'Lowe & Daughters', 'fred@lowe.example.com', '+44 20 7946 0455'),
    touches: [{ on: '2026-11-10', channel: 'call', outcome: 'spoke' }],
  },
  {
    owner: 'eli',
    addedOn: '2026-10-28',
    person: person('Zora Hill', 'Hill Labs', 'zora@hill.example.com', '+1 415 555 0188'),
    touches: [
      { on: '2026-11-09', channel: 'call', outcome: 'no_answer' },
      {
        on: '2026-11-11',
        channel: 'call',
        outcome: 'spoke',
        nextOn: '2026-11-20',
        nextStep: 'Bring the offer',
        agreed: true,
      },
    ],
  },
  {
    owner: 'mara',
    addedOn: '2026-10-21',
    person: person('Ugo Ferri', 'Ferri Group', 'ugo@ferri.example.com', '+39 06 5550 0144'),
    touches: [
      {
        on: '2026-11-12',
        channel: 'meeting',
        outcome: 'spoke',
        nextOn: '2026-11-24',
        nextStep: 'Contract draft',
        agreed: true,
      },
    ],
  },
];

export const STORIES: readonly Story[] = [...ANAS, ...TEAMS];

/** What the team does on the Monday before the first morning, so that the board has something to show. */
export const MONDAYS_WORK: readonly { rep: string; name: string; touch: StoryTouch }[] = [
  {
    rep: 'ben',
    name: 'Joy Adeyemi',
    touch: { on: '2026-11-16', channel: 'call', outcome: 'spoke' },
  },
  { rep: 'chi', name: 'Nora Blum', touch: { on: '2026-11-16', channel: 'email', outcome: 'sent' } },
  { rep: 'chi', name: 'Akio Mori', touch: { on: '2026-11-16', channel: 'call', outcome: 'spoke' } },
  {
    rep: 'ana',
    name: 'Ines Costa',
    touch: {
      on: '2026-11-16',
      channel: 'email',
      outcome: 'they_got_in_touch',
      nextOn: '2026-11-17',
      nextStep: 'Answer her two questions',
    },
  },
];
