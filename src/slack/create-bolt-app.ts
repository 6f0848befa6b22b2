import type { Receiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { createAuthorize, type FindAccess } from './authorize.ts';
import { BoltApp } from './bolt-app.ts';
import { createBoltLogger } from './bolt-logger.ts';
import { listenerClientOptions } from './client-options.ts';
import { completeForms } from './complete-form.ts';
import { answerErrors } from './errors/answer-errors.ts';
import { identify } from './identify.ts';
import type { InFlight } from './in-flight.ts';
import type { ListenerDeps, RegisterListeners } from './listeners/listener-deps.ts';
import { registerListeners } from './listeners/register.ts';
import { nameOfWindow } from './listeners/window-names.ts';

export type BoltAppDeps = ListenerDeps & {
  receiver: Receiver;
  inFlight: InFlight;
  findAccess: FindAccess;
  knownTokenOf: (slackTeamId: string) => string | null;
  /** The bot's own listeners unless told. */
  register?: RegisterListeners | undefined;
};

/** Bolt's app as this bot runs it, with every listener registered. */
export async function createBoltApp(deps: BoltAppDeps): Promise<BoltApp> {
  const { receiver, apiUrl, log, inFlight, findAccess, register = registerListeners } = deps;
  const findClient = (slackTeamId: string) => {
    const token = deps.knownTokenOf(slackTeamId);
    return token === null ? null : new WebClient(token, listenerClientOptions({ apiUrl, log }));
  };
  const app = new BoltApp(
    {
      receiver,
      authorize: createAuthorize(findAccess),
      clientOptions: listenerClientOptions({ apiUrl, log }),
      logger: createBoltLogger(log),
      convoStore: false,
      ignoreSelf: true,
      extendedErrorHandler: true,
      deferInitialization: true,
      tokenVerificationEnabled: false,
    },
    { inFlight, log, nameOfWindow, findClient },
  );
  app.error(async ({ error }: { error: Error }) => {
    log.error({ err: error }, 'A request failed and nobody could be told.');
  });
  app.use(answerErrors(log));
  app.use(completeForms);
  app.use(identify(deps));
  register(app, deps);
  await app.init();
  return app;
}
