import type { AckFn } from '@slack/bolt';
import { en } from '../domain/words/en.ts';
import type { Words } from '../domain/words/words.ts';
import type { Logger } from '../logger.ts';
import { readRequest, type SlackRequest } from './request.ts';
import { buildNotice, buildSentence } from './views/notice.ts';

/** Slack shows a fault after three seconds; ours comes before. */
export const LATE_MS = 2500;

/** One request's answer to Slack, which can be given only once. */
export type Acknowledgement = {
  readonly done: boolean;
  /** Of whoever asks, once that is known. */
  words: Words;
  send(answer?: unknown): Promise<void>;
};

/**
 * Wraps Bolt's `ack`: a second answer is left out instead of throwing, and one that Slack no longer
 * takes is logged, because the work it tells of is already saved.
 */
export function createAcknowledgement(ack: AckFn<unknown>, log: Logger): Acknowledgement {
  let done = false;
  return {
    get done() {
      return done;
    },
    words: en,
    async send(answer) {
      if (done) return;
      done = true;
      try {
        await ack(answer);
      } catch (error) {
        log.warn({ err: error }, 'An answer did not reach Slack.');
      }
    },
  };
}

/** The answer that keeps Slack from showing its own fault while ours is still being worked on. */
export function lateAnswer(body: unknown, words: Words): unknown {
  const request = readRequest(body);
  if (!request) return undefined;
  const { lateForm, lateCommand } = words.faults;
  return answerSaying(request, {
    sentence: request.kind === 'view' ? lateForm : lateCommand,
    words,
  });
}

/** A sentence, by block id when it is about fields of a form. */
export type Saying = { sentence: string; errors?: Record<string, string> | null; words: Words };

/**
 * The answer that shows a sentence by itself: under a field of the form, or as a command's private
 * answer. Other requests are only answered, and told the sentence another way.
 */
export function answerSaying(
  { kind, blockIds }: SlackRequest,
  { sentence, errors = null, words }: Saying,
): unknown {
  switch (kind) {
    case 'command':
      return { response_type: 'ephemeral', ...buildSentence(sentence) };
    case 'options':
      return { options: [] };
    case 'view': {
      const [first] = blockIds.inputs;
      if (errors) return { response_action: 'errors', errors };
      if (!first) return { response_action: 'update', view: buildNotice(sentence, words) };
      return { response_action: 'errors', errors: { [first]: sentence } };
    }
    default:
      return undefined;
  }
}
