import { type Logger, LogLevel, WebClient } from '@slack/web-api';

export type TokenOf = (workspaceId: number) => Promise<string | null>;

/** The clients that deliveries use, one per workspace. Listeners have others and never wait for these. */
export type SenderClients = { clientOf(workspaceId: number): Promise<WebClient | null> };

/**
 * Clients that do not retry, wait or queue by themselves: only the ledger knows whether a call may be
 * repeated. A new token replaces the workspace's client, so that revoked ones do not pile up.
 */
export function createSenderClients(options: {
  tokenOf: TokenOf;
  slackApiUrl: string;
  callMs: number;
}): SenderClients {
  const clients = new Map<number, { token: string; client: WebClient }>();
  return {
    async clientOf(workspaceId) {
      const token = await options.tokenOf(workspaceId);
      if (token === null) {
        clients.delete(workspaceId);
        return null;
      }
      const known = clients.get(workspaceId);
      if (known?.token === token) return known.client;
      const client = new WebClient(token, {
        slackApiUrl: options.slackApiUrl,
        retryConfig: { retries: 0 },
        timeout: options.callMs,
        rejectRateLimitedCalls: true,
        logger: SILENT,
      });
      clients.set(workspaceId, { token, client });
      return client;
    },
  };
}

// The client's own log prints message texts; what matters of a call is in the ledger.
const SILENT: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};
