import type { Db } from '../../src/db/client.ts';
import { AppError } from '../../src/domain/errors.ts';
import { Broken } from './broken.ts';
import { checkUndo } from './check-undo.ts';
import { CHECKS } from './checks.ts';
import { createFigures, type Figures } from './figures.ts';
import { readRows } from './read-rows.ts';
import type { Intent, Step } from './verb.ts';
import { createWorld, sayMoment, type World } from './world.ts';

const MINUTE = 60_000;

export type Sequence = { start: string; steps: readonly Step[] };

/** A sequence that broke something, as steps a person can replay. */
export class SequenceFailure extends Error {
  override name = 'SequenceFailure';
}

/** Runs one sequence in a workspace of its own, checking everything after every step. */
export async function runSequence(
  db: Db,
  sequence: Sequence,
  figures: Figures = createFigures(),
): Promise<void> {
  const world = await createWorld(db, sequence.start);
  const told: string[] = [];
  figures.sequences += 1;
  for (const step of sequence.steps) {
    world.model.now += 7 * MINUTE;
    const intent = step.intend(world);
    if (intent === null) continue;
    told.push(`${told.length + 1}. ${sayMoment(world, intent.actor)} ${intent.words}`);
    try {
      figures.count(step.verb, await take(world, intent, figures));
    } catch (error) {
      throw new SequenceFailure(`${told.join('\n')}\n\n${textOf(error)}`, { cause: error });
    }
  }
}

async function take(world: World, intent: Intent, figures: Figures): Promise<'done' | 'refused'> {
  const before = world.rows;
  const settle = await attemptOrRefusal(intent);
  settle?.();
  const after = await readRows(world.db, world.workspaceId);
  adopt(world, after);
  world.rows = after;
  for (const check of CHECKS) {
    await check(world, { intent, before, after });
    figures.checks += 1;
  }
  checkUndo(world, { before, after });
  return settle ? 'done' : 'refused';
}

/** Refused exactly when the model says so, and for one of its reasons. */
async function attemptOrRefusal(intent: Intent): Promise<(() => void) | null> {
  const expected = intent.refusals.length === 0 ? 'accepted' : intent.refusals;
  try {
    const settle = await intent.attempt();
    if (intent.refusals.length === 0) return settle;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (intent.refusals.includes(error.code)) return null;
    const actual = `${error.code}: ${error.message}`;
    throw new Broken('refused exactly when the design says so', { expected, actual });
  }
  throw new Broken('refused exactly when the design says so', { expected, actual: 'accepted' });
}

/** Prospects that came by a file get their id from the row that appeared. */
function adopt({ model }: World, after: World['rows']): void {
  const ids = new Set(model.prospects.map(({ id }) => id));
  const appeared = [...after.values()].filter(({ id }) => !ids.has(id));
  for (const prospect of model.prospects.filter(({ id }) => id === '')) {
    const row = appeared.find(({ name }) => name === prospect.name);
    if (row) prospect.id = row.id;
  }
}

function textOf(error: unknown): string {
  if (error instanceof Broken) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
