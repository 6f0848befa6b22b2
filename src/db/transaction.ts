import type { Connection, Rows, Statement } from './connection.ts';
import { ConnectionLostError, explainFault, lossOf, mayAskAgain } from './faults.ts';
import type { Pool } from './pool.ts';

/** What a transaction, or a savepoint in it, may do while it lasts. */
export type Scope = {
  run(statement: Statement): Promise<Rows>;
  savepoint<T>(work: (scope: Scope) => Promise<T>): Promise<T>;
};

/** A little more than the server allows a transaction to idle; counts where the server cannot be heard. */
const LEFT_ALONE_MS = 12_000;

/**
 * Runs the work in one transaction on one connection. When the connection is lost the call ends with
 * it, whatever the work is waiting for, and nothing the work does later reaches another connection.
 */
export async function runTransaction<T>(
  pool: Pool,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  const connection = await begin(pool);
  const watch = watchIdling(connection);
  let maybeSaved = false;
  try {
    const result = await untilLost(connection, () => runScope(watch.run, work));
    watch.stop();
    maybeSaved = true;
    const { command } = await connection.run({ text: 'commit' });
    if (command !== 'COMMIT') throw new Error('The transaction was not committed.');
    return result;
  } catch (error) {
    if (connection.isOpen) await connection.run({ text: 'rollback' }).catch(() => {});
    throw explainFault(error, { maybeSaved });
  } finally {
    watch.stop();
    pool.release(connection);
  }
}

/** A connection that was lost while it idled shows it here, where nothing can have been saved. */
async function begin(pool: Pool): Promise<Connection> {
  for (let tried = 1; ; tried += 1) {
    const connection = await pool.acquire();
    try {
      await connection.run({ text: 'begin' });
      return connection;
    } catch (error) {
      pool.release(connection);
      if (!mayAskAgain(lossOf(error), tried)) throw explainFault(error, { maybeSaved: false });
    }
  }
}

async function untilLost<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  let forget = () => {};
  const lost = new Promise<never>((_, reject) => {
    forget = connection.onLoss(reject);
  });
  try {
    return await Promise.race([work(), lost]);
  } finally {
    forget();
  }
}

type Runner = (statement: Statement) => Promise<Rows>;

/** Runs statements, and gives the connection up when none comes for too long. */
function watchIdling(connection: Connection): { run: Runner; stop(): void } {
  let running = 0;
  let stopped = false;
  let alone: NodeJS.Timeout | undefined;
  return {
    async run(statement) {
      clearTimeout(alone);
      running += 1;
      try {
        return await connection.run(statement);
      } finally {
        running -= 1;
        if (running === 0 && !stopped) {
          alone = setTimeout(() => connection.lose('LEFT_ALONE'), LEFT_ALONE_MS);
        }
      }
    },
    stop() {
      stopped = true;
      clearTimeout(alone);
    },
  };
}

/**
 * The work, and the end of what it may do. A failed statement fails the work even when the work
 * swallowed the error: Postgres would undo everything at the commit without a word.
 */
async function runScope<T>(run: Runner, work: (scope: Scope) => Promise<T>): Promise<T> {
  let failure: { error: unknown } | null = null;
  let over = false;
  const mustLast = () => {
    if (over) throw new ConnectionLostError('TRANSACTION_OVER');
  };
  const guarded: Runner = async (statement) => {
    mustLast();
    try {
      return await run(statement);
    } catch (error) {
      failure ??= { error };
      throw error;
    }
  };
  try {
    const result = await work({
      run: guarded,
      savepoint: async (inner) => {
        mustLast();
        return runSavepoint(run, inner);
      },
    });
    throwIfFailed(failure);
    return result;
  } finally {
    over = true;
  }
}

function throwIfFailed(failure: { error: unknown } | null): void {
  if (failure) throw failure.error;
}

async function runSavepoint<T>(run: Runner, work: (scope: Scope) => Promise<T>): Promise<T> {
  const name = `s${crypto.randomUUID().replaceAll('-', '')}`;
  await run({ text: `savepoint ${name}` });
  try {
    // Its statements are its own: what fails and is undone here does not fail what is around it.
    return await runScope(run, work);
  } catch (error) {
    await run({ text: `rollback to ${name}` });
    throw error;
  }
}
