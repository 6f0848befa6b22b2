import { type Answer, respondLater } from './respond-later.ts';

export type DrawnAnswer = { drawn: Answer; plain: Answer };

/**
 * Answers with charts, and with their form in text where Slack refuses them. Only an answer sent to a
 * response address can be tried twice: of one in the acknowledgement nobody learns that it was refused,
 * and the person reads a fault of Slack's.
 */
export async function answerDrawn(
  responseUrl: string,
  { answer, ...how }: { answer: DrawnAnswer; apiUrl: string; replaceOriginal?: boolean },
): Promise<void> {
  if (await respondLater(responseUrl, { ...how, message: answer.drawn })) return;
  if (await respondLater(responseUrl, { ...how, message: answer.plain })) return;
  throw new Error('Slack took neither form of an answer.');
}
