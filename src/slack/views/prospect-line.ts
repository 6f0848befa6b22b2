import type { NamedWarning } from '../../domain/digest-model.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { labelOf, type NextStep, type Prospect } from '../../domain/prospect.ts';
import type { Channel } from '../../domain/touch.ts';
import { cutText, emailKey } from '../../domain/typed-text.ts';
import { type Line, link, type Piece, typed } from './compose.ts';
import { sayDay, sayNearDay } from './dates.ts';
import { sayAction } from './words.ts';

const LABEL_LENGTH = 60;
const STEP_LENGTH = 150;
const POINTS_LENGTH = 150;
const CONTACT_LENGTH = 60;

/** In place of a next step that nobody may take yet. */
export const HELD_LINE = 'Held: same phone as somebody who asked us to stop. A manager decides.';

/** "Dana Reyes, Acme": the name and, when there is one too, the company. */
export function labelPieces(prospect: Pick<Prospect, 'name' | 'company' | 'externalId'>): Piece[] {
  const label = typed(labelOf(prospect), LABEL_LENGTH);
  if (prospect.name === null || prospect.company === null) return [label];
  return [label, ', ', typed(prospect.company, LABEL_LENGTH)];
}

/** The same as a plain string, for options, titles and fallbacks; cut by the caller's limit. */
export function labelText(prospect: Pick<Prospect, 'name' | 'company' | 'externalId'>): string {
  const label = labelOf(prospect);
  return prospect.name !== null && prospect.company !== null
    ? `${label}, ${prospect.company}`
    : label;
}

/** What to do and how to reach them: "Send pricing. +1 512 555 0142", "Case study, 1 day late." */
export function stepLine(prospect: Prospect, next: NextStep, late = ''): Line {
  const step: Piece =
    next.step === null
      ? endSentence(sayAction(next), late)
      : typed(endSentence(cutText(next.step, STEP_LENGTH), late));
  const reach = reachPiece(prospect, next.channel);
  return reach === null ? [step] : [step, ' ', reach];
}

/** "Points: budget in Jan; needs SSO", what they said last. */
export function pointsLine(points: string): Line {
  return ['Points: ', typed(points.replace(/\s*\n\s*/g, '; '), POINTS_LENGTH)];
}

/** "Ben called yesterday. Better from Thu 19 Nov." */
export function warningLine(warning: NamedWarning, today: LocalDate): Line {
  return [typed(warning.name, LABEL_LENGTH), sayReachedOut(warning, today)];
}

/** The same as plain text, short enough to stand below an option; the name is cut first. */
export function warningText(warning: NamedWarning, today: LocalDate): string {
  const rest = sayReachedOut(warning, today);
  return `${cutText(warning.name, OPTION_DESCRIPTION_LENGTH - rest.length)}${rest}`;
}

function sayReachedOut({ channel, touchedOn, betterFrom }: NamedWarning, today: LocalDate): string {
  const when = sayNearDay(touchedOn, today);
  return ` ${PAST[channel]} ${when}. Better from ${sayDay(betterFrom, today)}.`;
}

const OPTION_DESCRIPTION_LENGTH = 75;

const PAST: Record<Channel, string> = {
  call: 'called',
  email: 'emailed',
  text: 'texted',
  social: 'wrote on social media',
  video: 'met them on video',
  meeting: 'met them',
  other: 'got in touch',
};

function reachPiece(prospect: Prospect, channel: Channel | null): Piece | null {
  const wantsMail = channel === 'email' || (channel !== 'call' && channel !== 'text');
  if (prospect.email !== null && (wantsMail || prospect.phone === null)) {
    return mailPiece(prospect.email);
  }
  return prospect.phone === null ? null : typed(prospect.phone, CONTACT_LENGTH);
}

function mailPiece(email: string): Piece {
  // Only an address of plain characters becomes a link; anything else is shown as it was typed.
  const plain = emailKey(email) !== null && /^[\w.+@-]+$/.test(email);
  return plain ? link(`mailto:${email}`, email) : typed(email, CONTACT_LENGTH);
}

function endSentence(text: string, late: string): string {
  if (late === '') return /[.!?…]$/.test(text) ? text : `${text}.`;
  return /[!?…]$/.test(text) ? `${text} ${late}.` : `${text.replace(/\.$/, '')}, ${late}.`;
}
