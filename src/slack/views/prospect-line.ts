import type { NamedWarning } from '../../domain/digest-model.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { labelOf, type NextStep, type Prospect } from '../../domain/prospect.ts';
import type { Channel } from '../../domain/touch.ts';
import { cutText, emailKey } from '../../domain/typed-text.ts';
import type { Words } from '../../domain/words/words.ts';
import { type Line, link, type Piece, typed } from './compose.ts';
import { isReader, sayName } from './say-name.ts';

const LABEL_LENGTH = 60;
const STEP_LENGTH = 150;
const POINTS_LENGTH = 150;
const CONTACT_LENGTH = 60;

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
export function stepLine(
  prospect: Prospect,
  { next, late = '', words }: { next: NextStep; late?: string; words: Words },
): Line {
  const step: Piece =
    next.step === null
      ? endSentence(words.steps.action(next), late)
      : typed(endSentence(cutText(capitalised(next.step), STEP_LENGTH), late));
  const reach = reachPiece(prospect, next.channel);
  return reach === null ? [step] : [step, ' ', reach];
}

/** "Points: budget in Jan; needs SSO", what they said last. */
export function pointsLine(points: string, words: Words): Line {
  return words.digest.points(typed(points.replace(/\s*\n\s*/g, '; '), POINTS_LENGTH));
}

/** "Ben called yesterday. Better from Thu 19 Nov." */
export function warningLine(
  warning: NamedWarning,
  { words, today }: { words: Words; today: LocalDate },
): Line {
  const name = sayName(warning.name, words);
  return [typed(name, LABEL_LENGTH), reachedOut(warning, { words, today })];
}

/** The same as plain text, short enough to stand below an option; the name is cut first. */
export function warningText(
  warning: NamedWarning,
  { words, today }: { words: Words; today: LocalDate },
): string {
  const name = sayName(warning.name, words);
  const rest = reachedOut(warning, { words, today });
  return `${cutText(name, OPTION_DESCRIPTION_LENGTH - rest.length)}${rest}`;
}

const OPTION_DESCRIPTION_LENGTH = 75;

function reachedOut(
  warning: NamedWarning,
  { words, today }: { words: Words; today: LocalDate },
): string {
  return words.digest.reachedOut({ ...warning, isOwn: isReader(warning.name) }, today);
}

/** A line begins with a capital, unless its first word is spelled on purpose: an address, “iPad”. */
function capitalised(text: string): string {
  return text.replace(/^\p{Ll}(?=[\p{Ll}'’-]*[,;:.!?…]*(?:\s|$))/u, (first) => first.toUpperCase());
}

function reachPiece(prospect: Prospect, channel: Channel | null): Piece | null {
  const wantsMail = channel === 'email' || (channel !== 'call' && channel !== 'text');
  if (prospect.email !== null && (wantsMail || prospect.phone === null)) {
    return mailPiece(prospect.email);
  }
  return prospect.phone === null ? null : typed(prospect.phone, CONTACT_LENGTH);
}

/** A mail link. */
export function mailPiece(email: string): Piece {
  // Only an address of plain characters becomes a link; anything else is shown as it was typed.
  const plain = emailKey(email) !== null && /^[\w.+@-]+$/.test(email);
  return plain ? link(`mailto:${email}`, email) : typed(email, CONTACT_LENGTH);
}

function endSentence(text: string, late: string): string {
  if (late === '') return /[.!?…]$/.test(text) ? text : `${text}.`;
  return /[!?…]$/.test(text) ? `${text} ${late}.` : `${text.replace(/\.$/, '')}, ${late}.`;
}
