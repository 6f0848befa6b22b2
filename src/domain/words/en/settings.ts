import type { CadenceNumbers, ListRange, Range } from '../../cadence-numbers.ts';
import { plural } from './plural.ts';

const parts = {
  team: 'Team',
  holidays: 'Holidays',
  cadence: 'Cadence',
  people: 'People',
  managers: 'Managers',
};

const cadenceChanges: Record<keyof CadenceNumbers, (numbers: CadenceNumbers) => string> = {
  unansweredWaits: ({ unansweredWaits }) =>
    `Waits while nobody answers: ${unansweredWaits.join(', ')} working days.`,
  nurtureStart: ({ nurtureStart: { unansweredInARow, contacts } }) =>
    `Nurture after ${unansweredInARow} unanswered in a row and ${contacts} contacts.`,
  nurtureDays: ({ nurtureDays }) => `Rhythm of nurture: ${nurtureDays.join(', ')} days.`,
  conversationWait: ({ conversationWait }) =>
    `After a conversation: ${plural(conversationWait, 'working day')}.`,
  wrongContactWait: ({ wrongContactWait }) =>
    `After a wrong contact: ${plural(wrongContactWait, 'working day')}.`,
  guardWorkingDays: ({ guardWorkingDays }) =>
    `Between two contacts: ${plural(guardWorkingDays, 'clear working day')}.`,
  pace: ({ pace }) => `New reps start at ${pace} a day.`,
  revisitWonDays: ({ revisitWonDays }) => `Check in ${plural(revisitWonDays, 'day')} after a Yes.`,
};

