import type { AckFn } from '@slack/bolt';
import type { Logger } from '../logger.ts';
import { readRequest, type SlackRequest } from './request.ts';
import { buildNotice, buildSentence } from './views/notice.ts';

/** Slack shows a fault after three seconds; ours comes before. */
export const LATE_MS = 2500;

const LATE_FORM = 'Slack did not wait long enough. Submit it again: it is saved only once.';
const LATE_COMMAND = 'This takes longer than usual. Try again in a moment.';

/** One request's answer to Slack, which can be given only once. */
export type Acknowledgement = { readonly done: boolean; send(answer?: unknown): Promise<void> };

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
export function lateAnswer(body: unknown): unknown {
  const request = readRequest(body);
  return request
    ? answerSaying(request, request.kind === 'view' ? LATE_FORM : LATE_COMMAND)
    : undefined;
}

/**
 * The answer that shows a sentence by itself: under a field of the form, or as a command's private
 * answer. Other requests are only answered, and told the sentence another way.
 */
export function answerSaying(
  { kind, blockIds }: SlackRequest,
  sentence: string,
  errors: Record<string, string> | null = null,
): unknown {
  switch (kind) {
    case 'command':
      return { response_type: 'ephemeral', ...buildSentence(sentence) };
    case 'options':
      return { options: [] };
    case 'view': {
      const [first] = blockIds.inputs;
      if (errors) return { response_action: 'errors', errors };
      if (!first) return { response_action: 'update', view: buildNotice(sentence) };
      return { response_action: 'errors', errors: { [first]: sentence } };
    }
    default:
      return undefined;
  }
}
