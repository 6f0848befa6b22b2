import { describe, expect, test } from 'vitest';
import type { Prospect, Standing } from '../../src/domain/prospect.ts';
import { snapshotSchema, standingIn, takeSnapshot } from '../../src/domain/snapshot.ts';

function dana(standing: Standing): Prospect {
  return {
    id: '5f0c2b1e-0000-4000-8000-000000000001',
    ownerId: '5f0c2b1e-0000-4000-8000-000000000002',
    name: 'Dana Reyes',
    company: 'Acme',
    email: null,
    phone: null,
    externalId: null,
    interest: 'hot',
    stoppedChannels: ['text'],
    standing,
    closedReason: null,
    inLine: false,
    snoozes: 2,
    crackNote: 'Waiting for their legal',
    importedContacts: 0,
    importedLastContactOn: null,
    version: 3,
  };
}

const next = {
  on: '2026-11-17',
  at: new Date('2026-11-17T09:00:00Z'),
  action: 'continue' as const,
  step: 'Send pricing',
  channel: 'email' as const,
  promised: true,
  rule: { kind: 'unanswered' as const, inARow: 2, wait: 3 },
};

describe('a snapshot', () => {
  test.each([
    ['open with a time', { status: 'open', next, revisitOn: null }],
    ['open without a time', { status: 'open', next: { ...next, at: null }, revisitOn: null }],
    ['won', { status: 'won', next: null, revisitOn: '2026-12-01' }],
    ['lost', { status: 'lost', next: null, revisitOn: null }],
    ['stopped', { status: 'stopped', next: null, revisitOn: null }],
  ] as [string, Standing][])('%s survives JSON', (_what, standing) => {
    const snapshot = takeSnapshot(dana(standing));

    const read = snapshotSchema.parse(JSON.parse(JSON.stringify(snapshot)));

    expect(read).toEqual(snapshot);
    expect(standingIn(read)).toEqual(standing);
  });

  test('of an open prospect without a next step is refused', () => {
    const snapshot = takeSnapshot(dana({ status: 'open', next, revisitOn: null }));

    expect(() => standingIn({ ...snapshot, next: null })).toThrow('no next step');
  });
});
