import type { HandOverScope, Owned } from '../../owned.ts';
import { labels } from './labels.ts';
import { plural } from './plural.ts';

/** Who takes over: giving one away, handing over, somebody gone. */
export const handOver = {
  buttonTooOld: 'This button is too old. Write /followup handover again.',
  /** "12 open prospects, 2 promised, 1 overdue". */
  owned,
  handOver: 'Hand over',
  sayHandOver: (name: string) => `Hand over the prospects of ${name}`,
  datesStay: 'Dates and promises stay.',
  undoFor: (hours: number) => `Undo works for ${hours} hours.`,

  newOwner: 'New owner',
  typeAName: 'Type a name',
  chooseOwner: 'Choose the new owner.',

  give: {
    title: 'Give to',
    submit: 'Give',
    ownerNow: <P>(owner: P) => ['Owner now: ', owner, '. '],
    dateStays: 'Date and promise stay.',
    given: 'Given',
    has: <P>(owner: P, label: P[]) => [owner, ' has ', ...label, ' now.'],
    hasAlready: ({ owner, label }: { owner: string; label: string }) =>
      `${label} is with ${owner} already.`,
  },

  form: {
    what: 'What',
    all: 'Everything',
    due: 'Only what is due by today',
    chooseWhat: 'Choose what to hand over.',
    handedOver: 'Handed over',
  },

  preview: {
    head: <P>({ from, to }: { from: P; to: P }) => ['Hand over ', from, '’s prospects to ', to],
    nothing,
    what: ({ scope, owned: all }: { scope: HandOverScope; owned: Owned }) =>
      `${scope === 'due' ? 'Due by today: ' : ''}${owned(all)}.`,
    getsBrief: <P>(to: P) => ['Dates and promises stay. ', to, ' gets one message about them.'],
    confirm: (count: number) => `Hand over ${plural(count, 'prospect')}`,
  },

  done: <P>({ from, to, count }: { from: P; to: P; count: number }) => [
    'Handed over: ',
    to,
    ` has ${plural(count, 'prospect')} of `,
    from,
    ' now.',
  ],
  sayTakeBack: (name: string) => `Undo: take back what ${name} was given`,
  undoInMessage: (hours: number) => `Undo stands in our direct message, for ${hours} hours.`,
  undone: <P>(from: P, count: number) => [
    `Undone: ${plural(count, 'prospect')} ${count === 1 ? 'is' : 'are'} with `,
    from,
    ' again.',
  ],
  /** "3 stay with Ben: Ana changed 2 since, Tom changed 1 since." */
  stayed: <P>(
    to: P,
    { count: all, by }: { count: number; by: { name: P | null; count: number }[] },
  ) => [
    `${all} stay with `,
    to,
    ': ',
    ...by.flatMap(({ name, count }, at) => [
      at === 0 ? '' : ', ',
      name ?? labels.somebody,
      ` changed ${count} since`,
    ]),
    '.',
  ],

  brief: {
    head: <P>({ by, from, count }: { by: P | null; from: P | null; count: number }) => [
      by ?? 'A manager',
      ` gave you ${count === 1 ? 'a prospect' : plural(count, 'prospect')}`,
      ...(from === null ? [] : [' of ', from]),
      '.',
    ],
    what: (all: Owned) => `${owned(all)}. Dates and promises stay as they were.`,
    takenBack: 'A manager gave you prospects and took them back. There is nothing to do.',
  },

  gone: {
    hasLeft: <P>(name: P) => [name, ' has left.'],
    /** "Tom Okafor left Fri 13 Nov: 12 open prospects." */
    left: <P>(name: P, { day, owned: all }: { day: string; owned: Owned }) => [
      name,
      ` left ${day}: ${owned(all)}.`,
    ],
    stayWithYou: 'They stay on your list until somebody has them.',
    see: 'See them',
    saySee: (name: string) => `See them: what ${name} left behind`,
  },

  whom: 'From whom to whom? Write /followup handover @ana to @ben, with due at the end for only what is due by today.',
  samePerson: 'From whom to whom? These are the same person.',
  nothingLeft: ({ name, scope }: { name: string; scope: HandOverScope }) =>
    nothing(name, scope).join(''),
  hasLeft: (name: string) => `${name} has left. Choose somebody who is still here.`,
  notHere: 'That hand-over is not here.',
  takenBackAlready: 'This hand-over was taken back already.',
  tooLate: (hours: number) =>
    `A hand-over can be undone for ${hours} hours. Hand them over the other way with /followup handover.`,
  doesNotUse: 'That person does not use Followup here.',
  doesNotUseYet: 'That person does not use Followup yet.',
  nobodyCalled: (name: string) => `No rep is called “${name}” here.`,
  severalCalled: (name: string) => `Several reps are called “${name}”. Mention one with @.`,
};

function owned({ open, promised, overdue, revisits }: Owned): string {
  const parts = [
    plural(open, 'open prospect'),
    ...(promised > 0 ? [`${promised} promised`] : []),
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(revisits > 0 ? [`${revisits} to look at again`] : []),
  ];
  return parts.join(', ');
}

function nothing<P>(from: P, scope: HandOverScope): (string | P)[] {
  const what = scope === 'due' ? 'nothing due' : 'nothing open';
  return [from, ` has ${what}: there is nothing to hand over.`];
}
