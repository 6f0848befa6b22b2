import type { NotAProspectReason } from '../../prospect.ts';
import type { Verdict } from '../../same-person.ts';
import type { Channel, NoReason } from '../../touch.ts';
import { labels } from './labels.ts';
import { afterTitle, plural } from './plural.ts';

/** Endings: stopped and lifted, held, no prospect, re-opened. */
export const endings = {
  you: 'you',
  /** "They asked us to stop on 3 Jul (Ana)." */
  askedToStop: (day: string | null) => `They asked us to stop${day === null ? '' : ` on ${day}`}.`,
  samePhone: (label: string, day: string | null) =>
    `Same phone as ${label}, who asked us to stop${day === null ? '' : ` on ${day}`}.`,
  notToUse: (channels: readonly Channel[]) =>
    `They asked us not to use: ${channels.map((way) => labels.channels[way].toLowerCase()).join(', ')}.`,

  /** Before the name: "Not a prospect (duplicate)". */
  became: (
    what: 'not_a_prospect' | 'reopened' | 'lifted',
    reason: NoReason | NotAProspectReason | null,
  ) => {
    if (what === 'reopened') return 'Re-opened';
    if (what === 'lifted') return 'Stop lifted';
    return `${labels.statuses.not_a_prospect}${labels.closedReason(reason)}`;
  },
  outOfAll: 'Out of every list, insight and score.',
  next: 'Next',
  allowedAgain: (channel: Channel) => `${labels.channels[channel]} is allowed again.`,
  liftedToo: (count: number) =>
    `Lifted with it: ${plural(count, 'other entry', 'other entries')} of theirs.`,
  sayUndo: (label: string) => `Undo it for ${label}`,

  sayReopen: (label: string) => `Re-open ${label}`,
  which: <P>(query: P) => ['Which “', query, '”?'],
  whom: 'Whom? Write /followup reopen and a name or company.',
  nobodyCalledThat: 'Nobody by that name. Try a part of it.',
  nobodyClosed: 'Nobody by that name is won, lost or not a prospect.',

  chooseWhy: 'Choose why it is not a prospect.',
  isNoneAlready: (label: string) => `${label} is marked as not a prospect already.`,
  staysStopped: (stop: string) => `${stop} It stays that way.`,

  held: {
    title: 'Held for you',
    head: (total: number) => `Held for a manager${afterTitle(total)}`,
    nobody: 'Nobody waits for your word.',
    more: (count: number) => `And ${count} more after these.`,
    same: 'Same person: stop',
    saySame: (label: string) => `The same person: stop ${label}`,
    other: 'Somebody else: carry on',
    sayOther: (label: string) => `Somebody else: carry on with ${label}`,
    /** After the name. */
    decided: (verdict: Verdict): string =>
      verdict === 'same'
        ? ': the same person. Stopped, out of every list.'
        : ': somebody else. Carry on; nobody is asked about these two again.',
    notThere: 'Nothing is held there. See /followup held.',
    stopWasLifted: (label: string) => `The stop of ${label} was lifted: nothing is held.`,
    decidedAlready: (
      label: string,
      { by, verdict }: { by: { name: string } | 'you' | null; verdict: Verdict },
    ) => {
      const who = by === 'you' ? labels.you : (by?.name ?? labels.somebody);
      const said = verdict === 'same' ? 'the same person' : 'somebody else';
      return `${who} said already that ${label} is ${said}.`;
    },
  },

  lift: {
    open: 'Lift the stop…',
    sayOpen: (label: string) => `Lift the stop of ${label}`,
    title: 'Lift the stop',
    submit: 'Lift',
    opensChannel: 'Lifting lets everybody use it again, under all their entries.',
    opensAll: 'Lifting makes them due today for their owner, and imports take them again.',
    channel: 'Channel',
    reason: 'Reason',
    example: 'They asked for a quote at the fair',
    hint: 'It stays in the history.',
    why: 'Why may we get in touch again? Say it in a few words.',
    isNotStopped: (label: string) => `${label} is not stopped.`,
    whichChannel: 'Which channel may be used again? Choose one.',
    isNotThatChannel: (label: string) => `${label} did not ask us to stop using that channel.`,
    tooLong: (length: number) => `Keep it within ${length} characters.`,
  },
};
