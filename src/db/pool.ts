import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Codecs,
  type Connection,
  type ConnectionOptions,
  openConnection,
} from './connection.ts';
import { ConnectionLostError, explainFault, lossOf, mayPass } from './faults.ts';

export type PoolOptions = ConnectionOptions & {
  connections: number;
  /** How long a caller waits for a connection, a server that restarts included. */
  waitMs: number;
};

export type Pool = {
  /** @throws UnavailableError when none comes in time */
  acquire(): Promise<Connection>;
  release(connection: Connection): void;
  close(withinMs: number): Promise<void>;
};

const TRY_AGAIN_MS = 50;
/** Connections are renewed now and then, so that a server's memory and a changed address come round. */
const MAX_AGE_MS = 30 * 60_000;

/** So many connections at most, each lent to one caller at a time; lost ones are replaced. */
export function createPool(url: string, options: PoolOptions & { codecs: Codecs }): Pool {
  const places = createPlaces(options.connections);
  const idle: Connection[] = [];
  const live = new Set<Connection>();
  const takeIdle = (): Connection | null => {
    for (let kept = idle.pop(); kept; kept = idle.pop()) {
      if (kept.isOpen && Date.now() - kept.openedAt < MAX_AGE_MS) return kept;
      void kept.close();
    }
    return null;
  };

  const connect = async (until: number): Promise<Connection> => {
    for (;;) {
      try {
        const connection = await openConnection(url, options);
        live.add(connection);
        connection.onLoss(() => live.delete(connection));
        return connection;
      } catch (error) {
        const loss = lossOf(error);
        if (!loss || !mayPass(loss) || Date.now() + TRY_AGAIN_MS > until) throw error;
        await sleep(TRY_AGAIN_MS);
      }
    }
  };
  return {
    async acquire() {
      const until = Date.now() + options.waitMs;
      try {
        await places.take(options.waitMs);
      } catch (error) {
        throw explainFault(error, { maybeSaved: false });
      }
      try {
        return takeIdle() ?? (await connect(until));
      } catch (error) {
        places.give();
        throw explainFault(error, { maybeSaved: false });
      }
    },
    release(connection) {
      if (connection.isOpen) idle.push(connection);
      // Where one was not answered the others may not be: they would be found out one by one, slowly.
      else if (connection.loss?.code === 'NO_ANSWER')
        for (const kept of idle.splice(0)) kept.lose('SUSPECT');
      places.give();
    },
    async close(withinMs) {
      await places.close(withinMs);
      const late = [...live].filter((connection) => !idle.includes(connection));
      for (const connection of late) connection.lose('CONNECTION_ENDED');
      await Promise.all(idle.map((connection) => connection.close()));
    },
  };
}

/** Counts who is inside and lets the others wait in line. */
function createPlaces(size: number) {
  const line: { enter: () => void; refuse: (error: Error) => void }[] = [];
  let free = size;
  let closed: (() => void) | null = null;
  const give = () => {
    free += 1;
    if (free === size) closed?.();
    const next = line.shift();
    if (!next) return;
    free -= 1;
    next.enter();
  };
  return {
    give,
    take(withinMs: number): Promise<void> {
      if (closed) return Promise.reject(new ConnectionLostError('CONNECTION_ENDED'));
      if (free > 0) {
        free -= 1;
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        const leave = (error: Error) => {
          clearTimeout(late);
          line.splice(line.indexOf(waiter), 1);
          reject(error);
        };
        const enter = () => {
          clearTimeout(late);
          resolve();
        };
        const waiter = { enter, refuse: leave };
        const late = setTimeout(() => leave(new ConnectionLostError('POOL_EXHAUSTED')), withinMs);
        line.push(waiter);
      });
    },
    /** Lets nobody in any more; resolves when everybody has left, or when the time is over. */
    async close(withinMs: number): Promise<void> {
      const left = new Promise<void>((resolve) => {
        closed = resolve;
      });
      for (const { refuse } of [...line]) refuse(new ConnectionLostError('CONNECTION_ENDED'));
      if (free < size) await Promise.race([left, sleep(withinMs, undefined, { ref: false })]);
    },
  };
}
