import fc from 'fast-check';
import { spreadDay } from '../../../src/services/spread-day.ts';
import { undoSpread } from '../../../src/services/undo-spread.ts';
import { mustEqual } from '../broken.ts';
import type { Day } from '../days.ts';
import { change, prospectAt, repOf } from '../model.ts';
import { isWork, morningOf, sectionOn } from '../morning.ts';
import { type Row, type Rows, readRows } from '../read-rows.ts';
import { planSpread, type SpreadPlan } from '../spread-rules.ts';
import { attempt, defineVerb } from '../verb.ts';
import { actorAt, contextOf, type Spread, type World } from '../world.ts';

const DAY_MS = 24 * 3_600_000;

/** DESIGN 2.5: over pace, the rest moves to days with room; a repeat moves nothing again. */
export const spread = defineVerb({
  name: 'spread',
  weight: 4,
  drawn: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(4) }),
  intend(world, rep) {
    const { model, db, workspaceId } = world;
    const actor = actorAt(world, rep ?? busiest(world));
    if (actor === null) return null;
    const plan = planSpread(model, actor);
    // With nothing to spread the answer is that; it is asked once in a while.
    if (plan === null && rep === null) return null;
    return {
      words: `${repOf(model, actor).name} spreads the day`,
      actor,
      refusals: [],
      answers: [],
      attempt: attempt(
        async () => ({
          done: await spreadDay(contextOf(world, actor)),
          after: await readRows(db, workspaceId),
        }),
        ({ done, after }) => {
          const said = done && { moved: done.moved, days: done.days };
          const days = plan && [...new Set(plan.days)];
          const expected = plan && { moved: plan.days.length, days };
          mustEqual('2.5: a spread moves what is over the pace to days with room', said, expected);
          if (done && plan) settle(world, { actor, plan, batchId: done.batchId, after });
        },
      ),
    };
  },
});

/** DESIGN 2.5: undo for 24 hours; what changed since stays where it is. */
export const undoSpreadDay = defineVerb({
  name: 'undo spread',
  weight: 6,
  drawn: fc.record({
    rep: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: fc.nat(4) }),
    drawnWhich: fc.nat(5),
  }),
  intend(world, { rep, drawnWhich }) {
    const { model, spreads, db, workspaceId } = world;
    const which = drawnWhich < 4 ? 0 : 1;
    const done = spreads.at(-1 - which);
    const actor = done ? actorAt(world, rep ?? done.by) : null;
    if (actor === null || !done) return null;
    const isTheirs = done.by === actor || repOf(model, actor).isManager;
    return {
      words: `${repOf(model, actor).name} takes back spread ${spreads.length - which}`,
      actor,
      refusals: [
        ...(isTheirs ? [] : ['not_allowed' as const]),
        ...(model.now - done.at > DAY_MS || done.isUndone ? ['conflict' as const] : []),
      ],
      answers: [],
      attempt: attempt(
        async () => ({
          said: await undoSpread(contextOf(world, actor), { batchId: done.batchId }),
          after: await readRows(db, workspaceId),
        }),
        ({ said, after }) => mustEqual('2.5: what came back', said, settleUndo(world, done, after)),
      ),
    };
  },
});

function busiest({ model }: World): number {
  const loads = model.reps.map((rep, at) => {
    const morning = morningOf(model, rep);
    const due = model.prospects.filter(
      ({ state }) => state.owner === at && isWork(sectionOn(state, morning)),
    );
    return rep.isGone ? -1 : due.length;
  });
  return loads.indexOf(Math.max(...loads));
}

/**
 * Which of several from one day move is not in DESIGN, only that the oldest stay first; so it is read
 * from the rows who moved, and checked that none of them is older than one that stayed.
 */
function settle(
  world: World,
  {
    actor,
    plan,
    batchId,
    after,
  }: { actor: number; plan: SpreadPlan; batchId: string; after: Rows },
): void {
  const { model, rows, spreads } = world;
  const dayOf = (at: number): Day => prospectAt(model, at).state.next?.on ?? '';
  const newDay = (at: number): Day => after.get(prospectAt(model, at).id)?.nextOn ?? '';
  const moved = plan.movable.filter((at) => newDay(at) !== dayOf(at));
  const stayed = plan.movable.filter((at) => !moved.includes(at));
  const inOrder = moved.toSorted(
    (a, b) => compare(dayOf(a), dayOf(b)) || compare(newDay(a), newDay(b)),
  );
  mustEqual(
    '2.5: a spread fills the days in the order of the digest',
    inOrder.map(newDay),
    plan.days,
  );
  const oldestMoved = inOrder.map(dayOf)[0] ?? '';
  const older = moved.length > 0 ? stayed.filter((at) => dayOf(at) > oldestMoved) : [];
  mustEqual('2.5: a spread leaves the oldest on the day', older.map(dayOf), []);
  for (const at of moved) {
    const prospect = prospectAt(model, at);
    const { next } = prospect.state;
    if (next === null) continue;
    const later = { ...next, on: newDay(at), rule: 'spread', fitted: false };
    change(prospect, { verb: 'spread', state: { ...prospect.state, next: later } });
  }
  const changes = moved.map((at) => [at, prospectAt(model, at).changes.length] as const);
  spreads.push({
    ...{ batchId, by: actor, at: model.now, moved: new Map(changes), rows, isUndone: false },
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function settleUndo({ model }: World, done: Spread, after: Rows) {
  let restored = 0;
  for (const [at, changes] of done.moved) {
    const prospect = prospectAt(model, at);
    const before = prospect.changes.at(-1)?.before;
    if (prospect.changes.length !== changes || !before) continue;
    const [is, was] = [after, done.rows].map((rows) => exactly(rows.get(prospect.id)));
    mustEqual(`2.5: undo puts ${prospect.name} (#${at}) back exactly`, is, was);
    change(prospect, { verb: 'undo', state: before });
    restored += 1;
  }
  if (restored > 0) done.isUndone = true;
  return { restored, stayed: done.moved.size - restored };
}

function exactly(row: Row | undefined) {
  if (!row) return null;
  const { version, changedAt, ...rest } = row;
  return rest;
}
