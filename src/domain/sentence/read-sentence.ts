import { addDays } from '../local-date.ts';
import { quotesSomebody, tellsNothingDone } from './guards.ts';
import { findNextPart, saysPromise, saysSpoken } from './next-part.ts';
import { noteOf } from './note-words.ts';
import { type Outline, outlineOf } from './outline.ts';
import { readDates } from './read-dates.ts';
import {
  type Said,
  SENTENCE_LENGTH,
  type SentenceReading,
  type SentenceWorld,
  type Why,
} from './reading.ts';
import { stepOf } from './step-words.ts';
import { readHappened } from './what-happened.ts';
import { findWhom, type Whom } from './whom.ts';

/** As far back as a touch may be told. */
const TOLD_DAYS = 30;

const NOTHING_SAID: Said = {
  channel: null,
  outcome: null,
  touchedOn: null,
  nextStep: null,
  nextOn: null,
  nextTime: null,
  promise: false,
  interest: null,
  noReason: null,
  stopChannel: null,
  note: null,
};

/**
 * Reads what a rep wrote about a touch. Certain only when exactly one prospect fits every naming word,
 * what happened is clear and no date is in doubt; otherwise what was understood, and why to ask.
 * @example
 * // On Tue 17 Nov 2026: no answer by phone; try again on 2026-11-24 at 10:00.
 * readSentence('Dana at Acme: called, no answer, try again Tuesday 10am', world).kind //=> 'certain'
 */
export function readSentence(typed: string, world: SentenceWorld): SentenceReading {
  const text = typed.replace(/\s+/g, ' ').trim();
  if (text === '') return ask('empty');
  const unread = { ...NOTHING_SAID, note: typed };
  if (text.length > SENTENCE_LENGTH) return ask('too_long', null, unread);
  if (quotesSomebody(text)) return ask('quoted', null, unread);
  const outline = outlineOf(text, world);
  const whom = chosenWhom(world) ?? findWhom(outline);
  const { said, unclear } = readSaid(outline, world, whom);
  const why = whyToAsk(outline, { whom, said, unclear, world });
  if (why !== null) return ask(why, whom, said);
  if (whom.kind !== 'one' || said.outcome === null) return ask('outcome', whom, said);
  const touchedOn = said.touchedOn ?? world.today;
  return {
    kind: 'certain',
    prospectId: whom.id,
    said: { ...said, outcome: said.outcome, touchedOn },
  };
}

function chosenWhom({ about }: SentenceWorld): Whom | null {
  return about === undefined ? null : { kind: 'one', id: about };
}

function readSaid(
  outline: Outline,
  world: SentenceWorld,
  whom: Whom,
): { said: Said; unclear: boolean } {
  const { line } = outline;
  const next = findNextPart(line);
  const told = next === null ? line : line.slice(0, next);
  const happened = readHappened(told);
  const planned = next === null ? '' : ` ${line.slice(next)}`;
  const promised = saysPromise(planned);
  const outcome =
    world.happened ??
    happened.outcome ??
    (happened.end === 0 && saysSpoken(planned) ? 'spoke' : null);
  const { unclear, ...dates } = readDates(outline, { next, outcomeEnd: happened.end, world });
  const said = {
    ...happenedSaid(happened),
    outcome,
    ...dates,
    nextStep: next === null ? null : stepOf(outline, next),
    promise: promised || outcome === 'not_now',
  };
  const about = aboutOf(whom);
  return {
    said: { ...said, note: noteOf(outline, { said, next, ids: idsOf(whom), about }) },
    unclear,
  };
}

function happenedSaid({ end: _end, ...said }: ReturnType<typeof readHappened>) {
  return said;
}

function whyToAsk(
  { text, line }: Outline,
  {
    whom,
    said,
    unclear,
    world,
  }: { whom: Whom; said: Said; unclear: boolean; world: SentenceWorld },
): Why | null {
  if (tellsNothingDone(text, line)) return 'not_done';
  if (said.outcome === null && findNextPart(line) !== null && said.channel === null)
    return 'not_done';
  if (whom.kind !== 'one') return whom.kind;
  if (said.outcome === null) return 'outcome';
  const prospect = world.prospects.find(({ id }) => id === whom.id);
  if ((said.outcome === 'yes' || said.outcome === 'no') && !prospect?.mayEnd) return 'not_yours';
  if (said.outcome === 'no' && said.noReason === null) return 'reason';
  if (unclear || (said.touchedOn ?? world.today) < addDays(world.today, -TOLD_DAYS)) return 'date';
  if (said.promise && said.nextOn === null) return 'date';
  return null;
}

function ask(why: Why, whom: Whom | null = null, said: Said = NOTHING_SAID): SentenceReading {
  return { kind: 'ask', why, candidates: idsOf(whom), about: aboutOf(whom), said };
}

function idsOf(whom: Whom | null): string[] {
  if (whom === null || whom.kind === 'nobody') return [];
  return whom.kind === 'one' ? [whom.id] : whom.ids;
}

function aboutOf(whom: Whom | null): string | null {
  return whom?.kind === 'unknown' ? whom.about : null;
}
