import type { LoggedTouch } from '../domain/logged-touch.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Said, SentenceReading, Why } from '../domain/sentence/reading.ts';
import { isEnding } from '../domain/touch.ts';
import type { LogTouchInput } from '../domain/touch-input.ts';
import { unsaidChannel } from '../domain/unsaid-channel.ts';
import type { RepContext } from './context.ts';
import { findOneProspect } from './get-prospect.ts';
import { type KeptTouch, keepTouch, loadKeptTouch } from './kept-touch.ts';
import { logTouch } from './log-touch.ts';
import { hashOf, once } from './once.ts';
import { mustOwnOrManage } from './permissions.ts';
import {
  type SentenceAnswers,
  understandSentence,
  type WrittenSentence,
} from './understand-sentence.ts';

/** Offered as buttons; more than these and a search serves better. */
const OFFERED = 5;

export type SentenceInput = WrittenSentence &
  SentenceAnswers & {
    /** Which request it came with: one sentence is logged once, however often it arrives. */
    key: string;
  };

/** What must be asked: why, whom it may be about, and what was understood. */
export type SentenceQuestion = {
  kind: 'ask';
  why: Why;
  said: Said;
  prospects: Prospect[];
  stranger: string | null;
};

export type SentenceResult = { kind: 'logged'; logged: LoggedTouch } | SentenceQuestion;

/**
 * Logs what a sentence tells when it is certain, else says what to ask.
 * @throws NotAllowedError when they asked us to stop, or a Yes or No is somebody else's to log.
 */
export async function logSentence(ctx: RepContext, input: SentenceInput): Promise<SentenceResult> {
  const reading = await understandSentence(ctx, input);
  if (reading.kind === 'ask') return questionOf(ctx, reading);
  const { key, text, happened } = input;
  const held = [text, reading.prospectId, ...(happened ? [happened] : [])];
  const receipt = { key: `view:log:${key}`, hash: hashOf(held) };
  const kept = await once(ctx, receipt, async (inside): Promise<KeptTouch> => {
    const prospect = await findOneProspect(inside, reading.prospectId);
    return keepTouch(await logTouch(inside, touchOf(reading, prospect)));
  });
  return { kind: 'logged', logged: await loadKeptTouch(ctx, kept) };
}

/** The same without logging anything: what a form should be filled with. */
export async function questionSentence(
  ctx: RepContext,
  input: SentenceInput,
): Promise<SentenceQuestion> {
  const reading = await understandSentence(ctx, input);
  if (reading.kind === 'ask') return questionOf(ctx, reading);
  const prospects = [await findOneProspect(ctx, reading.prospectId)];
  return { kind: 'ask', why: 'outcome', said: reading.said, prospects, stranger: null };
}

/** Whether words that follow the command are a sentence: certain, or begun with somebody's name. */
export async function startsWithSomebody(ctx: RepContext, input: WrittenSentence) {
  const [first = ''] = input.text.split(/\s/);
  const reading = await understandSentence(ctx, { ...input, text: first });
  if (reading.kind === 'ask' && reading.candidates.length > 0) return true;
  return (await understandSentence(ctx, input)).kind === 'certain';
}

async function questionOf(
  ctx: RepContext,
  { why, said, candidates, about }: Extract<SentenceReading, { kind: 'ask' }>,
): Promise<SentenceQuestion> {
  const offered = candidates.slice(0, OFFERED);
  const prospects = await Promise.all(offered.map((id) => findOneProspect(ctx, id)));
  const [owned] = prospects;
  if (why === 'not_yours' && owned) {
    mustOwnOrManage(ctx.rep, owned, said.outcome === 'no' ? 'no' : 'yes');
  }
  return { kind: 'ask', why, said, prospects, stranger: about };
}

function touchOf(
  { said, prospectId }: Extract<SentenceReading, { kind: 'certain' }>,
  prospect: Prospect,
): LogTouchInput {
  const {
    channel,
    outcome,
    nextOn,
    nextTime,
    nextStep,
    touchedOn,
    interest,
    noReason,
    stopChannel,
  } = said;
  return {
    prospectId,
    outcome,
    channel: channel ?? unsaidChannel(outcome, prospect),
    touchedOn,
    nextOn,
    nextTime,
    nextStep,
    interest,
    noReason,
    stopChannel,
    agreed: said.promise && !isEnding(outcome),
    note: said.note,
  };
}
