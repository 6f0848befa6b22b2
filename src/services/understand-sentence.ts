import { listProspectsNamedBy } from '../db/named-prospects.ts';
import { namingWordsOf } from '../domain/sentence/naming-words.ts';
import { readSentence } from '../domain/sentence/read-sentence.ts';
import {
  type NamedProspect,
  SENTENCE_LENGTH,
  type SentenceReading,
  type SentenceWorld,
} from '../domain/sentence/reading.ts';
import { cleanLine } from '../domain/typed-text.ts';
import { localDateOf, localTimeOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { loadWorkCalendar } from './work-calendar.ts';

/** More prospects than these by one sentence's words, and the search says nothing any more. */
const NAMED_LIMIT = 1000;

/** A sentence as it was written: "tomorrow" counts from then, whenever it is answered. */
export type WrittenSentence = { text: string; writtenAt: Date };

/** What a person answered when a sentence was asked about: whom it is about, and what happened. */
export type SentenceAnswers = Pick<SentenceWorld, 'about' | 'happened'>;

/** Reads a sentence among the workspace's prospects, in the zone of the rep who wrote it. */
export async function understandSentence(
  ctx: RepContext,
  { writtenAt, about, happened, ...written }: WrittenSentence & SentenceAnswers,
): Promise<SentenceReading> {
  const { rep } = ctx;
  const text = cleanLine(written.text) ?? '';
  const today = localDateOf(writtenAt, rep.zone);
  const named = await listNamed(ctx, text);
  const reading = readSentence(text, {
    today,
    time: localTimeOf(writtenAt, rep.zone),
    calendar: await loadWorkCalendar(ctx, { rep, from: today }),
    prospects: named,
    about,
    happened,
  });
  if (named.length < NAMED_LIMIT || about !== undefined || reading.kind === 'ask') return reading;
  return { kind: 'ask', why: 'whom', candidates: [], about: null, said: reading.said };
}

async function listNamed(
  { db, workspaceId, rep }: RepContext,
  text: string,
): Promise<NamedProspect[]> {
  const words = namingWordsOf(text.slice(0, SENTENCE_LENGTH));
  const rows = await listProspectsNamedBy(db, { workspaceId, words, limit: NAMED_LIMIT });
  return rows.map(({ ownerId, ...row }) => ({
    ...row,
    mayEnd: rep.isManager || ownerId === rep.id,
  }));
}
