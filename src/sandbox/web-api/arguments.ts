import { isRecord } from '../blocks/rules.ts';
import { type Arguments, invalidArguments } from './call.ts';

/** Arguments from a form, from JSON or from the address; Slack's clients send all three. */
export function readArguments(
  contentType: string,
  body: string,
  query: URLSearchParams,
): Arguments {
  const fromQuery = Object.fromEntries(query);
  if (contentType.startsWith('application/json')) {
    if (body.trim() === '') return fromQuery;
    const parsed = parseJson(body);
    if (!isRecord(parsed)) throw invalidArguments('the body is not a JSON object');
    return { ...fromQuery, ...parsed };
  }
  return { ...fromQuery, ...Object.fromEntries(new URLSearchParams(body)) };
}

export function text(args: Arguments, name: string): string | undefined {
  const value = args[name];
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value : String(value);
}

export function requiredText(args: Arguments, name: string): string {
  const value = text(args, name);
  if (value === undefined) throw invalidArguments(`missing required field: ${name}`);
  return value;
}

export function isSet(args: Arguments, name: string): boolean {
  return ['true', '1', 1, true].some((value) => value === args[name]);
}

export function count(args: Arguments, name: string, fallback: number): number {
  const value = text(args, name);
  if (value === undefined) return fallback;
  const parsed = Number(value);
  if (Number.isInteger(parsed) && parsed >= 0) return parsed;
  throw invalidArguments(`must be a number: ${name}`);
}

/** An argument that travels as JSON, or as text that holds JSON; undefined when it cannot be read. */
export function structure(args: Arguments, name: string): { given: boolean; value: unknown } {
  const value = args[name];
  if (value === undefined || value === null || value === '')
    return { given: false, value: undefined };
  return { given: true, value: typeof value === 'string' ? parseJson(value) : value };
}

/** Undefined when the text is not JSON. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
