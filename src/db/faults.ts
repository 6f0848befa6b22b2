import { DrizzleQueryError } from 'drizzle-orm';
import postgres from 'postgres';
import { findUnavailable, UnavailableError } from '../domain/errors.ts';

/** Why a connection came to its end, by a code: the driver's, the system's, the server's or ours. */
export class ConnectionLostError extends Error {
  override name = 'ConnectionLostError';
  readonly code: string;
  constructor(code: string, options?: ErrorOptions) {
    super(`The connection to the database is lost (${code}).`, options);
    this.code = code;
  }
}

/** Deadlock, serialization, lock not available, statement too slow, no disk or memory: nothing was saved. */
const BUSY = new Set(['40P01', '40001', '55P03', '57014', '53100', '53200']);
/** The server starts, stops, is full or only a copy: it may be there in a moment. */
const NOT_NOW = new Set(['57P01', '57P02', '57P03', '53300', '25006']);
const OF_A_SOCKET = /^(E[A-Z]{3,}|EAI_AGAIN|ERR_STREAM_\w+|ERR_SOCKET_\w+|CONNECT(ION)?_\w+)$/;
const TRIES = 10;

/** The loss an error tells of, or null when the connection lives on. */
export function lossOf(error: unknown): ConnectionLostError | null {
  const cause = causeOf(error);
  if (cause instanceof ConnectionLostError) return cause;
  const { code } = (cause ?? {}) as { code?: unknown };
  if (!(cause instanceof Error) || typeof code !== 'string') return null;
  const isLoss =
    cause instanceof postgres.PostgresError
      ? NOT_NOW.has(code) || ['FATAL', 'PANIC'].includes(cause.severity)
      : OF_A_SOCKET.test(code);
  return isLoss ? new ConnectionLostError(code, { cause }) : null;
}

/** A server that is not there may come back within a moment; a wrong name or password stays wrong. */
export function mayPass({ code }: ConnectionLostError): boolean {
  return NOT_NOW.has(code) || (OF_A_SOCKET.test(code) && code !== 'ENOTFOUND');
}

/** Whether another connection may be asked at once; not when the time was used up waiting. */
export function mayAskAgain(loss: ConnectionLostError | null, tried: number): boolean {
  return loss !== null && loss.code !== 'NO_ANSWER' && tried < TRIES;
}

/** What callers get: the error as it is, unless it says that the database is not there or too busy. */
export function explainFault(error: unknown, { maybeSaved }: { maybeSaved: boolean }): unknown {
  const explained = findUnavailable(error);
  if (explained) return explained;
  const loss = lossOf(error);
  if (loss) return new UnavailableError(maybeSaved ? 'unclear' : 'lost', { cause: loss });
  const cause = causeOf(error);
  const isBusy = cause instanceof postgres.PostgresError && BUSY.has(cause.code);
  return isBusy ? new UnavailableError('busy', { cause }) : error;
}

/** The innermost code of an error: the server's, or why the connection was lost. */
export function postgresCodeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as { code?: unknown };
  return postgresCodeOf(error.cause) ?? (typeof code === 'string' ? code : null);
}

function causeOf(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? error.cause : error;
}
