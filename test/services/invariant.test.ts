import { and, eq, isNull, or } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prospects, touches } from '../../src/db/schema.ts';
import { AppError } from '../../src/domain/errors.ts';
import { addDays } from '../../src/domain/local-date.ts';
import { CHANNELS, type Channel, OUTCOMES, type Outcome } from '../../src/domain/touch.ts';
import { addProspect } from '../../src/services/add-prospect.ts';
import { editTouch } from '../../src/services/edit-touch.ts';
import { liftStop } from '../../src/services/lift-stop.ts';
import { loadDay } from '../../src/services/load-day.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { markNotAProspect } from '../../src/services/mark-not-a-prospect.ts';
import { revisitProspect } from '../../src/services/revisit-prospect.ts';
import { snoozeProspect } from '../../src/services/snooze-prospect.ts';
import { undoChange } from '../../src/services/undo-change.ts';
import { undoTouch } from '../../src/services/undo-touch.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();
const SEQUENCES = 60;
const TIME_LIMIT_MS = 10_000;
const TIMEOUT_MS = 60_000;
const MONDAY = '2026-11-16';

type Step = { rep: 'ana' | 'ben' | 'mara'; which: number } & (
  | { do: 'log'; outcome: Outcome; channel: Channel; inDays: number | null; agreed: boolean }
  | { do: 'edit'; outcome: Outcome; channel: Channel; inDays: number | null; agreed: boolean }
  | { do: 'snooze'; inDays: number; agreed: boolean }
  | { do: 'revisit'; deed: 'reopen' | 'later' | 'drop' }
  | { do: 'mark' | 'lift' | 'unmark' }
  | { do: 'undo' | 'add' | 'next day' }
);

const who = { rep: fc.constantFrom('ana', 'ben', 'mara'), which: fc.nat(2) } as const;
const agreed = fc.boolean();
const stepOf = fc.oneof(
  { weight: 6, arbitrary: fc.record({ ...who, ...logFields() }) },
  { weight: 2, arbitrary: fc.record({ ...who, do: fc.constant('undo' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ ...who, ...logFields(), do: fc.constant('edit' as const) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ ...who, do: fc.constant('snooze' as const), inDays: fc.integer({ min: 1, max: 9 }) },
      agreed,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...{ ...who, do: fc.constant('revisit' as const) },
      deed: fc.constantFrom('reopen' as const, 'later' as const, 'drop' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...who,
      do: fc.constantFrom('mark' as const, 'lift' as const, 'unmark' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ ...who, do: fc.constant('add' as const) }) },
  { weight: 2, arbitrary: fc.record({ ...who, do: fc.constant('next day' as const) }) },
);

function logFields() {
  return {
    do: fc.constant('log' as const),
    outcome: fc.constantFrom(...OUTCOMES),
    channel: fc.constantFrom(...CHANNELS),
    inDays: fc.option(fc.nat(9), { freq: 1 }),
    agreed,
  };
}

test(
  'no sequence of deeds lets a prospect through the cracks',
  async () => {
    const sequences = fc.array(stepOf, { minLength: 4, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(sequences, async (steps) => {
        const world = await createWorld();
        for (const step of steps) await take(world, step);
      }),
      {
        numRuns: SEQUENCES,
        // A busy machine gets through fewer.
        interruptAfterTimeLimit: TIME_LIMIT_MS,
        // The seed stands in the failure beside the steps in words.
        reporter: (run) => {
          if (!run.failed) return;
          const told = run.counterexample?.[0].map(describe).join('\n') ?? '';
          throw new Error(`seed ${run.seed}, path ${run.counterexamplePath}\n${told}`, {
            cause: run.errorInstance,
          });
        },
      },
    );
  },
  TIMEOUT_MS,
);

type World = Awaited<ReturnType<typeof createWorld>>;

async function createWorld() {
  const { db } = database;
  const team = await createSalesTeam(db);
  const email = 'dana@acme.example';
  const owners = [team.ana, team.ana, team.ben];
  const known = [];
  for (const owner of owners) known.push((await createProspect(db, owner, { email })).id);
  // Two entries of one person, and one of another.
  await db.update(prospects).set({ email: null, emailKey: null }).where(is(team.ana, known[1]));
  return { db, ...team, known, day: MONDAY };
}

async function take(world: World, step: Step): Promise<void> {
  if (step.do === 'next day') world.day = addDays(world.day, 1);
  const before = await readAll(world);
  const prospectId = world.known[step.which % world.known.length] ?? '';
  const done = await act(world, step, prospectId);
  const after = await readAll(world);
  if (done === 'refused') expect(after).toEqual(before);
  await expectNoCracks(world);
  if ([...after.values()].some(({ status }) => status === 'stopped')) await expectNoStopped(world);
  if (done !== 'refused') expectPromisesKept(before, after, { step, prospectId });
}

type Done = 'done' | 'refused';

/** A refusal is an answer like another, as long as nothing changes. */
async function act(world: World, step: Step, prospectId: string): Promise<Done> {
  try {
    await perform(world, step, prospectId);
    return 'done';
  } catch (error) {
    if (error instanceof AppError) return 'refused';
    throw error;
  }
}

async function perform(world: World, step: Step, prospectId: string): Promise<void> {
  const ctx = contextOf(world, step.rep);
  switch (step.do) {
    case 'log': {
      await expectUndoRestores(world, step, () =>
        logTouch(ctx, { prospectId, ...inputOf(world, step) }),
      );
      return;
    }
    case 'snooze': {
      const version = (await readAll(world)).get(prospectId)?.version ?? 0;
      const to = { on: addDays(world.day, step.inDays) };
      await snoozeProspect(ctx, { prospectId, version, to, agreed: step.agreed });
      return;
    }
    case 'revisit':
      await revisitProspect(ctx, { prospectId, deed: step.deed });
      return;
    case 'mark':
      await markNotAProspect(ctx, { prospectId, reason: 'duplicate' });
      return;
    case 'unmark': {
      const version = (await readAll(world)).get(prospectId)?.version ?? 0;
      await undoChange(ctx, { prospectId, version });
      return;
    }
    case 'lift':
      await liftStop(ctx, { prospectId, reason: 'They asked for a quote.' });
      return;
    case 'add': {
      const person = { company: null, email: null, phone: null };
      world.known.push((await addProspect(ctx, { name: 'Tom Okafor', ...person })).id);
      return;
    }
    case 'undo': {
      const [touch] = await standingTouches(world);
      if (touch) await undoTouch(ctx, { touchId: touch.id });
      return;
    }
    case 'edit': {
      const all = await standingTouches(world);
      const touch = all[step.which % Math.max(1, all.length)];
      if (!touch) return;
      const { id: touchId, prospectId: about } = touch;
      await editTouch(ctx, { touchId, prospectId: about, ...inputOf(world, step) });
      return;
    }
    case 'next day':
      return;
  }
}

function standingTouches({ db, ana }: World) {
  return db
    .select({ id: touches.id, prospectId: touches.prospectId })
    .from(touches)
    .where(and(eq(touches.workspaceId, ana.workspaceId), isNull(touches.undoneAt)));
}

/** Every log is tried twice: undone it must leave no trace, then it stands. */
async function expectUndoRestores(
  world: World,
  step: Step,
  log: () => ReturnType<typeof logTouch>,
): Promise<void> {
  const before = await readAll(world);
  const { touch } = await log();
  await undoTouch(contextOf(world, step.rep), { touchId: touch.id });
  expect(withoutVersions(await readAll(world))).toEqual(withoutVersions(before));
  await log();
}

async function expectNoCracks(world: World): Promise<void> {
  const { db, ana } = world;
  const cracks = await db
    .select({ id: prospects.id })
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, ana.workspaceId),
        eq(prospects.status, 'open'),
        or(isNull(prospects.nextOn), isNull(prospects.ownerId), isNull(prospects.nextAction)),
      ),
    );
  expect(cracks).toEqual([]);
}

