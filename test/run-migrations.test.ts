import { connect, createServer, type Socket } from 'node:net';
import { expect, inject, test } from 'vitest';
import { createLogger } from '../src/logger.ts';
import { runMigrations } from '../src/run-migrations.ts';

const log = createLogger({ level: 'silent' });

/** What Postgres says to whoever connects while it recovers. */
function refusal(): Buffer {
  const fields = 'SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0';
  const head = Buffer.from('E\0\0\0\0');
  head.writeInt32BE(4 + Buffer.byteLength(fields), 1);
  return Buffer.concat([head, Buffer.from(fields)]);
}

/** The test's server behind a door that says for so many visits that it is not ready yet. */
async function startRecovering(
  visits: number,
  turnAway = (client: Socket) => client.end(refusal()),
) {
  const target = new URL(inject('serverUrl'));
  target.pathname = `/${inject('templateName')}`;
  const sockets = new Set<Socket>();
  const door = { refused: 0 };
  const server = createServer((client) => {
    sockets.add(client.on('error', () => {}));
    if (door.refused < visits) {
      door.refused += 1;
      client.once('data', () => turnAway(client));
      return;
    }
    const upstream = connect(Number(target.port), target.hostname).on('error', () => {});
    sockets.add(upstream);
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String(address.port);
  return {
    door,
    config: { url: url.href, migrateUrl: url.href },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

test('a start waits for a database that is still recovering', async () => {
  const { door, config, close } = await startRecovering(2);

  await runMigrations(config, { log });

  expect(door.refused).toBe(2);
  await close();
});

test('a start that is cut off by a restart of the database begins again', async () => {
  const { door, config, close } = await startRecovering(2, (client) => client.resetAndDestroy());

  await runMigrations(config, { log });

  expect(door.refused).toBe(2);
  await close();
});

test('a database that goes on recovering ends the wait with its own words', async () => {
  const { door, config, close } = await startRecovering(1_000);

  const started = runMigrations(config, { log, waitMs: 700 });

  await expect(started).rejects.toMatchObject({ code: '57P03' });
  expect(door.refused).toBeGreaterThan(1);
  await close();
});

test('a start that is called off waits no longer', async () => {
  const { config, close } = await startRecovering(1_000);
  const stopping = new AbortController();
  setTimeout(() => stopping.abort(), 100);

  const started = runMigrations(config, { log, signal: stopping.signal });

  await expect(started).rejects.toThrow('aborted');
  await close();
});
