import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { localDataFolder } from '../../src/local-data.ts';
import { findAccount } from '../../src/sandbox/postgres/account.ts';
import { findBinaries } from '../../src/sandbox/postgres/binaries.ts';
import { runProgram } from '../../src/sandbox/postgres/run-program.ts';
import { startPostgres } from '../../src/sandbox/postgres/start-postgres.ts';

/** A Postgres of the run's own, durable, that can be crashed. */
export type ChaosServer = {
  url: string;
  /** Ends every process of the server at once, and starts it again from its log. */
  crash(): Promise<void>;
  /** Cuts some connections of the replicas. */
  cut(connections: number): Promise<void>;
  stop(): Promise<void>;
};

export async function startChaosServer(): Promise<ChaosServer> {
  const dataDir = join(localDataFolder('chaos'), `run-${process.pid}`);
  const server = await startPostgres({ dataDir });
  const account = await findAccount();
  const { pgCtl } = await findBinaries(account);
  const cluster = ['-D', join(dataDir, 'cluster')];
  return {
    url: server.url,
    async crash() {
      const log = ['-l', join(dataDir, 'postgres.log')];
      await runProgram(
        pgCtl,
        ['restart', '-w', '-s', '-m', 'immediate', ...cluster, ...log],
        account,
      );
    },
    async cut(connections) {
      const admin = postgres(server.url, { max: 1, connect_timeout: 2, onnotice: () => {} });
      try {
        await admin`
          select pg_terminate_backend(pid) from pg_stat_activity
          where application_name like 'followup%' order by random() limit ${connections}`;
      } finally {
        await admin.end({ timeout: 1 }).catch(() => undefined);
      }
    },
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
