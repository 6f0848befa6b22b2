import type { LocalDate } from '../../local-date.ts';
import type { DeedSince } from '../../standing-changes.ts';
import type { Channel, Ending } from '../../touch.ts';
import type { EditedPart } from '../../touch-edit.ts';
import { dates } from './dates.ts';
import { labels } from './labels.ts';
import { listed } from './plural.ts';

const logged = { logged: 'Logged', changed: 'Changed', same: 'Nothing changed' };

/** The reason is said beside the No it belongs to. */
const parts: Record<EditedPart, string | null> = {
  noReason: null,
  lesson: 'lesson',
  note: 'note',
  points: 'points',
};

const since: Record<DeedSince, (label: string, to: string) => string> = {
  log: (label) => `logged another touch with ${label}`,
  snooze: (label, to) => `snoozed ${label}${to}`,
  revisit: (label, to) => `put ${label} off${to}`,
  reopen: (label) => `re-opened ${label}`,
  drop: (label) => `dropped ${label}`,
  stop: (label) => `logged that ${label} asked us to stop`,
  not_a_prospect: (label) => `marked ${label} as no prospect`,
  lift: (label) => `lifted the stop of ${label}`,
  import: (label) => `imported ${label} again`,
  other: (label) => `changed ${label}`,
};

const endings: Record<Ending, string> = { yes: 'Yes', no: 'No', stop: 'stop' };