/** What a manager sets for the team, and the fields a rep's own settings have as well. */
export const settings = {
  title: 'Team settings',
  parts,
  sayChange: (part: string) => `Change: ${part}`,
  nothingChanged: 'Nothing changed.',
  noManagerAnyMore: 'Saved. You are no manager any more.',

  workingDays: 'Working days',
  everyDay: 'every day',
  dayToDay: (first: string, last: string) => `${first} to ${last}`,
  chooseDay: 'Choose at least one day.',
  chooseTime: 'Choose a time.',
  zone: {
    label: 'Time zone',
    placeholder: 'Type a city, like Berlin',
    now: (zone: string, time: string) => `${zone}, now ${time}`,
    unknown: 'I do not know this time zone. Type a city, like Berlin or New York.',
  },

  number: {
    missing: 'A number is missing.',
    notWhole: (text: string) => `“${text}” is no whole number.`,
    tooSmall: (number: number) => `${number} is too small.`,
    tooLarge: (number: number) => `${number} is too large.`,
    counted: (count: number) => (count === 1 ? 'That is 1 number.' : `Those are ${count} numbers.`),
    writeOne: (range: Range) => `Write a number from ${fromTo(range)}.`,
    writeList: (range: ListRange) => `Write ${numbersFromTo(range)}, with commas between.`,
    outOfRange: 'That number is out of range.',
  },

  team: {
    channel: 'Team channel',
    channelHint: 'Invite the bot to it. Without a channel there is no team post.',
    chooseChannel: 'Choose a channel',
    theChannel: 'the team channel',
    postTime: 'Time of the team post',
    zoneHint: 'The post goes by it. Each rep’s digest goes by their own.',
    weekdaysHint: 'The team post goes out on these.',
    language: 'Language',
    languageHint: 'Of the team channel. All else comes in each reader’s Slack language.',
    chooseLanguage: 'Choose a language.',
    summaryTime: 'Time of the Friday summary',
    summaryHint: 'Each manager gets it at this time in their own zone.',
    slipping: 'Slipping',
    totalsOnly: 'Totals only: the post says how much slips, not with whom',
    isGone: 'That team is not here.',

    stands: <P>(channel: P | null, post: { at: string; days: string; zone: string }) => {
      const { at, days, zone } = post;
      return channel === null
        ? [`No channel yet, so no team post. ${days}, ${zone}.`]
        : ['Post in ', channel, ` at ${at}, ${days}, ${zone}.`];
    },
    standsInTotal: ' Totals only.',
    standsMore: ({ language, summaryAt }: { language: string; summaryAt: string }) =>
      `Language: ${language}. Friday summary at ${summaryAt}.`,
    goes: <P>(channel: P, post: { at: string; days: string; zone: string; isNew: boolean }) => [
      'The team post goes to ',
      channel,
      ` at ${post.at}, ${post.days}, ${post.zone}.${post.isNew ? ' Invite me there if I am not in it.' : ''}`,
    ],
    noPost: 'Without a channel there is no team post.',
    isIn: (language: string) => `Language of the team channel: ${language}.`,
    summaryAt: (at: string) => `The Friday summary comes at ${at} in each manager’s own zone.`,
    saysWhom: (totalsOnly: boolean): string =>
      totalsOnly ? 'It says how much slips, not with whom.' : 'It says with whom what slips.',
  },

  holidays: {
    country: 'Country',
    region: 'Region',
    regionHint: 'Empty: the days the whole country has.',
    typeToSearch: 'Type to search',
    none: 'No public holidays',
    own: 'Your own days',
    ownExample: '2026-12-24 Christmas Eve',
    ownHint: 'One in each line: the date, then its name.',
    dayOff: 'Day off',
    inLine: (line: number, problem: string) => `Line ${line}: ${problem}`,
    noDate: (text: string) => `“${text}” is no date. Write it like 2026-12-24 Christmas Eve.`,
    past: (day: string) => `${day} is past.`,
    tooFar: (day: string, end: string) => `${day} is too far ahead: up to ${end}.`,
    tooMany: (most: number) => `At most ${most} days.`,
    unknownPlace: 'I do not know the holidays of that place.',

    stands: <P>(place: string | null, next: { day: string; name: P } | null) => [
      place === null ? 'No country chosen.' : `${place}.`,
      ...(next === null ? [] : [` Next: ${next.day} (`, next.name, ').']),
    ],
    nothingLeft: 'No holidays: every weekday of the team is a working day.',
    /** "Holidays: Germany, Bayern: 12 days in 2027, next Fri 25 Dec (Christmas Day)." */
    are: <P>(
      found: { place: string | null; count: number; year: string; own: number },
      next: { day: string; name: P },
    ) => {
      const { place, count, year, own } = found;
      const days = `${plural(count, 'day')} in ${year}, next ${next.day} (`;
      const ofYours = place === null || own === 0 ? '' : ` Of your own: ${own}.`;
      return [`Holidays: ${place ?? 'your own'}: ${days}`, next.name, `).${ofYours}`];
    },
  },

  cadence: {
    about: 'Next steps that have their date keep it; these count for what is planned next.',
    waits: 'Waits while nobody answers',
    waitsHint: (range: ListRange) =>
      `Working days after the 1st to the 4th in a row: ${numbersFromTo(range)}.`,
    nurture: 'Rhythm of nurture',
    nurtureHint: (range: ListRange) =>
      `Calendar days between, the last one repeats: ${numbersFromTo(range)}.`,
    /** What each number is called, and what it counts. */
    fields: {
      unansweredInARow: field('Unanswered in a row before nurture', 'From'),
      contacts: field('Contacts in all before nurture', 'From'),
      conversationWait: field('Wait after a conversation', 'Working days:'),
      wrongContactWait: field('Wait after a wrong contact', 'Working days:'),
      guardWorkingDays: field(
        'Clear days between two contacts',
        'Working days, whoever makes them:',
      ),
      revisitWonDays: field('Check in after a Yes', 'Calendar days:'),
      pace: field('Follow-ups a day for new reps', 'Each rep may choose another:'),
    },
    defaults: 'Defaults',
    backToDefaults: 'Back to the defaults, whatever stands above',

    standsWaits: (waits: string, clearDays: number) => {
      const guard = clearDays === 0 ? 'no clear days' : plural(clearDays, 'clear day');
      return `Waits ${waits} working days, ${guard} between contacts.`;
    },
    standsNurture: (days: string, { isDefault }: { isDefault: boolean }) =>
      `Nurture ${days} days.${isDefault ? ' All defaults.' : ''}`,
    changes: cadenceChanges,
    areDefaults: 'Back to the defaults.',
    countsFromNow:
      'It counts for what is planned from now on; next steps that have their date keep it.',
  },

  people: {
    whoJoins: 'Who joins',
    managersAdd: 'Only people a manager adds',
    whoJoinsHint: 'Otherwise every full member of this Slack joins by using Followup.',
    add: 'Add people',
    addHint: 'Full members of this Slack. Each gets a welcome that names you.',
    choose: 'Choose people',
    stands: ({ managersAdd, reps }: { managersAdd: boolean; reps: number }) =>
      `${managersAdd ? 'Managers add people.' : 'Whoever uses Followup joins.'} ${plural(reps, 'person', 'people')} so far.`,
    join: ({ managersAdd }: { managersAdd: boolean }): string =>
      managersAdd
        ? 'From now on managers add people. Whoever is here stays.'
        : 'From now on whoever uses Followup joins.',
    added: <P>(names: readonly P[], more: number) => ['Added: ', ...namesListed(names, more)],
    known: <P>(names: readonly P[], more: number) => [
      'Here already: ',
      ...namesListed(names, more),
    ],
    unseen: 'I cannot see one of these people in Slack.',
    refused: {
      stranger: (name: string) =>
        `${name} is no member of this Slack workspace and cannot be added.`,
      bot: (name: string) => `${name} is a bot and cannot be added.`,
      guest: (name: string) => `${name} is a guest here and cannot be added.`,
      deactivated: (name: string) => `${name} has no active Slack account and cannot be added.`,
    },
  },

  managers: {
    hint: 'Full members of this Slack. Somebody new becomes a rep as well.',
    choose: 'Choose people',
    oneAtLeast: 'Somebody must manage: leave one manager at least.',
    stand: <P>(names: readonly P[], more: number) => namesListed(names, more),
    are: <P>(names: readonly P[], more: number) => ['Managers: ', ...namesListed(names, more)],
    refused: {
      stranger: (name: string) =>
        `${name} is no member of this Slack workspace and cannot be a manager.`,
      bot: (name: string) => `${name} is a bot and cannot be a manager.`,
      guest: (name: string) => `${name} is a guest here and cannot be a manager.`,
      deactivated: (name: string) => `${name} has no active Slack account and cannot be a manager.`,
    },
  },
};

/** "Ana Silva, Ben Carter and 3 more." */
function namesListed<P>(names: readonly P[], more: number): (string | P)[] {
  return [
    ...names.flatMap((name, at) => (at === 0 ? [name] : [', ', name])),
    more > 0 ? ` and ${more} more.` : '.',
  ];
}

function field(label: string, counts: string) {
  return { label, hint: (range: Range) => `${counts} ${fromTo(range)}.` };
}

function fromTo({ min, max }: Range): string {
  return `${min} to ${max}`;
}

function numbersFromTo({ fewest, most, ...range }: ListRange): string {
  const count = fewest === most ? `${most}` : `${fewest} to ${most}`;
  return `${count} numbers from ${fromTo(range)}`;
}
