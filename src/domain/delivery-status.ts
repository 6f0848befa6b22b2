import type { DeliveryKind, DeliveryState } from './delivery.ts';

/** What became of one kind of message today. */
export type KindStatus = {
  kind: DeliveryKind;
  due: number;
  sent: number;
  lastSentAt: Date | null;
  /** Not sent yet, or not known yet whether Slack took it. */
  underWay: number;
  /** Not sent, by why, with the people it would have gone to. */
  others: { state: DeliveryState; reason: string; count: number; names: string[] }[];
};

type Outcome = {
  kind: DeliveryKind;
  state: DeliveryState;
  reason: string | null;
  finishedAt: Date | null;
  repName: string | null;
};

const UNDER_WAY: readonly DeliveryState[] = ['pending', 'claimed', 'sending', 'uncertain'];

/**
 * Sums up deliveries by kind and by what became of them, in the order they come.
 * @example
 * summariseOutcomes([{ kind: 'digest', state: 'skipped', reason: 'away', finishedAt: null, repName: 'Ana' }])
 * //=> [{ kind: 'digest', due: 1, sent: 0, …, others: [{ state: 'skipped', reason: 'away', count: 1, names: ['Ana'] }] }]
 */
export function summariseOutcomes(outcomes: readonly Outcome[]): KindStatus[] {
  const byKind = new Map<DeliveryKind, KindStatus>();
  for (const outcome of outcomes) {
    const { kind } = outcome;
    const none = { kind, due: 0, sent: 0, lastSentAt: null, underWay: 0, others: [] };
    const status = byKind.get(kind) ?? none;
    byKind.set(kind, status);
    status.due += 1;
    count(status, outcome);
  }
  return [...byKind.values()];
}

function count(status: KindStatus, { state, reason, finishedAt, repName }: Outcome): void {
  if (state === 'sent') {
    status.sent += 1;
    const later = finishedAt && (!status.lastSentAt || finishedAt > status.lastSentAt);
    if (later) status.lastSentAt = finishedAt;
    return;
  }
  if (UNDER_WAY.includes(state)) {
    status.underWay += 1;
    return;
  }
  const why = reason ?? '';
  const known = status.others.find((other) => other.state === state && other.reason === why);
  const other = known ?? { state, reason: why, count: 0, names: [] };
  if (!known) status.others.push(other);
  other.count += 1;
  if (repName) other.names.push(repName);
}
