import type { Step } from './steps.ts';

type Steps = { before: Step[]; after: Step[] };

const STATEMENTS: { sql: RegExp; label: Label }[] = [
  { sql: /^insert into "?deliveries"?/, label: 'plan' },
  { sql: /^update "deliveries".* as chosen/s, label: 'claim' },
  { sql: /^with given .* set state = 'sending'/s, label: 'intents together' },
  { sql: /^with given .* set state = g\.state/s, label: 'settle together' },
  { sql: /^update "deliveries" set .*"send_started_at" = \$/s, label: 'intent' },
  { sql: /^update "deliveries" set .*where .*"negative_looks" = \$/s, label: 'look' },
  { sql: /^update "deliveries" set "next_attempt_at" = \$\d+ where \(/s, label: 'take' },
  { sql: /^update "deliveries" set .*where .*"claim_token" = \$/s, label: 'settle' },
];
type Together = 'intents together' | 'settle together';
type Label = Together | 'plan' | 'claim' | 'intent' | 'look' | 'take' | 'settle';

/** Statements that are a transaction by themselves: what comes before them comes before their commit. */
const WHOLE: Record<Together, Steps> = {
  'intents together': {
    before: ['gate: passed', 'intent: before commit'],
    after: ['intent: after commit'],
  },
  'settle together': { before: ['settle: before commit'], after: ['settle: after commit'] },
};

const ALONE: Partial<Record<Label, Steps>> = {
  claim: { before: ['claim: before'], after: ['claim: after'] },
  intent: { before: ['gate: passed'], after: [] },
  look: { before: ['look: before update'], after: ['look: after update'] },
};
const AT_COMMIT: Partial<Record<Label, Steps>> = {
  plan: { before: ['plan: before commit'], after: ['plan: after commit'] },
  claim: { before: [], after: ['claim: after commit'] },
  intent: { before: ['intent: before commit'], after: ['intent: after commit'] },
  settle: { before: ['settle: before commit'], after: ['settle: after commit'] },
  take: { before: [], after: ['look: taken'] },
};

/** Follows what one connection sends to Postgres and names the steps it takes. */
export function createWireReader() {
  const prepared = new Map<string, Label | null>();
  let inTransaction: Label | null = null;
  const labelled = (label: Label | null): Steps => {
    if (label === null) return NONE;
    if (label === 'intents together' || label === 'settle together') return WHOLE[label];
    inTransaction = label;
    return ALONE[label] ?? NONE;
  };
  const commit = (): Steps => {
    const label = inTransaction;
    inTransaction = null;
    return (label && AT_COMMIT[label]) ?? NONE;
  };
  const stepsOf = ({ type, body }: Message): Steps => {
    if (type === 'Q') return isCommit(textAt(body, 0)) ? commit() : NONE;
    if (type === 'P') {
      const name = textAt(body, 0);
      const sql = textAt(body, Buffer.byteLength(name) + 1);
      prepared.set(name, isCommit(sql) ? null : labelOf(sql));
      return isCommit(sql) ? commit() : NONE;
    }
    if (type !== 'B') return NONE;
    const portal = textAt(body, 0);
    return labelled(prepared.get(textAt(body, Buffer.byteLength(portal) + 1)) ?? null);
  };
  return {
    read(chunk: Buffer): Steps {
      const all = messagesIn(chunk).map(stepsOf);
      return {
        before: all.flatMap(({ before }) => before),
        after: all.flatMap(({ after }) => after),
      };
    },
  };
}

const NONE: Steps = { before: [], after: [] };

type Message = { type: string; body: Buffer };

/** The messages of the protocol in a chunk; the first of a connection has no type and is passed over. */
function messagesIn(chunk: Buffer): Message[] {
  const messages: Message[] = [];
  let at = chunk[0] === 0 ? chunk.length : 0;
  while (at + 5 <= chunk.length) {
    const length = chunk.readInt32BE(at + 1);
    messages.push({
      type: String.fromCharCode(chunk[at] ?? 0),
      body: chunk.subarray(at + 5, at + 1 + length),
    });
    at += 1 + Math.max(length, 4);
  }
  return messages;
}

function textAt(body: Buffer, start: number): string {
  const end = body.indexOf(0, start);
  return body.toString('utf8', start, end < 0 ? body.length : end);
}

function isCommit(sql: string): boolean {
  return sql.trim().toLowerCase() === 'commit';
}

function labelOf(sql: string): Label | null {
  const text = sql.replace(/^\/\* kept \*\//, '').trimStart();
  return STATEMENTS.find((statement) => statement.sql.test(text))?.label ?? null;
}
