import type { Db } from '../../src/db/client.ts';
import { prospects } from '../../src/db/schema.ts';
import { ruleSchema } from '../../src/domain/prospect.ts';
import type { Rep } from '../../src/domain/rep.ts';
import { emailKey, sameNameKey } from '../../src/domain/typed-text.ts';
import type { RepContext } from '../../src/services/context.ts';
import { phoneKey } from '../../src/services/phone.ts';
import { createAbsence, createHoliday, createRep, createWorkspace } from '../support/factories.ts';
import { CROWDED, FILLED, HOLIDAYS, PEOPLE, type Person, REPS } from './cast.ts';
import { type Day, plus, timeAt, wallClock, workingLater } from './days.ts';
import {
  DIGEST_TIME,
  firstDayFor,
  type Model,
  type ModelNext,
  type ModelProspect,
  PACE,
  repOf,
  type State,
  workOf,
} from './model.ts';
import { type Rows, readRows } from './read-rows.ts';

/** A workspace of one sequence's own, with the model beside it. */
export type World = {
  db: Db;
  workspaceId: number;
  slackTeamId: string;
  model: Model;
  reps: Rep[];
  /** Every prospect's row as the last step left it. */
  rows: Rows;
  /** Rows as they stood before a touch was logged, by the touch's place. */
  rowsBefore: Map<number, Rows>;
  spreads: Spread[];
  /** The day for which each rep's digest was last looked at. */
  shownOn: Map<number, Day>;
};

/** `moved` holds each prospect with how often it had changed then; `rows` are those before it. */
export type Spread = {
  batchId: string;
  by: number;
  at: number;
  moved: ReadonlyMap<number, number>;
  rows: Rows;
  isUndone: boolean;
};

export async function createWorld(db: Db, start: string): Promise<World> {
  const workspace = await createWorkspace(db);
  const reps = [];
  for (const { name, zone, weekdays, isManager, leave } of REPS) {
    const bits = weekdays.reduce((sum, day) => sum | (1 << day), 0);
    const rep = await createRep(db, workspace, {
      name,
      zone,
      weekdays: bits,
      isManager,
      pace: PACE,
    });
    for (const { from, to } of leave) await createAbsence(db, rep, { fromOn: from, toOn: to });
    reps.push(rep);
  }
  for (const on of HOLIDAYS) await createHoliday(db, workspace, on);
  const model: Model = {
    ...{ now: Date.parse(start), reps: REPS.map((rep) => ({ ...rep })) },
    ...{
      holidays: new Set(HOLIDAYS),
      prospects: [],
      touches: [],
      handOvers: [],
      verdicts: new Map(),
    },
  };
  const { id: workspaceId, slackTeamId } = workspace;
  await insertCast(db, { workspaceId, model, reps });
  const rows = await readRows(db, workspaceId);
  return {
    db,
    workspaceId,
    slackTeamId,
    model,
    reps,
    rows,
    rowsBefore: new Map(),
    spreads: [],
    shownOn: new Map(),
  };
}

