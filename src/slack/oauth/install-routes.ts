import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type CallbackOptions, InstallProvider } from '@slack/oauth';
import { createBoltLogger } from '../bolt-logger.ts';
import { BOT_SCOPES, OPTIONAL_BOT_SCOPES } from '../scopes.ts';
import { type KeepDeps, keepInstallation } from './keep-installation.ts';
import { createStateStore } from './state-store.ts';

export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

export type InstallDeps = KeepDeps & {
  clientId: string;
  clientSecret: string;
  stateSecret: string;
  publicUrl: string | null;
};

/** The two addresses a browser visits to install the bot: the way to Slack and the way back. */
export function createInstallRoutes(deps: InstallDeps): {
  begin: RequestListener;
  finish: RequestListener;
} {
  const { clientId, clientSecret, stateSecret, publicUrl, apiUrl, log } = deps;
  const options = {
    scopes: [...BOT_SCOPES, ...OPTIONAL_BOT_SCOPES],
    ...(publicUrl ? { redirectUri: `${publicUrl}${REDIRECT_PATH}` } : {}),
  };
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    directInstall: true,
    stateStore: createStateStore(stateSecret, options),
    installationStore: {
      storeInstallation: (installation) => keepInstallation(deps, installation),
      fetchInstallation: () => Promise.reject(new Error('Tokens are read from the database.')),
    },
    authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
    clientOptions: { slackApiUrl: apiUrl, timeout: 10_000, retryConfig: { retries: 0 } },
    logger: createBoltLogger(log),
  });
  return {
    begin: (request, response) => {
      keepPrivate(response);
      provider.handleInstallPath(request, response, undefined, options).catch(() => {
        sendPage(response, 500, 'Something went wrong. Try again in a minute.');
      });
    },
    finish: (request, response) => {
      keepPrivate(response);
      void provider.handleCallback(request, response, pages);
    },
  };
}

/** What the browser shows at the end; nothing from the address is repeated in it. */
const pages: CallbackOptions = {
  success: (_installation, _options, _request, response) => {
    sendPage(response, 200, 'Followup is installed. Open Slack and type /followup.');
  },
  failure: ({ code }, _options, request, response) => {
    if (isCancelled(request)) return sendPage(response, 200, 'Followup was not installed.');
    const isWrongLink = /state|missing_code/.test(code);
    sendPage(
      response,
      isWrongLink ? 400 : 500,
      isWrongLink
        ? 'This link was used, is older than ten minutes or comes from another browser. Start again.'
        : 'Slack did not confirm the installation, and nothing was kept. Start again.',
    );
  },
};

function isCancelled({ url }: IncomingMessage): boolean {
  return new URL(url ?? '', 'http://here').searchParams.get('error') === 'access_denied';
}

function keepPrivate(response: ServerResponse): void {
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-store');
}

function sendPage(response: ServerResponse, status: number, sentence: string): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><title>Followup</title><p>${sentence}</p>`);
}
