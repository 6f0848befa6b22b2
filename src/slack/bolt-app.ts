import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { WindowName } from '../domain/words/en/windows.ts';
import type { Logger } from '../logger.ts';
import { type Acknowledgement, createAcknowledgement, LATE_MS, lateAnswer } from './acknowledge.ts';
import type { InFlight } from './in-flight.ts';
import { readRequest, type SlackRequest } from './request.ts';
import { createRequestWindow, type RequestWindow } from './request-window.ts';

export type AroundRequests = {
  inFlight: InFlight;
  log: Logger;
  nameOfWindow: (request: SlackRequest) => WindowName | null;
  /** Speaks to a Slack team without asking the database first; null when that cannot be. */
  findClient: (slackTeamId: string) => WebClient | null;
};

/**
 * Bolt's app, with four promises around every request: it is counted while it runs, Slack gets an
 * answer in time, the window it opens opens in time, and nothing it holds can make the answer a
 * server error.
 */
export class BoltApp extends App {
  readonly #around: AroundRequests;

  constructor(options: AppOptions, around: AroundRequests) {
    super(options);
    this.#around = around;
  }

  override processEvent(event: ReceiverEvent): Promise<void> {
    return this.#around.inFlight.run(() => this.#answerInTime(event));
  }

  async #answerInTime(event: ReceiverEvent): Promise<void> {
    const { log } = this.#around;
    const acknowledgement = createAcknowledgement(event.ack, log);
    const window = this.#prepareWindow(event.body, acknowledgement);
    const late = setTimeout(
      () => void acknowledgement.send(lateAnswer(event.body, acknowledgement.words)),
      LATE_MS,
    );
    try {
      const customProperties = { ...event.customProperties, acknowledgement, window };
      await super.processEvent({ ...event, ack: acknowledgement.send, customProperties });
    } catch (error) {
      log.error({ err: error }, 'A request could not be read.');
    } finally {
      clearTimeout(late);
    }
    await acknowledgement.send();
    await window?.end();
  }

  #prepareWindow(body: unknown, acknowledgement: Acknowledgement): RequestWindow | null {
    const { nameOfWindow, findClient, log } = this.#around;
    const request = readRequest(body);
    if (!request) return null;
    return createRequestWindow({
      request,
      name: request.triggerId === null ? null : nameOfWindow(request),
      findClient: () => findClient(request.slackTeamId ?? ''),
      acknowledgement,
      log,
    });
  }
}
