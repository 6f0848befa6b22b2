import type { Sql } from 'postgres';
import type { Codecs, Rows, Statement } from './connection.ts';
import { explainFault, lossOf, mayAskAgain } from './faults.ts';
import { isKept, isRead } from './kept.ts';
import type { Pool } from './pool.ts';
import { runTransaction } from './transaction.ts';

/** What Drizzle calls of a postgres.js client. */
type DrizzleClient = {
  options: Codecs;
  unsafe: RunText;
  begin<T>(work: (client: TransactionClient) => Promise<T>): Promise<T>;
};

type TransactionClient = {
  unsafe: RunText;
  savepoint<T>(work: (client: TransactionClient) => Promise<T>): Promise<T>;
};

type RunText = (
  text: string,
  values?: unknown[],
  options?: { prepare?: boolean },
) => Promise<Rows> & { values(): Promise<Rows> };

/** A client on our own pool, as Drizzle takes it. */
export function createDrizzleClient(pool: Pool, codecs: Codecs): Sql {
  const client: DrizzleClient = {
    options: codecs,
    unsafe: runText((statement) => runAlone(pool, statement)),
    begin: (work) => runTransaction(pool, (scope) => work(inScope(scope))),
  };
  // Safe because Drizzle's driver for postgres.js calls these and nothing else.
  return client as unknown as Sql;
}

type Scope = Parameters<Parameters<typeof runTransaction>[1]>[0];

function inScope(scope: Scope): TransactionClient {
  return {
    unsafe: runText(scope.run),
    savepoint: (work) => scope.savepoint((inner) => work(inScope(inner))),
  };
}

/** Begins a moment after it is asked, so that `values()` can still say how rows are wanted. */
function runText(run: (statement: Statement) => Promise<Rows>): RunText {
  return (text, values, { prepare } = {}) => {
    const statement: Statement = { text, values, prepare: prepare || isKept(text) };
    const rows = Promise.resolve().then(() => run(statement));
    return Object.assign(rows, {
      values() {
        statement.asArrays = true;
        return rows;
      },
    });
  };
}

/**
 * One statement by itself. Its connection may have idled while the server went away, which shows only
 * now: a statement that only reads is asked again on another.
 */
async function runAlone(pool: Pool, statement: Statement): Promise<Rows> {
  const reads = isRead(statement.text);
  for (let tried = 1; ; tried += 1) {
    const connection = await pool.acquire();
    try {
      return await connection.run(statement);
    } catch (error) {
      if (!reads || !mayAskAgain(lossOf(error), tried)) {
        throw explainFault(error, { maybeSaved: !reads });
      }
    } finally {
      pool.release(connection);
    }
  }
}
