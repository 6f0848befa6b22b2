import { isRecord } from './blocks/rules.ts';
import type { TrafficEntry } from './contract.ts';

const KEPT = 500;
const SECRET_NAMES =
  /^(token|access_token|authorization|client_secret|code|x-slack-signature|password)$/i;
const SECRET_VALUES = /\b(xox[a-z]|xapp)-[\w-]+/g;

export type Traffic = {
  record(entry: Omit<TrafficEntry, 'id' | 'at'>): void;
  after(id: number): TrafficEntry[];
  clear(): void;
};

/** The last requests in both directions, without anything that would let a reader act as the app. */
export function createTraffic(onRecord: () => void): Traffic {
  let entries: TrafficEntry[] = [];
  let lastId = 0;
  return {
    record(entry) {
      lastId += 1;
      const request = redact(entry.request);
      const response = redact(entry.response);
      entries.push({ ...entry, id: lastId, at: new Date().toISOString(), request, response });
      entries = entries.slice(-KEPT);
      onRecord();
    },
    after: (id) => entries.filter((entry) => entry.id > id),
    clear: () => {
      entries = [];
    },
  };
}

function redact(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(SECRET_VALUES, '$1-…');
  if (Array.isArray(value)) return value.map(redact);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      SECRET_NAMES.test(name) && typeof item === 'string' ? '…' : redact(item),
    ]),
  );
}
