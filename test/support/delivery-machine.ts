import type { Db } from '../../src/db/client.ts';
import { findRep } from '../../src/db/reps.ts';
import { findTeam } from '../../src/db/teams.ts';
import { DELIVERY_KINDS, DELIVERY_TIMINGS, UNPACED } from '../../src/domain/delivery.ts';
import { readSubject } from '../../src/domain/subject.ts';
import type { Renderer, Renderers } from '../../src/slack/send/render.ts';
import { createSenderClients } from '../../src/slack/send/sender-client.ts';
import type { SenderDeps, Trouble } from '../../src/slack/send/sender-deps.ts';
import type { SlackStub } from './slack-stub.ts';

/** Both clocks, standing still until a test moves them. */
export class TestClock {
  business: Date;
  machine = new Date('2026-11-01T00:00:00Z');
  /** How far the database is ahead of the computer that asks it, in seconds. */
  databaseAhead = 0;

  constructor(business: string) {
    this.business = new Date(business);
  }

  advance(seconds: number): void {
    this.machine = new Date(this.machine.getTime() + seconds * 1000);
    this.business = new Date(this.business.getTime() + seconds * 1000);
  }
}

export type TestDeps = SenderDeps & { troubles: Trouble[] };

/** All that a sweep needs, against a scripted Slack; every message is one plain line. */
export function createSenderDeps(
  db: Db,
  {
    slack,
    clock,
    renderers = {},
    tokenOf = async (workspaceId) => `xoxb-${workspaceId}`,
    paced = false,
    callMs = 2_000,
  }: {
    slack: SlackStub;
    clock: TestClock;
    renderers?: Partial<Renderers>;
    tokenOf?: (workspaceId: number) => Promise<string | null>;
    /** At the pace of production, whose waits are real time. */
    paced?: boolean;
    callMs?: number;
  },
): TestDeps {
  const plain = Object.fromEntries(DELIVERY_KINDS.map((kind) => [kind, plainRenderer(db)]));
  const troubles: Trouble[] = [];
  return {
    db,
    clocks: { business: async () => clock.business, machine: async () => clock.machine },
    timings: { ...DELIVERY_TIMINGS, ...(paced ? {} : UNPACED) },
    clients: createSenderClients({ tokenOf, slackApiUrl: slack.url, callMs }),
    renderers: { ...(plain as Renderers), ...renderers },
    redrawers: {},
    presence: new Map(),
    ownClock: () => new Date(clock.machine.getTime() - clock.databaseAhead * 1000),
    onTrouble: (trouble) => troubles.push(trouble),
    troubles,
  };
}

/** Writes `digest 2026-11-17`, and `late` when it is. */
export function plainRenderer(db: Db): Renderer {
  return async (delivery, { lateSince }) => {
    const subject = readSubject(delivery.subjectKey);
    const { workspaceId } = delivery;
    const id = subject?.id ?? '';
    const rep = subject?.kind === 'rep' ? await findRep(db, { workspaceId, repId: id }) : null;
    const team = rep ? null : await findTeam(db, { workspaceId, teamId: id });
    const late = lateSince ? `, planned ${lateSince.toISOString()}` : '';
    return {
      kind: 'message',
      to: rep ? { slackUserId: rep.slackUserId } : { slackChannelId: team?.slackChannelId ?? 'C0' },
      text: `${delivery.kind} ${delivery.occurrenceKey}${late}`,
      blocks: [],
      compact: () => ({ text: `compact ${delivery.kind}`, blocks: [] }),
    };
  };
}