/** What became of a touch: logged, changed or undone, what comes next, and why not. */
export const answers = {
  /** "Logged: call, no answer on Mon 16 Nov. Dana Reyes, Acme, contact 3." */
  logged: <P>(
    said: { kind: keyof typeof logged; what: string; on: string | null; contacts: number },
    { whom, bold }: { whom: readonly P[]; bold: (text: string) => P },
  ): (string | P)[] => [
    bold(logged[said.kind]),
    `: ${said.what}${onDay(said.on)}. `,
    ...whom,
    `${said.contacts > 0 ? `, contact ${said.contacts}` : ''}.`,
  ],
  was: ({ what, on }: { what: string; on: string | null }) => `It was: ${what}${onDay(on)}.`,
  /** "Note and points changed."; nothing where only the reason did. */
  partsChanged: (changed: readonly EditedPart[]) => {
    const list = listed(changed.flatMap((part) => parts[part] ?? []));
    return list === '' ? null : `${list.charAt(0).toUpperCase()}${list.slice(1)} changed.`;
  },
  next: <P>(
    next: readonly P[],
    { stays, bold }: { stays: boolean; bold: (text: string) => P },
  ): (string | P)[] => [bold(stays ? 'Next stays' : 'Next'), ': ', ...next, '.'],
  promiseKept: 'Promise kept.',
  promiseLate: (day: string) => `The promise was for ${day}: it counts as missed.`,
  promiseStays: (day: string) => `The promise for ${day} stays. Give a new date to change it.`,
  promiseOnDayOff: (day: string) => `${day} is a day off. The promise stays on it.`,
  moved: ({ from, to }: { from: string; to: string }) => `${from} is a day off: moved to ${to}.`,
  /** The same day as another touch; `by` is null for the reader’s own. */
  oneContact: <P>(
    by: P | null,
    { channel, betterFrom }: { channel: Channel; betterFrom: string },
  ): (string | P)[] => {
    const how = channel === 'other' ? 'touch' : labels.channels[channel].toLowerCase();
    return [
      `Counts as one contact with ${by === null ? 'your' : ''}`,
      ...(by === null ? [] : [by, '’s']),
      ` ${how}, and does not score. Better from ${betterFrom}.`,
    ];
  },
  tooSoon: <P>(
    by: P,
    warning: { isOwn: boolean; touchedOn: LocalDate; betterFrom: LocalDate },
    today: LocalDate,
  ): (string | P)[] => [
    by,
    ` already reached out ${dates.nearDay(warning.touchedOn, today)}, so this does not score. Better from ${dates.day(warning.betterFrom, today)}.`,
  ],
  nextUp: (label: string) => `Next: ${label}`,
  sayNextUp: (label: string) => `Next: ${label}, log a touch`,
  sayChange: (label: string) => `Change the touch with ${label}`,

  undone: <P>(what: string | null, whom: readonly P[]): (string | P)[] => [
    `Undone: ${what === null ? '' : `${what}. `}`,
    ...whom,
    '.',
  ],
  asBefore: <P>(next: readonly P[]): (string | P)[] => ['Stands as before: ', ...next, '.'],
  endedAsBefore: (ended: string) => `Stands as before. ${ended}`,

  /** "Dana Reyes, Acme. Mon 16 Nov: call, no answer, edited." */
  row: <P>(
    whom: P,
    { day, what, isEdited }: { day: string; what: string; isEdited: boolean },
  ): (string | P)[] => [whom, `. ${day}: ${what}${isEdited ? ', edited' : ''}.`],

  faults: {
    dayToCome: 'That day is still to come. Choose today or an earlier day.',
    withinLast: (days: number) => `Choose a day within the last ${days} days.`,
    dayPast: 'That day is past. Choose today or a later day.',
    whenBack: 'When did they ask you to come back? Choose that day.',
    timeWithoutDay: 'A time needs its day. Choose the next date too.',
    agreedForWhen: 'Agreed for which day? Choose the next date.',
    whyNo: 'Why did they say No? Choose the closest reason.',
    stopped: (stop: string) => `${stop} You can still log “${labels.outcomes.they_got_in_touch}”.`,
    held: (hold: string) =>
      `${hold} A manager has to say whether it is the same person. You can still log “${labels.outcomes.they_got_in_touch}”.`,
    notThisChannel: (label: string) => `${label} asked us not to use this channel. Choose another.`,
    noSuchTouch: 'That touch is not here.',
    othersToMove: 'Only the one who logged a touch can move it to another prospect.',
    othersToChange: 'Only the one who logged a touch, or a manager, can change it.',
    othersToUndo: 'Only the one who logged a touch, or a manager, can undo it.',
    othersChange: 'Only the one who made a change, or a manager, can undo it.',
    undoneAlready: 'This touch was undone. Log what happened as a new one.',
    tooOldToChange: ({ on, days }: { on: string; days: number }) =>
      `This was logged on ${on}. You can change your own touches for ${days} days; ask a manager.`,
    dayAfterLogging: (on: string) => `This was logged on ${on}. Choose that day or an earlier one.`,
    dayBeforeLogging: ({ on, days }: { on: string; days: number }) =>
      `Choose a day within the ${days} days before ${on}.`,
    staysEnded: (label: string, ending: Ending) =>
      `More happened with ${label} since, so this stays a ${endings[ending]}. Undo what came after it first, or log what is true now.`,
    cannotEnd: (label: string, ending: Ending) =>
      `More happened with ${label} since, so this cannot become a ${endings[ending]}. Log the ${endings[ending]} as a touch of its own.`,
    stopStays: (label: string) =>
      `More happened with ${label} since, so what they asked to stop stays. Log another touch to stop another channel.`,
    nothingToUndo: 'Nothing to undo: you logged no touch today or yesterday that still stands.',
    /** "Ben snoozed Dana Reyes to Thu 26 Nov since, so …"; `name` is null for somebody unknown. */
    changedSince: (
      { isOwn, name }: { isOwn: boolean; name: string | null },
      { deed, label, to }: { deed: DeedSince; label: string; to: string | null },
    ) => {
      const who = isOwn ? labels.you : (name ?? labels.somebody);
      const did = since[deed](label, to === null ? '' : ` to ${to}`);
      return `${who} ${did} since, so this can no longer be undone.`;
    },
  },
};

function onDay(day: string | null): string {
  return day === null ? '' : ` on ${day}`;
}
