import { describe, expect, test } from 'vitest';
import { editTouch } from '../../src/services/edit-touch.ts';
import { getEditableTouch } from '../../src/services/get-editable-touch.ts';
import { keepTouch, loadKeptTouch } from '../../src/services/kept-touch.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { hashOf, once } from '../../src/services/once.ts';
import { previewTouch } from '../../src/services/preview-touch.ts';
import { showProspect } from '../../src/services/show-prospect.ts';
import { undoTouch } from '../../src/services/undo-touch.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();
const call = { channel: 'call', outcome: 'no_answer' } as const;

async function setUp(change: Parameters<typeof createProspect>[2] = {}) {
  const { db } = database;
  const team = await createSalesTeam(db);
  const dana = await createProspect(db, team.ana, change);
  return { db, ...team, dana, prospectId: dana.id };
}

describe('a card', () => {
  test('holds the touches that stand, newest first, and counts imported contacts', async () => {
    const { db, ana, ben, prospectId } = await setUp({ importedContacts: 3 });
    await logTouch(acting(db, ana, '2026-11-12T09:00:00Z'), { prospectId, ...call });
    await logTouch(acting(db, ben, '2026-11-16T09:00:00Z'), { prospectId, ...call, note: 'x' });
    const { touch } = await logTouch(acting(db, ana), { prospectId, ...call });
    await undoTouch(acting(db, ana), { touchId: touch.id });

    const card = await showProspect(acting(db, ana), { prospectId });

    expect(card.touches.map(({ touchedOn }) => touchedOn)).toEqual(['2026-11-16', '2026-11-12']);
    expect(card.contacts).toBe(5);
    expect(card.warning).toMatchObject({ name: 'Ben Haas', betterFrom: '2026-11-18' });
    expect([card.nameOf(ana.id), card.nameOf(ben.id)]).toEqual(['You', 'Ben Haas']);
  });
});

describe('a preview', () => {
  test('proposes what logging would do, and does nothing', async () => {
    const { db, ana, prospectId } = await setUp();
    const preview = () => previewTouch(acting(db, ana), { prospectId, ...call, interest: null });

    const { plan } = await preview();

    expect(plan.standing.next).toMatchObject({ on: '2026-11-19' });
    expect((await preview()).prospect).toMatchObject({ version: 1 });
    const logged = await logTouch(acting(db, ana), { prospectId, ...call });
    expect(logged.prospect.standing).toEqual(plan.standing);
  });

  test.each([
    ['hot', '2026-11-19'],
    ['cold', '2026-11-20'],
  ] as const)('after a conversation with somebody %s', async (interest, on) => {
    const { db, ana, prospectId } = await setUp();
    const spoke = { channel: 'call', outcome: 'spoke', interest } as const;

    const { plan } = await previewTouch(acting(db, ana), { prospectId, ...spoke });

    expect(plan.standing.next?.on).toBe(on);
  });
});

test('a preview of a change proposes what the edit does', async () => {
  const { db, ana, prospectId } = await setUp();
  const told = { ...call, touchedOn: '2026-11-13' };
  const { touch } = await logTouch(acting(db, ana), { prospectId, ...told });
  const spoke = { channel: 'email', outcome: 'spoke' } as const;
  const replaces = await getEditableTouch(acting(db, ana), { touchId: touch.id });

  const { plan } = await previewTouch(acting(db, ana), {
    ...{ prospectId, ...spoke, interest: null, replaces },
  });

  const input = { ...told, ...spoke, prospectId, touchId: touch.id };
  const edited = await editTouch(acting(db, ana), input);
  expect(plan.standing).toEqual(edited.prospect.standing);
  expect(plan.standing.next?.on).toBe('2026-11-18');
});

describe('a kept touch', () => {
  test('is answered anew to a repeated request, as the prospect stands now', async () => {
    const { db, ana, prospectId } = await setUp();
    const request = { key: 'view:V1', hash: hashOf({ prospectId, ...call }) };
    const submit = () =>
      once(acting(db, ana), request, async (ctx) =>
        keepTouch(await logTouch(ctx, { prospectId, ...call })),
      );
    const first = await submit();

    const again = await loadKeptTouch(acting(db, ana), await submit());

    expect(again).toMatchObject({
      ...{ touch: { id: first.touchId }, contacts: 1, promise: null, movedFrom: null },
      ...{ warning: null, prospect: { id: prospectId, version: 2 } },
    });
    expect((await showProspect(acting(db, ana), { prospectId })).touches).toHaveLength(1);
  });
});
