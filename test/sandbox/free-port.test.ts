import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { findFreePort } from '../../src/sandbox/free-port.ts';

test('a free port is one that can be listened on, and no outgoing connection is given it', async () => {
  const port = await findFreePort();

  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  server.close();

  expect(taken).toBe(port);
  expect(port).toBeLessThan(32_768);
  expect(port).toBeGreaterThan(10_080);
});