async function insertCast(
  db: Db,
  { workspaceId, model, reps }: { workspaceId: number; model: Model; reps: Rep[] },
): Promise<void> {
  for (const person of PEOPLE) {
    const { owner, contacts, inLine } = person;
    const on = firstDayFor(model, repOf(model, owner));
    const rule = inLine ? 'imported' : 'new';
    model.prospects.push({
      ...newcomer(person, { owner, on, rule, inLine }),
      importedContacts: contacts,
    });
  }
  const work = workOf(model, repOf(model, FILLED.owner));
  for (const ahead of FILLED.workingDaysAhead) {
    const on = workingLater(firstDayFor(model, repOf(model, FILLED.owner)), ahead, work);
    for (let n = 1; n <= FILLED.each; n++) {
      const person = { name: `Filler ${ahead}.${n}`, company: 'Fern', email: null, phone: null };
      model.prospects.push(newcomer(person, { owner: FILLED.owner, on, rule: 'new' }));
    }
  }
  for (const [n, rule] of CROWDED.rules.entries()) {
    const person = { name: `Crowd ${n}`, company: 'Fern', email: null, phone: null };
    const on = firstDayFor(model, repOf(model, CROWDED.owner));
    model.prospects.push(newcomer(person, { owner: CROWDED.owner, on, rule }));
  }
  const createdAt = new Date(model.now - 30 * 86_400_000);
  const rows = model.prospects.map((prospect, at) => ({
    workspaceId,
    ...rowOf(prospect, reps),
    ...{ linePosition: prospect.state.inLine ? 1 : null },
    ...{ createdAt: new Date(createdAt.getTime() + at * 1000), changedAt: createdAt },
  }));
  const stored = await db.insert(prospects).values(rows).returning({ id: prospects.id });
  for (const [at, { id }] of stored.entries()) {
    const prospect = model.prospects[at];
    if (prospect) prospect.id = id;
  }
}

function rowOf(
  { name, company, email, phone, importedContacts, state }: ModelProspect,
  reps: Rep[],
) {
  return {
    ...{ name, company, email, phone, importedContacts },
    ...{ nameKey: sameNameKey(name), companyKey: sameNameKey(company) },
    ...{ emailKey: emailKey(email), phoneKey: phoneKey(phone) },
    ...{ status: 'open' as const, inLine: state.inLine, ownerId: reps[state.owner]?.id ?? null },
    ...{ nextOn: state.next?.on ?? null, nextAction: 'first_contact' as const },
    nextRule: ruleSchema.parse({ kind: state.next?.rule }),
    nextChannel: phone ? ('call' as const) : null,
  };
}

/** A prospect that has just come in, as the model keeps it. */
export function newcomer(
  { name, company, email, phone }: Person,
  step: { owner: number; on: string; rule: string; inLine?: boolean },
): ModelProspect {
  const next: ModelNext = { ...PLAIN, on: step.on, rule: step.rule };
  const state: State = {
    ...{ owner: step.owner, status: 'open', next, revisitOn: null, interest: null },
    ...{ stopped: [], inLine: step.inLine ?? false, snoozes: 0 },
  };
  return { id: '', name, company, email, phone, importedContacts: 0, state, changes: [] };
}

const PLAIN = { at: null, promised: false, step: null, fitted: false };

/** The rep as the services get them. */
export function contextOf(world: World, actor: number): RepContext {
  const { db, workspaceId, model } = world;
  const rep = world.reps[actor];
  if (!rep) throw new Error(`There is no rep ${actor}.`);
  return { db, workspaceId, rep, now: new Date(model.now) };
}

/** A drawn number as one of the reps who are still there; null when that one has left. */
export function actorAt({ model }: World, drawn: number): number | null {
  const at = drawn % model.reps.length;
  return repOf(model, at).isGone ? null : at;
}

/** From here on a drawn number means one whom the last spread moved, where there was a spread. */
export const MOVED = 60;

export function prospectNumber({ model, spreads }: World, drawn: number): number {
  const moved = [...(spreads.at(-1)?.moved.keys() ?? [])];
  const one = drawn >= MOVED ? moved[drawn % moved.length] : undefined;
  return one ?? drawn % model.prospects.length;
}

/** "Tue 27 Oct 09:00 (Berlin)". */
export function sayMoment({ model }: World, actor: number | null): string {
  const { zone, city } = actor === null ? { zone: 'UTC', city: 'UTC' } : repOf(model, actor);
  const day = wallClock(model.now, zone).slice(0, 10);
  const said = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    ...{ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' },
  });
  return `${said.replace(',', '')} ${timeAt(model.now, zone)} (${city})`;
}

/** "in 3 days, Fri 30 Oct" would be long: the day alone, which a person can type. */
export function sayOffset(today: string, days: number): string {
  return plus(today, days);
}

export { DIGEST_TIME };
