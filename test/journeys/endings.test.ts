import { describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();
const MONDAY = { at: '2026-11-16T12:00' };
const PHONE = { phone: '+1 512 555 0142', phoneKey: '+15125550142' };
const closed = { nextOn: null, nextAction: null, nextChannel: null, nextRule: null };

/** Tuesday morning: Dana is Ana's; Eli, who has her phone, is Ben's. Mara manages. */
async function wake(change: Record<string, unknown> = {}) {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  const ben = await story.rep('Ben Okoro');
  const mara = await story.rep('Mara Lind', { isManager: true });
  await ana.has({ email: 'dana@acme.example', ...PHONE, ...change });
  await ana.has({ name: 'Tom Okafor', company: 'Birch' });
  await ben.has({ name: 'Eli Reyes', ...PHONE });
  await story.moveTo('2026-11-17T08:30');
  return { story, ana, ben, mara };
}

async function stopDana(ana: Awaited<ReturnType<typeof wake>>['ana'], scope?: string) {
  await ana.chooses('Dana Reyes', 'More…');
  const form = { 'What happened': 'Asked us to stop', How: scope ? 'Call' : 'Email' };
  await ana.submits(scope ? { ...form, 'What should stop': scope } : form);
}

describe('a stop', () => {
  test('refuses everybody until a manager lifts it with a reason; then it is due today', async () => {
    const { ana, ben, mara } = await wake();
    await stopDana(ana);
    const row = await ana.row('Dana Reyes');
    await ben.types('/followup log dana reyes: called, no answer');
    const refused = await ben.reads();
    await ben.types('/followup show dana reyes');
    const seenByBen = await ben.reads();

    await mara.types('/followup show dana reyes');
    const seenByMara = await mara.reads();
    await mara.presses('Lift the stop…');
    const form = await mara.modal();
    const empty = await mara.tries({ Reason: ' ' });
    await mara.submits({ Reason: 'She asked for a quote.' });

    expect(row).toContain('Out of every digest, list and proposal, at once.');
    expect(refused).toContain('They asked us to stop on 17 Nov (Ana Silva).');
    expect(seenByBen).toContain('A manager can lift that.');
    expect(seenByBen).not.toContain('Lift the stop');
    expect(seenByMara).toContain('They asked us to stop on 17 Nov (Ana Silva).');
    expect(form?.text).toContain('Dana Reyes, Acme. They asked us to stop on 17 Nov (Ana Silva).');
    expect(Object.values(empty.errors).join() + (empty.problem ?? '')).not.toBe('');
    expect(await mara.reads()).toBe(
      'Stop lifted: Dana Reyes, Acme.\nNext: call Tue 17 Nov (the stop was lifted).\n[Log a touch]',
    );
    expect(await ana.row('Dana Reyes')).toContain('Dana Reyes, Acme. Due today\nCall.');
    await ana.types('/followup show dana reyes');
    expect(await ana.reads()).toContain(
      'Stop lifted on Tue 17 Nov (Mara Lind): She asked for a quote.',
    );
  });

  test('for one channel is lifted the same way, and the day stays', async () => {
    const { ana, mara } = await wake();
    await stopDana(ana, 'Only the channel chosen under How');
    await mara.types('/followup show dana reyes');
    const before = await mara.reads();

    await mara.presses('Lift the stop…');
    await mara.submits({ Reason: 'A misunderstanding.' });

    expect(before).toContain('They asked us not to use: call.');
    expect(await mara.reads()).toContain('Stop lifted: Dana Reyes, Acme.\nCall is allowed again.');
  });
});

describe('who shares the phone of somebody stopped', () => {
  test('is held until a manager says it is somebody else, from the card', async () => {
    const { ana, ben, mara } = await wake();
    await stopDana(ana);
    const row = await ben.row('Eli Reyes');
    await ben.types('/followup list');
    const list = await ben.reads();
    await ben.types('/followup log eli reyes: called, no answer');
    const refused = await ben.reads();
    await mara.types('/followup show eli reyes');
    const card = await mara.reads();

    await mara.presses('Somebody else');

    expect(row).toContain('Eli Reyes, Acme. Due today\nHeld: same phone as somebody who asked');
    expect(list).toContain('Eli Reyes, Acme. Today\nHeld: same phone as');
    expect(refused).toContain('Same phone as Dana Reyes, who asked us to stop on 17 Nov');
    expect(refused).toContain('A manager has to say whether it is the same person.');
    expect(card).toContain('[Same person: stop] [Somebody else: carry on]');
    expect(await mara.reads()).not.toContain('Same person');
    expect(await ben.row('Eli Reyes, Acme. Due today')).toContain('Call again.');
    await ben.types('/followup log eli reyes: called, no answer');
    expect(await ben.reads()).toContain('Logged: call, no answer.');
  });

  test('is stopped when it is the same person, from Home', async () => {
    const { ana, ben, mara } = await wake();
    await stopDana(ana);
    const home = await mara.opensHome();

    await mara.presses('Look', { where: 'home' });
    const list = await mara.modal();
    await mara.presses('Same person', { where: 'modal' });

    expect(home).toContain('Held for you: 1.');
    expect(list?.text).toContain('Eli Reyes, Acme');
    expect((await mara.modal())?.text).toContain('Eli Reyes, Acme: the same person. Stopped');
    expect((await mara.modal())?.text).toContain('Held for a manager\nNobody waits for your word.');
    expect(await mara.home()).not.toContain('Held for you');
    expect(await ben.row('Eli Reyes')).not.toContain('Due today');
    await ben.types('/followup log eli reyes: called, no answer');
    expect(await ben.reads()).toContain('They asked us to stop on 17 Nov (Mara Lind).');
  });

  test('is listed for managers only', async () => {
    const { ana, ben, mara } = await wake();
    await stopDana(ana);

    await ben.types('/followup held');
    await mara.types('/followup held');

    expect(await ben.reads()).toBe('Only a manager can say who it is. Ask one of yours.');
    expect(await mara.reads()).toContain('Held for a manager: 1 prospect');
    await mara.presses('Somebody else');
    expect(await mara.reads()).toContain('Eli Reyes, Acme: somebody else. Carry on');
  });
});

describe('not a prospect', () => {
  test('is one tap in the digest, and undone on the row', async () => {
    const { ana } = await wake();

    await ana.chooses('Dana Reyes', 'Duplicate');
    const row = await ana.row('Dana Reyes');
    const head = (await ana.reads()).split('\n')[0];
    await ana.presses('Undo', { row: 'Dana Reyes' });

    expect(row).toBe('Dana Reyes, Acme. Not a prospect (duplicate).\nOut of every list. [Undo]');
    expect(head).toBe('Tue 17 Nov. 1 of 2 done.');
    expect(await ana.row('Dana Reyes')).toContain('Dana Reyes, Acme. Due today');
  });

  test('is one tap on the card, and undone on the answer', async () => {
    const { ana } = await wake();
    await ana.types('/followup show dana reyes');

    await ana.chooses('Not a prospect', 'Company gone');
    const said = await ana.reads();
    await ana.presses('Undo');

    expect(said).toBe(
      'Not a prospect (company gone): Dana Reyes, Acme.\nOut of every list, insight and score.\n[Undo]',
    );
    expect(await ana.reads()).toContain('Undone: Dana Reyes, Acme.\nStands as before: call again');
  });

  test('is answered in a window on Home, with its undo', async () => {
    const { ana } = await wake();
    await ana.opensHome();

    await ana.chooses('Dana Reyes', 'Added by mistake', 'home');
    const said = (await ana.modal())?.text;
    const home = await ana.home();
    await ana.presses('Undo', { where: 'modal' });

    expect(said).toContain('Not a prospect (added by mistake): Dana Reyes, Acme.');
    expect(home).not.toContain('Dana Reyes');
    expect((await ana.modal())?.text).toContain('Undone: Dana Reyes, Acme.');
    expect(await ana.home()).toContain('Dana Reyes');
  });
});

describe('re-opening', () => {
  const lost = { ...closed, status: 'lost', closedReason: 'price' } as const;
  const none = { ...closed, status: 'not_a_prospect', closedReason: 'duplicate' } as const;

  test.each([
    ['who was lost', lost, 'Lost (price)', 'ask again, as they wanted, Tue 17 Nov (re-opened)'],
    ['what was no prospect', none, 'Not a prospect (duplicate)', 'call Tue 17 Nov (re-opened)'],
  ])('%s from the card makes it due today', async (_what, change, status, next) => {
    const { ana } = await wake(change);
    await ana.types('/followup show dana reyes');
    const card = await ana.reads();

    await ana.presses('Re-open');

    expect(card).toContain(`${status}, no contact yet, owner you.`);
    expect(await ana.reads()).toBe(
      `Re-opened: Dana Reyes, Acme.\nNext: ${next}.\n[Undo] [Log a touch]`,
    );
    await ana.presses('Undo');
    expect(await ana.reads()).toContain('Undone: Dana Reyes, Acme.\nStands as before. ');
  });

  test('is offered to the owner and managers only', async () => {
    const { ben, mara } = await wake(lost);

    await ben.types('/followup show dana reyes');
    await mara.types('/followup show dana reyes');

    expect(await ben.reads()).not.toContain('Re-open');
    expect(await mara.reads()).toContain('[Re-open]');
  });

  test('by name does it at once, or asks which', async () => {
    const { ana } = await wake(lost);
    await ana.types('/followup reopen dana reyes');
    const one = await ana.reads();
    await ana.presses('Undo');
    await ana.has({ name: 'Dana Berg', company: 'Elm', ...none });

    await ana.types('/followup reopen dana');
    const which = await ana.reads();
    await ana.presses('Re-open', { row: 'Dana Berg' });

    expect(one).toContain('Re-opened: Dana Reyes, Acme.');
    expect(which).toContain('Which “dana”?');
    expect(which).toContain('Dana Berg, Elm. Not a prospect (duplicate). [Re-open]');
    expect(await ana.reads()).toContain('Re-opened: Dana Berg, Elm.');
  });
});
