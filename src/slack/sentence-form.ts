import type { ModalView } from '@slack/types';
import { nameAtCompany } from '../domain/sentence/name-at-company.ts';
import { cutText, NOTE_LENGTH } from '../domain/typed-text.ts';
import { unsaidChannel } from '../domain/unsaid-channel.ts';
import { wordsFor } from '../domain/words/words.ts';
import type { RepContext } from '../services/context.ts';
import type { SentenceQuestion } from '../services/log-sentence.ts';
import { chosen, drawLogForm } from './listeners/open-log.ts';
import { buildLogTouchModal } from './views/log-touch/build-log-touch.ts';
import type { LogTouchMeta } from './views/log-touch/meta.ts';
import { sayWhyInForm } from './views/sentence-question.ts';

/** The form "Log a touch" filled with what a sentence told, and with why it was not logged at once. */
export async function drawSentenceForm(
  ctx: RepContext,
  {
    question,
    name,
    meta,
  }: {
    question: SentenceQuestion;
    /** Somebody to add, when they chose that. */
    name?: string | undefined;
    meta: Pick<LogTouchMeta, 'nonce' | 'from'> & { responseUrl?: string | undefined };
  },
): Promise<ModalView> {
  const { said, prospects } = question;
  const newcomer = name === undefined ? null : nameAtCompany(name);
  const [first, ...others] = prospects;
  const known = first && others.length === 0 && question.why !== 'unknown' ? first : null;
  const form = await drawLogForm(ctx, {
    meta: {
      v: 1,
      nonce: meta.nonce,
      from: meta.from,
      ...(meta.responseUrl ? { responseUrl: meta.responseUrl } : {}),
      ...queryOf(newcomer?.name ?? question.stranger),
    },
    prospect: newcomer ? { kind: 'new', name: newcomer.name } : known && chosen(known),
    outcome: said.outcome,
    channel: said.channel ?? unsaidChannel(said.outcome, known),
    initial: {
      note: said.note && cutText(said.note, NOTE_LENGTH),
      ...(newcomer?.company ? { company: newcomer.company } : {}),
      nextStep: said.nextStep,
      nextOn: said.nextOn,
      nextTime: said.nextTime,
      agreed: said.promise && said.nextOn !== null,
      touchedOn: said.touchedOn,
      interest: said.interest,
      noReason: said.noReason,
    },
  });
  const words = wordsFor(ctx.rep.locale);
  const why = newcomer ? null : sayWhyInForm(question, words);
  const advice = [...(why ? [why] : []), ...form.advice];
  return buildLogTouchModal({ ...form, advice }, words);
}

function queryOf(words: string | null): { query?: string } {
  return words === null ? {} : { query: words.slice(0, 200) };
}
