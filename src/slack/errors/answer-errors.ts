import type { AllMiddlewareArgs, AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import type { Logger } from '../../logger.ts';
import { readRequest } from '../request.ts';
import { acknowledgementOf, tellPerson, wordsOf } from '../tell-person.ts';
import { explainError } from './explain-error.ts';

/**
 * The one place where errors of listeners end: the person gets a sentence, the log gets the unknown
 * ones with their code. A request that no listener took gets a sentence as well.
 */
export function answerErrors(log: Logger): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    try {
      await args.next();
    } catch (error) {
      await answerError(args, { error, log });
      return;
    }
    if (acknowledgementOf(args.context).done) return;
    log.warn({ about: readRequest(args.body)?.about }, 'No listener answered a request.');
    const sentence = wordsOf(args.context).faults.doesNothing;
    await tellPerson(args, { sentence, log });
  };
}

/** Says which block asks for which field of a service, for this request's errors. */
export function nameFields(
  context: AllMiddlewareArgs['context'],
  fieldBlocks: Readonly<Record<string, string>>,
): void {
  context.fieldBlocks = fieldBlocks;
}

async function answerError(
  args: AnyMiddlewareArgs & AllMiddlewareArgs,
  { error, log }: { error: unknown; log: Logger },
): Promise<void> {
  const request = readRequest(args.body);
  const { sentence, errors, reference } = explainError(error, {
    blockIds: request?.blockIds.all ?? [],
    fieldBlocks: args.context.fieldBlocks,
    words: wordsOf(args.context),
  });
  if (reference) {
    const { kind, about } = request ?? {};
    const { workspace } = args.context;
    log.error(
      { err: error, reference, kind, about, workspaceId: workspace?.id },
      'A request failed.',
    );
  }
  await tellPerson(args, { sentence, errors, log });
}
