import type { IncomingMessage, ServerResponse } from 'node:http';

/** One address of the bot's own server. */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The whole path, or an expression for all of it; its groups are given to `handle`. */
  path: string | RegExp;
  handle(
    request: IncomingMessage,
    response: ServerResponse,
    groups: Readonly<Record<string, string>>,
  ): void | Promise<void>;
};

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
