import { describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { openDana } from '../support/editing.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();
const call = { channel: 'call', outcome: 'no_answer' } as const;
const spoke = { channel: 'call', outcome: 'spoke' } as const;
const PROMISED = {
  ...{ promised: true, nextOn: '2026-11-17', nextStep: 'Send pricing' },
  nextRule: { kind: 'agreed' as const },
};

describe('the latest touch', () => {
  test('keeps its id, replans and says what it was', async () => {
    const { log, edit, touchesOf, historyOf } = await openDana(database.db);
    const { touch } = await log(call);

    const changed = await edit(touch.id, { ...spoke, note: 'By phone.' });

    expect(changed.touch).toMatchObject({ id: touch.id, ...spoke, note: 'By phone.' });
    expect(changed.touch.editedAt).not.toBeNull();
    expect(changed.prospect.standing.next).toMatchObject({ on: '2026-11-20', action: 'continue' });
    expect(changed.edit).toEqual({
      was: { ...call, touchedOn: '2026-11-17', noReason: null },
      parts: ['note'],
      isLatest: true,
    });
    expect(await touchesOf()).toHaveLength(1);
    const [, last] = await historyOf();
    expect(last).toMatchObject({ verb: 'edit', touchId: touch.id, version: 3 });
    expect(last?.before).toMatchObject({ next: { on: '2026-11-19' } });
    expect(last?.after).toMatchObject({ next: { on: '2026-11-20' } });
    expect(last?.touchBefore).toMatchObject({ ...call, note: null });
    expect(last?.touchAfter).toMatchObject({ ...spoke, note: 'By phone.' });
  });

  test('keeps its next step when only words change, a past day of it included', async () => {
    const { log, edit, by, ana, stored } = await openDana(database.db);
    const { touch } = await log({ ...spoke, nextOn: '2026-11-18', agreed: true });
    const before = await stored();

    const told = { ...spoke, nextOn: '2026-11-18', agreed: true, note: 'x' };
    await edit(touch.id, told, by(ana, '2026-11-20T09:00:00Z'));

    expect(await stored()).toEqual(before);
  });

  test('edited with the same values changes nothing, not even its history', async () => {
    const { log, edit, stored, touchesOf, historyOf } = await openDana(database.db);
    const { touch } = await log({ ...call, note: 'x', points: 'y' });
    const before = [await stored(), await touchesOf(), await historyOf()];

    const same = await edit(touch.id, { ...call, note: 'x', points: 'y' });

    expect([await stored(), await touchesOf(), await historyOf()]).toEqual(before);
    expect(same).toMatchObject({ contacts: 1, edit: { parts: [] } });
  });

  test('takes back an interest it no longer tells', async () => {
    const { log, edit, stored } = await openDana(database.db, { interest: 'warm' });
    const { touch } = await log({ ...call, interest: 'hot' });

    await edit(touch.id, call);

    expect((await stored()).interest).toBe('warm');
  });

  test('moved to another day is counted, kept and scored by that day', async () => {
    const { log, edit, touchesOf } = await openDana(database.db, PROMISED);
    const { touch } = await log(spoke);
    expect(touch).toMatchObject({ answeredPromise: true, promiseKept: true, scores: true });

    await edit(touch.id, { ...spoke, touchedOn: '2026-11-09' });

    expect(await touchesOf()).toMatchObject([
      { touchedOn: '2026-11-09', touchedAt: null, scores: false, answeredPromise: false },
    ]);
  });

  test('is judged by the day it was logged, not by the day of the edit', async () => {
    const { log, edit, by, ana } = await openDana(database.db);
    const { touch } = await log({ ...call, touchedOn: '2026-11-16' });

    const changed = await edit(
      touch.id,
      { ...spoke, touchedOn: '2026-11-16' },
      by(ana, '2026-11-24T08:00:00Z'),
    );

    expect(changed.touch.scores).toBe(true);
    // Three working days after Monday are over: no proposal lies in the past.
    expect(changed.prospect.standing.next?.on).toBe('2026-11-24');
  });

  test('inside the pest guard keeps its verdict, and loses it when it was theirs', async () => {
    const { log, edit, by, ben } = await openDana(database.db);
    await log(call, by(ben, '2026-11-16T09:00:00Z'));
    const { touch } = await log(call);

    const other = await edit(touch.id, { ...call, outcome: 'sent' });
    const theirs = await edit(touch.id, { ...call, outcome: 'they_got_in_touch' });

    expect(other).toMatchObject({ touch: { scores: false }, warning: { repId: ben.id } });
    expect(theirs).toMatchObject({ touch: { scores: true }, warning: null });
  });

  test.each([
    ['touchedOn', 'This was logged on Tue 17 Nov.', { ...call, touchedOn: '2026-11-18' }],
    ['touchedOn', 'within the 30 days before', { ...call, touchedOn: '2026-10-01' }],
    ['nextOn', 'That day is past.', { ...spoke, nextOn: '2026-11-16' }],
    ['nextOn', 'When did they ask', { channel: 'call', outcome: 'not_now' }],
    ['noReason', 'Why did they say No?', { channel: 'call', outcome: 'no' }],
  ] as const)('is refused at %s: %s', async (field, sentence, told) => {
    const { log, edit } = await openDana(database.db);
    const { touch } = await log(call);

    const refused = edit(touch.id, told);

    await expect(refused).rejects.toThrow(sentence);
    await expect(refused).rejects.toMatchObject({ field });
  });
});

describe('a touch with something after it', () => {
  /** Ana's calls of Monday 16 and Tuesday 17 November. */
  async function setUp() {
    const desk = await openDana(database.db);
    const { touch } = await desk.log(call, desk.by(desk.ana, '2026-11-16T09:00:00Z'));
    const later = await desk.log(call, desk.by(desk.ana, '2026-11-17T09:00:00Z'));
    return { ...desk, touch, later: later.touch };
  }
  const LATER = '2026-11-17T10:00:00Z';

  test('changes as a fact, and the next step stays', async () => {
    const { edit, by, ana, touch, stored, historyOf } = await setUp();
    const before = await stored();

    const changed = await edit(
      touch.id,
      { channel: 'email', outcome: 'sent', touchedOn: '2026-11-13', nextOn: '2026-12-24' },
      by(ana, LATER),
    );

    expect(await stored()).toEqual(before);
    expect(changed).toMatchObject({
      touch: { channel: 'email', outcome: 'sent', touchedOn: '2026-11-13' },
      contacts: 2,
      edit: { isLatest: false, was: { ...call, touchedOn: '2026-11-16' } },
    });
    const last = (await historyOf()).at(-1);
    expect(last).toMatchObject({ verb: 'edit', touchId: touch.id });
    expect(last?.before).toEqual(last?.after);
  });

  test('gives the score back that it cost the next one', async () => {
    const { edit, by, ana, touch, later, touchesOf } = await setUp();
    expect(later.scores).toBe(false);

    const changed = await edit(touch.id, { ...call, outcome: 'they_got_in_touch' }, by(ana, LATER));

    expect(await touchesOf()).toMatchObject([{ scores: true }, { id: later.id, scores: true }]);
    expect(changed.contacts).toBe(1);
  });

  test('judges the promise it answered by its new day', async () => {
    const desk = await openDana(database.db, { ...PROMISED, nextOn: '2026-11-12' });
    const { touch } = await desk.log({ ...spoke, touchedOn: '2026-11-12' });
    await desk.log(call, desk.by(desk.ana, LATER));

    await desk.edit(touch.id, { ...spoke, touchedOn: '2026-11-16' }, desk.by(desk.ana, LATER));

    expect((await desk.touchesOf())[0]).toMatchObject({
      ...{ answeredOn: '2026-11-12', promiseKept: false },
    });
  });

  test('does not stand in the way of undoing the one after it', async () => {
    const { edit, undo, by, ana, touch, later, stored } = await setUp();
    await edit(touch.id, { ...call, note: 'x' }, by(ana, LATER));

    await undo(later.id, by(ana, LATER));

    expect((await stored()).nextOn).toBe('2026-11-18');
  });

  test.each([
    ['into a Yes', { channel: 'call', outcome: 'yes' }, 'this cannot become a Yes'],
    ['into a No', { channel: 'call', outcome: 'no', noReason: 'price' }, 'cannot become a No'],
    ['into a stop', { channel: 'call', outcome: 'stop' }, 'this cannot become a stop'],
  ] as const)('cannot be edited %s', async (_what, told, sentence) => {
    const { edit, touch, by, ana, touchesOf } = await setUp();

    const refused = edit(touch.id, told, by(ana, LATER));

    await expect(refused).rejects.toThrow(sentence);
    await expect(refused).rejects.toMatchObject({ field: 'outcome' });
    expect((await touchesOf())[0]).toMatchObject({ outcome: 'no_answer', editedAt: null });
  });

  test.each([
    ['a Yes', { channel: 'call', outcome: 'yes' }, 'so this stays a Yes'],
    ['a No', { channel: 'call', outcome: 'no', noReason: 'price' }, 'so this stays a No'],
    ['a stop', { channel: 'call', outcome: 'stop' }, 'so this stays a stop'],
  ] as const)('and %s stays one', async (_what, told, sentence) => {
    const { log, edit, by, ana } = await openDana(database.db);
    const { touch } = await log(told);
    await log({ channel: 'email', outcome: 'they_got_in_touch' }, by(ana, LATER));

    await expect(edit(touch.id, call, by(ana, LATER))).rejects.toThrow(sentence);
  });

  test('of a No may get another reason and lesson: the prospect’s follows', async () => {
    const { log, edit, by, ana, stored } = await openDana(database.db);
    const no = { channel: 'call', outcome: 'no', noReason: 'price' } as const;
    const { touch } = await log({ ...no, revisitOn: '2027-03-01' });
    await log({ channel: 'email', outcome: 'they_got_in_touch' }, by(ana, LATER));
    const before = await stored();

    await edit(touch.id, { ...no, noReason: 'timing', lesson: 'Ask early.' }, by(ana, LATER));

    expect(await stored()).toEqual({ ...before, closedReason: 'timing' });
  });

  test('of theirs cannot become one of ours where they had asked us to stop', async () => {
    const { log, edit, by, ana } = await openDana(database.db);
    await log({ channel: 'email', outcome: 'stop' });
    const theirs = { channel: 'email', outcome: 'they_got_in_touch' } as const;
    const { touch } = await log(theirs, by(ana, '2026-11-17T09:00:00Z'));
    await log(theirs, by(ana, LATER));

    await expect(edit(touch.id, call, by(ana, LATER))).rejects.toThrow('They asked us to stop');
  });
});

describe('who may change what', () => {
  test('a colleague’s touch is a manager’s to change, and stays the colleague’s', async () => {
    const { log, edit, by, ana, ben, mara } = await openDana(database.db);
    const { touch } = await log(call);

    await expect(edit(touch.id, spoke, by(ben))).rejects.toThrow('Only the one who logged a touch');
    const changed = await edit(touch.id, spoke, by(mara, '2027-02-01T09:00:00Z'));

    expect(changed.touch).toMatchObject({ repId: ana.id, outcome: 'spoke' });
  });

  test('one’s own can be changed for seven days', async () => {
    const { log, edit, by, ana } = await openDana(database.db);
    const { touch } = await log(call);

    await edit(touch.id, spoke, by(ana, '2026-11-24T22:59:00Z'));
    const tooLate = edit(touch.id, call, by(ana, '2026-11-24T23:00:00Z'));

    await expect(tooLate).rejects.toThrow(
      'This was logged on Tue 17 Nov. You can change your own touches for 7 days; ask a manager.',
    );
  });

  test('an undone one is gone', async () => {
    const { log, edit, undo } = await openDana(database.db);
    const { touch } = await log(call);
    await undo(touch.id);

    await expect(edit(touch.id, spoke)).rejects.toThrow('This touch was undone.');
  });

  test('a Yes is the owner’s and the managers’ to make of it', async () => {
    const { log, edit, by, ben } = await openDana(database.db);
    const { touch } = await log(call, by(ben));

    await expect(edit(touch.id, { channel: 'call', outcome: 'yes' }, by(ben))).rejects.toThrow(
      'only the owner or a manager can log the Yes',
    );
  });

  test.each(['nonsense', '00000000-0000-4000-8000-000000000000'])('%s is not here', async (id) => {
    const { edit } = await openDana(database.db);

    await expect(edit(id, call)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('two at once', () => {
  test('one edit stands and the other is told', async () => {
    const { log, edit, by, mara, touchesOf } = await openDana(database.db);
    const { touch, prospect } = await log(call);
    const { version } = prospect;

    const done = await Promise.allSettled([
      edit(touch.id, { ...spoke, version }),
      edit(touch.id, { ...call, outcome: 'sent', version }, by(mara)),
    ]);

    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [refused] = done.filter((each) => each.status === 'rejected');
    expect(String(refused?.reason)).toContain('This changed meanwhile');
    expect(await touchesOf()).toHaveLength(1);
  });

  test('an edit and an undo leave no half of either', async () => {
    const { log, edit, undo, stored, touchesOf } = await openDana(database.db);
    const before = await stored();
    const { touch } = await log(call);

    await Promise.allSettled([edit(touch.id, spoke), undo(touch.id)]);

    expect((await touchesOf())[0]?.undoneAt).not.toBeNull();
    expect(await stored()).toEqual(before);
  });
});

describe('a touch logged with the wrong person', () => {
  test('moves: undone there, logged here', async () => {
    const { db, ana, log, edit, stored, touchesOf } = await openDana(database.db);
    const tom = await createProspect(db, ana, { name: 'Tom Okafor' });
    const before = await stored();
    const { touch } = await log(call);

    const moved = await edit(touch.id, { ...spoke, prospectId: tom.id });

    expect(await stored()).toEqual(before);
    expect(moved).toMatchObject({ touch: { prospectId: tom.id, ...spoke }, contacts: 1 });
    expect(moved.edit).toBeUndefined();
    expect(await touchesOf(tom.id)).toHaveLength(1);
  });

  test('but not by a manager for somebody else', async () => {
    const { db, ana, mara, by, log, edit, touchesOf } = await openDana(database.db);
    const tom = await createProspect(db, ana, { name: 'Tom Okafor' });
    const { touch } = await log(call);

    const refused = edit(touch.id, { ...call, prospectId: tom.id }, by(mara));

    await expect(refused).rejects.toMatchObject({ field: 'prospectId' });
    expect(await touchesOf(tom.id)).toEqual([]);
  });
});
