import type { Channel, Interest, Outcome } from '../../src/domain/touch.ts';
import { type Day, dayAt, plus, type Work, workingFrom } from './days.ts';

/**
 * The small independent model: plain values and the rules of DESIGN.md 2.2 to 2.4 and 2.6, written
 * without a call into `src/domain`, whose types alone are shared. Reps and prospects are known by
 * their place in the lists.
 */
export type Model = {
  /** Business time in milliseconds. */
  now: number;
  reps: ModelRep[];
  /** The one team's holidays. */
  holidays: Set<Day>;
  prospects: ModelProspect[];
  touches: ModelTouch[];
  handOvers: ModelHandOver[];
  /** Verdicts on who shares a phone, by `prospect stopped`. */
  verdicts: Map<string, 'same' | 'other'>;
};

/** `given` holds each prospect with how often it had changed when it was handed over. */
export type ModelHandOver = {
  id: string;
  at: number;
  from: number;
  given: ReadonlyMap<number, number>;
  isUndone: boolean;
};

export type ModelRep = {
  name: string;
  city: string;
  zone: string;
  weekdays: readonly number[];
  leave: readonly { from: Day; to: Day }[];
  isManager: boolean;
  isGone: boolean;
};

export const PACE = 5;
export const DIGEST_TIME = '08:30';

export type ModelStatus = 'open' | 'won' | 'lost' | 'stopped' | 'not_a_prospect';

export type ModelNext = {
  on: Day;
  at: number | null;
  promised: boolean;
  rule: string;
  step: string | null;
  /** Placed by the pace on a day that had room. */
  fitted: boolean;
};

/** What changes about a prospect; replaced as a whole, never written into. */
export type State = Readonly<{
  owner: number;
  status: ModelStatus;
  next: ModelNext | null;
  revisitOn: Day | null;
  interest: Interest | null;
  stopped: readonly Channel[];
  inLine: boolean;
  snoozes: number;
}>;

/** `touch` is the place of the touch that made the change; undo asks for both. */
export type Change = {
  verb: string;
  touch: number | null;
  by: number | null;
  before: State | null;
};

export type ModelProspect = {
  id: string;
  name: string;
  company: string;
  email: string | null;
  phone: string | null;
  importedContacts: number;
  state: State;
  changes: Change[];
};

export type ModelTouch = {
  id: string;
  prospect: number;
  rep: number;
  channel: Channel;
  outcome: Outcome;
  on: Day;
  /** When it was logged, in milliseconds. */
  at: number;
  undone: boolean;
  scores: boolean;
};

export function repOf(model: Model, at: number): ModelRep {
  return model.reps[at] ?? missing('rep', at);
}

export function prospectAt(model: Model, at: number): ModelProspect {
  return model.prospects[at] ?? missing('prospect', at);
}

export function touchAt(model: Model, at: number): ModelTouch {
  return model.touches[at] ?? missing('touch', at);
}

function missing(what: string, at: number): never {
  throw new Error(`The model has no ${what} ${at}.`);
}

export function todayOf(model: Model, rep: ModelRep): Day {
  return dayAt(model.now, rep.zone);
}

/** DESIGN 1: a working day is the owner's, their weekdays less the team's holidays and their leave. */
export function workOf(model: Model, rep: ModelRep): Work {
  return {
    weekdays: rep.weekdays,
    isOff: (day) =>
      model.holidays.has(day) || rep.leave.some(({ from, to }) => from <= day && day <= to),
  };
}

export function change(
  prospect: ModelProspect,
  {
    verb,
    touch = null,
    by = null,
    state,
  }: { verb: string; touch?: number | null; by?: number | null; state: State },
): void {
  prospect.changes.push({ verb, touch, by, before: prospect.state });
  prospect.state = state;
}

/**
 * 2.1: the changes that stand, oldest first. An undo takes back what it names, so that the change before
 * it is the last one again.
 */
export function standingChanges({ changes }: ModelProspect): Change[] {
  const standing: Change[] = [];
  for (const one of changes) {
    if (one.verb === 'edit') continue;
    if (one.verb !== 'undo') {
      standing.push(one);
      continue;
    }
    const named = standing.findLastIndex(
      ({ verb, touch }) => touch === one.touch && (verb === 'log' || verb === 'stop'),
    );
    standing.splice(one.touch === null ? -1 : named);
  }
  return standing;
}

/** Touches of a prospect that stand, by day; those of one day as they were logged. */
export function touchesOf(model: Model, prospect: number): ModelTouch[] {
  return model.touches
    .filter((touch) => touch.prospect === prospect && !touch.undone)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

export function mayDecide(model: Model, actor: number, prospect: ModelProspect): boolean {
  return repOf(model, actor).isManager || prospect.state.owner === actor;
}

/** DESIGN 4: a time keeps its instant, on the day it has in the owner's zone. */
export function ownedBy(model: Model, owner: number, state: State): State {
  const { next } = state;
  if (next === null || next.at === null) return { ...state, owner };
  return { ...state, owner, next: { ...next, on: dayAt(next.at, repOf(model, owner).zone) } };
}

export function openWith(next: ModelNext, state: State): State {
  return { ...state, status: 'open', next, revisitOn: null, inLine: false };
}

export function closedAs(status: ModelStatus, state: State, revisitOn: Day | null = null): State {
  return { ...state, status, next: null, revisitOn, inLine: false };
}

/** 2.6: at most 1 per prospect, rep and local day; 2.2: what is no prospect is outside the score. */
export function scoreOf(model: Model, rep: number): number {
  const counted = model.touches.filter(
    (touch) =>
      touch.rep === rep &&
      touch.scores &&
      !touch.undone &&
      prospectAt(model, touch.prospect).state.status !== 'not_a_prospect',
  );
  return new Set(counted.map((touch) => `${touch.prospect} ${touch.on}`)).size;
}

/** The owner's next steps on a day; those in line wait for room and take none. */
export function loadOn(
  model: Model,
  owner: number,
  day: Day,
  except: number | null = null,
): number {
  return model.prospects.filter(
    ({ state }, at) =>
      at !== except && state.owner === owner && !state.inLine && state.next?.on === day,
  ).length;
}

export function ownersToday(model: Model, prospect: ModelProspect): Day {
  return todayOf(model, repOf(model, prospect.state.owner));
}

/** The owner's working day from today on: where re-opened and new prospects begin. */
export function firstDayFor(model: Model, owner: ModelRep): Day {
  return workingFrom(todayOf(model, owner), workOf(model, owner));
}

export function dayFromToday(model: Model, rep: ModelRep, days: number): Day {
  return plus(todayOf(model, rep), days);
}

/**
 * Chased again, because it was re-opened or a stop was lifted: due on the owner's first working day from
 * today. Where the owner is gone DESIGN is silent: it goes to who acts, so that somebody sees it.
 */
export function restart(
  model: Model,
  { state, actor, rule }: { state: State; actor: number; rule: string },
): State {
  const owner = repOf(model, state.owner).isGone ? actor : state.owner;
  const on = firstDayFor(model, repOf(model, owner));
  const next = { on, at: null, promised: false, rule, step: null, fitted: false };
  return openWith(next, { ...state, owner });
}
