import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt';
import type { Logger } from '../logger.ts';
import { createAcknowledgement, LATE_MS, lateAnswer } from './acknowledge.ts';
import type { InFlight } from './in-flight.ts';

/**
 * Bolt's app, with three promises around every request: it is counted while it runs, Slack gets an
 * answer in time, and nothing it holds can make the answer a server error.
 */
export class BoltApp extends App {
  readonly #inFlight: InFlight;
  readonly #log: Logger;

  constructor(options: AppOptions, { inFlight, log }: { inFlight: InFlight; log: Logger }) {
    super(options);
    this.#inFlight = inFlight;
    this.#log = log;
  }

  override processEvent(event: ReceiverEvent): Promise<void> {
    return this.#inFlight.run(() => this.#answerInTime(event));
  }

  async #answerInTime(event: ReceiverEvent): Promise<void> {
    const acknowledgement = createAcknowledgement(event.ack, this.#log);
    const late = setTimeout(
      () => void acknowledgement.send(lateAnswer(event.body, acknowledgement.words)),
      LATE_MS,
    );
    try {
      const customProperties = { ...event.customProperties, acknowledgement };
      await super.processEvent({ ...event, ack: acknowledgement.send, customProperties });
    } catch (error) {
      this.#log.error({ err: error }, 'A request could not be read.');
    } finally {
      clearTimeout(late);
    }
    await acknowledgement.send();
  }
}
