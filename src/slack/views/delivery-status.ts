import type { DeliveryKind } from '../../domain/delivery.ts';
import type { KindStatus } from '../../domain/delivery-status.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { localDateOf, localTimeOf } from '../../domain/zone.ts';
import { section } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import { sayDay } from './dates.ts';
import type { Message } from './digest-message.ts';
import { plural } from './words.ts';

export type DeliveryStatusModel = {
  paused: { until: Date | null } | null;
  connected: boolean;
  kinds: KindStatus[];
  zone: string;
  today: LocalDate;
};

type Others = KindStatus['others'][number];

/** Kinds of message as people call them: one, many. */
export const KIND_WORDS: Record<DeliveryKind, [one: string, many: string]> = {
  digest: ['digest', 'digests'],
  team_post: ['team post', 'team posts'],
  manager_sweep: ['manager’s sweep', 'manager’s sweeps'],
  friday_summary: ['Friday summary', 'Friday summaries'],
  promise_reminder: ['reminder of a promise', 'reminders of promises'],
  monthly_lessons: ['message of lessons', 'messages of lessons'],
  notice: ['notice', 'notices'],
};
const NAMES_SHOWN = 5;

/** What went out today and what did not, in plain words. */
export function buildDeliveryStatus(model: DeliveryStatusModel): Message {
  const state = stateLine(model);
  const kinds = model.kinds.flatMap((status) => [
    [headOf(status, model.zone)],
    ...status.others.map((other) => sayOthers(status.kind, other)),
  ]);
  const lines: Line[] = [
    ...(state === null ? [] : [[bold(state)]]),
    ...(kinds.length === 0 ? [['Nothing was to be sent yet today.']] : kinds),
  ];
  return { text: composeFallback(lines[0] ?? []), blocks: [section(...lines)] };
}

export function buildPaused(
  until: Date | null,
  { zone, today }: { zone: string; today: LocalDate },
): Message {
  const end = until === null ? '' : ` until ${sayDay(localDateOf(until, zone), today)}`;
  const line = `Paused${end}: no digests, posts or reminders. Logging works as ever; /followup resume ends the pause.`;
  return { text: composeFallback([line]), blocks: [section([line])] };
}

export function buildResumed(): Message {
  const line = 'Scheduled messages go out again, from the next one on.';
  return { text: composeFallback([line]), blocks: [section([line])] };
}

function stateLine({ connected, paused, zone, today }: DeliveryStatusModel): string | null {
  if (!connected) return 'Slack no longer takes our token: install the app again.';
  if (paused === null) return null;
  if (paused.until === null) return 'Paused. /followup resume ends it.';
  return `Paused until ${sayDay(localDateOf(paused.until, zone), today)}. /followup resume ends it.`;
}

function headOf({ kind, due, sent, lastSentAt, underWay }: KindStatus, zone: string): string {
  const [one, many] = KIND_WORDS[kind];
  const by = lastSentAt === null ? '' : ` by ${localTimeOf(lastSentAt, zone)}`;
  const waiting = underWay === 0 ? '' : ` ${underWay} still under way.`;
  if (sent === 0) return `No ${one} went out.${waiting}`;
  if (sent < due) return `${sent} of ${plural(due, one, many)} went out${by}.${waiting}`;
  return due === 1 ? `The ${one} went out at${by.slice(3)}.` : `All ${due} ${many} went out${by}.`;
}

/** "2 not sent: Ana, Ben (the bot was down)." */
export function sayOthers(kind: DeliveryKind, { state, reason, count, names }: Others): Line {
  const head = state === 'skipped' ? `${count} skipped: ` : `${count} not sent: `;
  const why = state === 'unconfirmed' ? UNCONFIRMED : (REASONS[reason] ?? `Slack said ${reason}`);
  if (names.length === 0 || kind === 'team_post') return [`${head}${why}.`];
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  const more = count > NAMES_SHOWN ? ` and ${count - NAMES_SHOWN} more` : '';
  return [head, typed(`${shown}${more}`), ` (${why}).`];
}

const UNCONFIRMED = 'Slack did not say whether it came; it stands in App Home';
const REASONS: Record<string, string> = {
  empty: 'nothing due',
  away: 'away',
  holiday: 'a holiday',
  paused: 'paused',
  deactivated: 'no longer in Slack',
  no_channel: 'no team channel is set',
  changed: 'settings changed or nothing was left to say',
  switched_off: 'they switched it off',
  outage: 'the bot was down',
  superseded: 'the bot was down, a newer one followed',
  workspace_disconnected: 'the app was disconnected',
};