async function expectNoStopped(world: World): Promise<void> {
  const days = await Promise.all(
    (['ana', 'ben', 'mara'] as const).map((rep) => loadDay(contextOf(world, rep))),
  );
  const shown = days.flatMap(({ due }) => due.map((row) => row.prospect.standing.status));
  expect(shown).not.toContain('stopped');
}

/** A promise moves by a new date in a log, or by a snooze; both name it. */
function expectPromisesKept(
  before: Awaited<ReturnType<typeof readAll>>,
  after: Awaited<ReturnType<typeof readAll>>,
  { step, prospectId }: { step: Step; prospectId: string },
): void {
  for (const [id, was] of before) {
    const is = after.get(id);
    if (!was.promised || is?.status !== 'open' || is.nextOn === was.nextOn) continue;
    if (step.do === 'undo' || step.do === 'unmark' || step.do === 'edit') continue;
    expect(id).toBe(prospectId);
    const named = step.do === 'snooze' || (step.do === 'log' && step.inDays !== null);
    const wasDue = step.do === 'log' && (was.nextOn ?? '') <= (is.changedOn ?? '');
    const missed = step.do === 'log' && step.outcome === 'missed_appointment';
    expect(named || wasDue || missed).toBe(true);
    if (step.do === 'snooze') expect(is.promised).toBe(step.agreed);
  }
}

async function readAll({ db, ana, day }: World) {
  const rows = await db.select().from(prospects).where(eq(prospects.workspaceId, ana.workspaceId));
  return new Map(
    rows.map(({ changedAt, ...row }) => [row.id, { ...row, changedOn: day as string | null }]),
  );
}

function withoutVersions(all: Awaited<ReturnType<typeof readAll>>) {
  return [...all.values()]
    .map(({ version, ...row }) => row)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function inputOf({ day }: World, step: Extract<Step, { do: 'log' | 'edit' }>) {
  const { outcome, channel, inDays } = step;
  const nextOn = inDays === null ? null : addDays(day, inDays);
  return { outcome, channel, nextOn, agreed: step.agreed, noReason: 'price' as const };
}

function contextOf(world: World, rep: Step['rep']) {
  return acting(world.db, world[rep], `${world.day}T09:00:00Z`);
}

function is(owner: { workspaceId: number }, id: string | undefined) {
  return and(eq(prospects.workspaceId, owner.workspaceId), eq(prospects.id, id ?? ''));
}

function describe(step: Step): string {
  const { rep, which, ...rest } = step;
  return `${rep}, prospect ${which}: ${Object.values(rest).join(' ')}`;
}
