import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sendText } from './http-exchange.ts';

const PAGE_FOLDER = fileURLToPath(new URL('./page/', import.meta.url));

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Files of the page and nothing outside its folder. */
export async function serveFile(response: ServerResponse, path: string): Promise<void> {
  const wanted = path === '/' ? '/index.html' : decodeSafely(path);
  const file = join(PAGE_FOLDER, wanted);
  const type = CONTENT_TYPES[extname(file)];
  const inside = file.startsWith(PAGE_FOLDER.endsWith(sep) ? PAGE_FOLDER : PAGE_FOLDER + sep);
  const content = type && inside ? await readFile(file).catch(() => null) : null;
  if (!type || content === null) {
    sendText(response, 404, 'There is nothing at this address.');
    return;
  }
  response.writeHead(200, {
    'content-type': type,
    'content-length': String(content.length),
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  response.end(content);
}

function decodeSafely(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\0', '');
  } catch {
    return '/';
  }
}
