import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { addDays } from '../../src/domain/local-date.ts';
import { CHANNELS, INTERESTS, OUTCOMES } from '../../src/domain/touch.ts';
import { editTouch } from '../../src/services/edit-touch.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { undoTouch } from '../../src/services/undo-touch.ts';
import { useDatabase } from '../support/database.ts';
import { openDana, type Told } from '../support/editing.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();
const RUNS = 60;
const TIME_LIMIT_MS = 12_000;
const TIMEOUT_MS = 60_000;
const TODAY = '2026-11-17';
const EDITED_AT = '2026-11-17T13:00:00Z';

const inDays = fc.option(fc.integer({ min: 0, max: 9 }), { nil: null });
const toldOf: fc.Arbitrary<Told> = fc
  .record({
    ...{ outcome: fc.constantFrom(...OUTCOMES), channel: fc.constantFrom(...CHANNELS) },
    ...{ daysBack: fc.constantFrom(0, 0, 1, 5), inDays, agreed: fc.boolean() },
    interest: fc.option(fc.constantFrom(...INTERESTS), { nil: null }),
    stopsChannel: fc.boolean(),
  })
  .map(({ daysBack, inDays: days, agreed, stopsChannel, ...told }) => ({
    ...told,
    touchedOn: addDays(TODAY, -daysBack),
    nextOn: days === null ? null : addDays(TODAY, days),
    agreed: agreed && days !== null,
    noReason: 'price' as const,
    stopChannel: stopsChannel ? told.channel : null,
  }));

const START: Record<string, Parameters<typeof createProspect>[2]> = {
  due: { interest: 'warm', snoozes: 2 },
  'in line': { inLine: true, linePosition: 4 },
  promised: { promised: true, nextRule: { kind: 'agreed' }, nextOn: '2026-11-19' },
  lost: {
    ...{ status: 'lost', closedReason: 'timing', nextOn: null, nextAction: null, nextRule: null },
    revisitOn: '2026-12-01',
  },
};

test(
  'an edit of the latest touch leaves what undoing it and logging the other would',
  async () => {
    const stories = fc.record({
      start: fc.constantFrom(...Object.keys(START)),
      earlier: fc.array(toldOf, { maxLength: 2 }),
      ...{ first: toldOf, second: toldOf },
    });
    await fc.assert(
      fc.asyncProperty(stories, async ({ start, earlier, first, second }) => {
        const edited = await openStory(START[start], [...earlier, first]);
        const relogged = await openStory(START[start], [...earlier, first]);
        if (!edited.touchId || !relogged.touchId) return;

        const done = [await editIn(edited, second), await relogIn(relogged, second)];

        expect(done[0]).toBe(done[1]);
        expect(await whatStands(edited)).toEqual(await whatStands(relogged));
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: TIME_LIMIT_MS },
    );
  },
  TIMEOUT_MS,
);

type Story = Awaited<ReturnType<typeof openStory>>;

/** A team of its own, in which all of this was logged on Tuesday, an hour after another. */
async function openStory(start: Parameters<typeof createProspect>[2], told: Told[]) {
  const desk = await openDana(database.db, { email: 'dana@acme.example', ...start });
  const twin = await createProspect(database.db, desk.ben, { email: 'dana@acme.example' });
  let touchId: string | null = null;
  for (const [hour, each] of told.entries()) {
    touchId = null;
    const ctx = desk.by(desk.ana, `2026-11-17T0${6 + hour}:00:00Z`);
    await refusable(async () => {
      touchId = (await desk.log(each, ctx)).touch.id;
    });
  }
  // Safe because the loop above assigns it in a closure, which narrowing does not see.
  return { ...desk, twin, touchId: touchId as string | null };
}

function editIn({ by, dana, ana, touchId }: Story, told: Told) {
  const ctx = by(ana, EDITED_AT);
  return refusable(() => editTouch(ctx, { ...told, prospectId: dana.id, touchId: touchId ?? '' }));
}

function relogIn({ by, dana, ana, touchId }: Story, told: Told) {
  const ctx = by(ana, EDITED_AT);
  return refusable(() =>
    ctx.db.transaction(async (db) => {
      await undoTouch({ ...ctx, db }, { touchId: touchId ?? '' });
      await logTouch({ ...ctx, db }, { ...told, prospectId: dana.id });
    }),
  );
}

async function refusable(verb: () => Promise<unknown>): Promise<string> {
  try {
    await verb();
    return 'done';
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

/** All that is seen of both entries, without ids and moments. */
async function whatStands({ stored, touchesOf, hashes, twin }: Story) {
  const touches = (await touchesOf()).filter(({ undoneAt }) => undoneAt === null);
  return {
    prospect: bare(await stored()),
    twin: bare(await stored(twin.id)),
    touches: touches.map(({ touchedAt, ...touch }) => ({
      ...bare(touch),
      isHourKnown: touchedAt !== null,
    })),
    hashes: (await hashes()).length,
  };
}

function bare(row: Record<string, unknown>) {
  const { id, workspaceId, prospectId, ownerId, repId, createdAt, editedAt, ...rest } = row;
  return rest;
}
