import type { RequestListener } from 'node:http';
import type { SlackConfig } from '../config.ts';
import { createTokenBox } from '../services/token-box.ts';
import { type AccessKeeper, keepInstalledAccess, keepSingleAccess } from './access.ts';
import { createBoltApp } from './create-bolt-app.ts';
import type { IdentifyDeps } from './identify.ts';
import type { InFlight } from './in-flight.ts';
import type { RegisterListeners } from './listeners/listener-deps.ts';
import { createInstallRoutes, INSTALL_PATH, REDIRECT_PATH } from './oauth/install-routes.ts';
import { createHttpIntake, EVENTS_PATH } from './receivers/http.ts';
import type { Intake } from './receivers/intake.ts';
import { createSocketIntake } from './receivers/socket.ts';

export type SlackDeps = IdentifyDeps & {
  config: SlackConfig;
  publicUrl: string | null;
  inFlight: InFlight;
  redrawMessages(workspaceId: number): Promise<void>;
  register?: RegisterListeners | undefined;
};

type SlackRoute = { method: 'GET' | 'POST'; path: string; handle: RequestListener };

/** Everything between the bot and Slack, whichever way Slack is reached. */
export type Slack = {
  routes: SlackRoute[];
  /** Learns whose the token is, registers the listeners and takes requests. */
  open(signal: AbortSignal): Promise<void>;
  /** Takes no more requests; answers whether those taken ended within the time. */
  close(withinMs: number): Promise<boolean>;
  isConnected(): boolean;
  /** The bot's token in a workspace, or null when it is no longer installed there. */
  tokenOf(workspaceId: number): Promise<string | null>;
};

export function createSlack(deps: SlackDeps): Slack {
  const { config, inFlight } = deps;
  const intake = createIntake(deps);
  const access = createAccess(deps);
  let isReady = false;
  return {
    routes: [...eventRoutes(intake, () => isReady), ...installRoutes(deps)],
    open: async (signal) => {
      await access.open(signal);
      const { receiver } = intake;
      const { findAccess, knownTokenOf } = access;
      const { apiUrl } = config;
      await createBoltApp({ ...deps, receiver, findAccess, knownTokenOf, apiUrl });
      await intake.open();
      isReady = true;
    },
    close: async (withinMs) => {
      intake.pause();
      const isDrained = await inFlight.drained(withinMs);
      if (isReady) await intake.close();
      isReady = false;
      return isDrained;
    },
    isConnected: () => isReady && intake.isOpen(),
    tokenOf: access.tokenOf,
  };
}

function createIntake({ config, log }: SlackDeps): Intake {
  if (config.mode === 'socket') return createSocketIntake({ ...config, log });
  return createHttpIntake({ signingSecret: config.signingSecret, log });
}

function createAccess({ config, db, clocks, log }: SlackDeps): AccessKeeper {
  if (config.mode === 'oauth') {
    return keepInstalledAccess({ db, box: createTokenBox(config.encryptionKeys) });
  }
  return keepSingleAccess({ ...config, db, clocks, log });
}

/** Before the bot knows its workspace a request is put off: Slack sends events again. */
function eventRoutes({ handle }: Intake, isReady: () => boolean): SlackRoute[] {
  if (!handle) return [];
  return [
    {
      method: 'POST',
      path: EVENTS_PATH,
      handle: (request, response) => {
        if (isReady()) handle(request, response);
        else response.writeHead(503).end();
      },
    },
  ];
}

function installRoutes({ config, ...deps }: SlackDeps): SlackRoute[] {
  if (config.mode !== 'oauth') return [];
  const box = createTokenBox(config.encryptionKeys);
  const { begin, finish } = createInstallRoutes({ ...deps, ...config, box });
  return [
    { method: 'GET', path: INSTALL_PATH, handle: begin },
    { method: 'GET', path: REDIRECT_PATH, handle: finish },
  ];
}
