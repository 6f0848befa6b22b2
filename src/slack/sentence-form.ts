import type { ModalView } from '@slack/types';
import { namingWordsOf } from '../domain/sentence/naming-words.ts';
import { cleanText, cutText, NOTE_LENGTH } from '../domain/typed-text.ts';
import { wordsFor } from '../domain/words/words.ts';
import type { RepContext } from '../services/context.ts';
import { channelFor, type SentenceQuestion } from '../services/log-sentence.ts';
import { chosen, drawLogForm } from './listeners/open-log.ts';
import { buildLogTouchModal } from './views/log-touch/build-log-touch.ts';
import type { ChosenProspect } from './views/log-touch/chosen-prospect.ts';
import type { LogTouchMeta } from './views/log-touch/meta.ts';
import { labelText } from './views/prospect-line.ts';
import { sayWhy } from './views/sentence-question.ts';

/** The form "Log a touch" filled with what a sentence told, and with why it was not logged at once. */
export async function drawSentenceForm(
  ctx: RepContext,
  {
    question,
    text,
    name,
    meta,
  }: {
    question: SentenceQuestion;
    text: string;
    /** Somebody to add, when they chose that. */
    name?: string | undefined;
    meta: Pick<LogTouchMeta, 'nonce' | 'from'> & { responseUrl?: string | undefined };
  },
): Promise<ModalView> {
  const { said, prospects } = question;
  const [first, ...others] = prospects;
  const known = first && others.length === 0 && question.why !== 'unknown' ? first : null;
  const form = await drawLogForm(ctx, {
    meta: {
      v: 1,
      nonce: meta.nonce,
      from: meta.from,
      ...(meta.responseUrl ? { responseUrl: meta.responseUrl } : {}),
      ...(question.stranger ? { query: question.stranger.slice(0, 200) } : {}),
    },
    prospect: name === undefined ? known && chosen(known) : newcomer(name),
    outcome: said.outcome,
    channel: channelFor(said, known),
    initial: {
      note: saysMore(text, question) ? cutText(cleanText(text) ?? '', NOTE_LENGTH) : null,
      nextStep: said.nextStep,
      nextOn: said.nextOn,
      nextTime: said.nextTime,
      agreed: said.promise && said.nextOn !== null,
      touchedOn: said.touchedOn,
      interest: said.interest,
    },
  });
  const words = wordsFor(ctx.rep.locale);
  const advice = [sayWhy(question, words), ...form.advice];
  return buildLogTouchModal({ ...form, advice }, words);
}

/** Whether a text says anything but whom it is about: a bare name is no note. */
function saysMore(text: string, { prospects, stranger }: SentenceQuestion): boolean {
  const named = new Set(namingWordsOf([...prospects.map(labelText), stranger ?? ''].join(' ')));
  return namingWordsOf(text).some((word) => !named.has(word));
}

function newcomer(name: string): ChosenProspect {
  return { kind: 'new', name };
}
