import type { Socket } from 'node:net';
import { makePgArray } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { dial, type Target } from './dial.ts';
import { ConnectionLostError, lossOf } from './faults.ts';

export type ConnectionOptions = {
  /** Settings of the session, such as `statement_timeout`. */
  settings: Record<string, string | number>;
  connectMs: number;
  /** How long an answer may take before the connection is given up; null for as long as it likes. */
  answerMs: number | null;
};

export type Rows = readonly unknown[] & { command?: string };
export type Statement = {
  text: string;
  values?: unknown[] | undefined;
  asArrays?: boolean;
  prepare?: boolean | undefined;
};

/** How values are read and written, as Drizzle wants it. */
export type Codecs = { parsers: object; serializers: object };

/** One connection with one life: once lost it answers nothing and is never used again. */
export type Connection = {
  readonly openedAt: number;
  readonly isOpen: boolean;
  readonly loss: ConnectionLostError | null;
  /** Statements follow one another, and each ends within the bound. */
  run(statement: Statement): Promise<Rows>;
  /** Tells of the loss, until the answered function is called. */
  onLoss(listener: LossListener): () => void;
  /** Ends it at once; whatever waits for it is told. */
  lose(code: string): void;
  close(): Promise<void>;
};

type LossListener = (loss: ConnectionLostError) => void;
type Life = ReturnType<typeof startLife>;

const GOODBYE_SECONDS = 1;
/** Arrays of bool, int2, int4, int8, text, varchar and uuid as parameters. */
const ARRAY_TYPES = [1000, 1005, 1007, 1016, 1009, 1015, 2951];
const ARRAY_WRITERS = Object.fromEntries(ARRAY_TYPES.map((type) => [type, writeArray]));

/**
 * Connects. After a loss, postgres.js connects again behind the same object, and may then write to a
 * socket that is gone, wait for ever, or run the rest of a transaction outside of it. So each of its
 * clients has one connection here and is left with it.
 */
export async function openConnection(
  url: string,
  { codecs, connectMs, answerMs, settings }: ConnectionOptions & { codecs: Codecs },
): Promise<Connection> {
  const life = startLife();
  const client = postgres(url, {
    max: 1,
    // It would ask for types by itself, and a loss at that moment is a rejection nobody can catch.
    fetch_types: false,
    max_lifetime: null,
    connect_timeout: connectMs / 1000,
    connection: settings,
    onnotice: () => {},
    onclose: () => life.end(new ConnectionLostError('CONNECTION_CLOSED')),
    // Not in its types: the connected socket it uses in place of one of its own.
    ...{ socket: (target: Target) => life.dial(target, connectMs) },
  });
  Object.assign(client.options.parsers, codecs.parsers);
  Object.assign(client.options.serializers, ARRAY_WRITERS, codecs.serializers);

  const send = ({ text, values = [], asArrays = false, prepare = false }: Statement) => {
    // Safe because the values come from Drizzle, which made them what the driver takes.
    const query = client.unsafe(text, values as never[], { prepare });
    return asArrays ? query.values() : query;
  };
  await answered(life, connectMs, () => send({ text: 'select 1' }));
  let turn: Promise<unknown> = Promise.resolve();
  return {
    openedAt: Date.now(),
    get isOpen() {
      return life.loss === null;
    },
    get loss() {
      return life.loss;
    },
    run(statement) {
      const answer = turn.then(() => answered(life, answerMs, () => send(statement)));
      turn = answer.catch(() => {});
      return answer;
    },
    onLoss: life.onEnd,
    lose: (code) => life.end(new ConnectionLostError(code)),
    async close() {
      await client.end({ timeout: GOODBYE_SECONDS }).catch(() => {});
      life.end(new ConnectionLostError('CONNECTION_ENDED'));
    },
  };
}

function writeArray(value: unknown): unknown {
  return Array.isArray(value) ? makePgArray(value) : value;
}

/** What ends with a connection: its socket, and the waiting of whoever uses it. */
function startLife() {
  const listeners = new Set<LossListener>();
  let socket: Socket | null = null;
  const life = {
    // The type says that it changes later.
    loss: null as ConnectionLostError | null,
    async dial(target: Target, withinMs: number): Promise<Socket> {
      if (life.loss || socket) throw new ConnectionLostError('CONNECTION_CLOSED');
      socket = await dial(target, withinMs);
      if (!life.loss) return socket;
      socket.destroy();
      throw life.loss;
    },
    onEnd(listener: LossListener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end(loss: ConnectionLostError): void {
      if (life.loss) return;
      life.loss = loss;
      socket?.destroy();
      for (const tell of listeners) tell(loss);
    },
  };
  return life;
}

async function answered(
  life: Life,
  withinMs: number | null,
  send: () => PromiseLike<unknown>,
): Promise<Rows> {
  if (life.loss) throw life.loss;
  let forget = () => {};
  const lost = new Promise<never>((_, reject) => {
    forget = life.onEnd(reject);
  });
  const late =
    withinMs === null
      ? undefined
      : setTimeout(() => life.end(new ConnectionLostError('NO_ANSWER')), withinMs);
  try {
    // Safe because a result of postgres.js is an array that also holds the command.
    return (await Promise.race([send(), lost])) as Rows;
  } catch (error) {
    const loss = lossOf(error);
    if (loss) life.end(loss);
    // Anything else that is no answer of the server leaves the connection in a state nobody knows.
    else if (!(error instanceof postgres.PostgresError))
      life.end(new ConnectionLostError('BROKEN'));
    throw loss ?? error;
  } finally {
    clearTimeout(late);
    forget();
  }
}
