import { describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { type Actor, openStory, type Story } from '../support/journey.ts';

const database = useDatabase();
const MONDAY = { at: '2026-11-16T12:00' };
const promised = { promised: true, nextRule: { kind: 'agreed' as const } };

async function openOffice() {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  const ben = await story.rep('Ben Okoro');
  const mara = await story.rep('Mara Lind', { isManager: true });
  const at = new Date('2026-11-20T09:00:00Z');
  const step = { nextStep: 'Send pricing', phone: '+1 512 555 0142' };
  await ana.has({ name: 'Dana Reyes', nextOn: '2026-11-20', nextAt: at, ...step, ...promised });
  await ana.has({ name: 'Otto Late', nextOn: '2026-11-12' });
  await ana.has({ name: 'Nia Next', nextOn: '2026-11-24' });
  return { story, ana, ben, mara };
}

async function leaves(story: Story, { id }: Actor, isGone = true): Promise<void> {
  await story.slack.directory.changePerson(id, { deleted: isGone });
  await story.app.settled();
}

describe('a hand-over by command', () => {
  test('says what it gives, gives it, briefs the new owner, and can be undone', async () => {
    const { story, ana, ben, mara } = await openOffice();

    await mara.types('/followup handover @ana to @ben');
    const preview = await mara.reads();
    await mara.presses('Hand over 3');
    await story.moveTo('2026-11-16T12:01');
    const [, done] = await mara.sees();
    const brief = await ben.reads();
    await ben.types('/followup list');
    const bens = await ben.reads();
    await mara.presses('Undo');
    const briefAfterwards = await ben.sees();

    expect(preview).toBe(
      [
        'Hand over Ana Silva’s prospects to Ben Okoro',
        '3 open prospects, 1 promised, 1 overdue.',
        'Dates and promises stay. Ben Okoro gets one message about them.',
        '[Hand over 3 prospects]',
      ].join('\n'),
    );
    expect(done).toContain('Handed over: Ben Okoro has 3 prospects of Ana Silva now.');
    expect(brief).toContain('Mara Lind gave you 3 prospects of Ana Silva.');
    expect(brief).toContain('Dana Reyes, Acme. Fri 20 Nov, 10:00, promised');
    expect(brief).toContain('Send pricing. +1 512 555 0142');
    expect(bens).toContain('Your follow-ups: 3 prospects');
    expect((await mara.sees()).join('\n')).toContain(
      'Undone: 3 prospects are with Ana Silva again.',
    );
    expect(briefAfterwards[0]).toBe(
      'A manager gave you prospects and took them back. There is nothing to do.',
    );
    await ana.types('/followup list');
    expect(await ana.reads()).toContain('Your follow-ups: 3 prospects');
  });

  test('speaks to each in their own language', async () => {
    const story = await openStory(database, MONDAY);
    const ana = await story.rep('Ana Silva');
    const ben = await story.rep('Ben Okoro', { locale: 'de-DE' });
    const mara = await story.rep('Mara Lind', { isManager: true });
    await ana.has({ name: 'Dana Reyes', nextOn: '2026-11-20', ...promised });

    await mara.types('/followup handover @ana to @ben');
    await mara.presses('Hand over 1');
    await story.moveTo('2026-11-16T12:01');
    const [, done] = await mara.sees();
    const brief = await ben.reads();
    await ben.types('/followup handover @ben to @ana');

    expect(done).toContain('Handed over: Ben Okoro has 1 prospect of Ana Silva now.');
    expect(brief).toContain('Mara Lind hat dir einen Interessenten von Ana Silva übergeben.');
    expect(brief).toContain('Dana Reyes, Acme. Fr 20. Nov, zugesagt');
    expect(await ben.reads()).toBe(
      'Nur die Teamleitung kann Interessenten übergeben. Frag dort nach.',
    );
    await mara.presses('Undo');
    expect((await ben.sees())[0]).toBe(
      'Die Teamleitung hat dir Interessenten übergeben und das zurückgenommen. Du musst nichts tun.',
    );
  });

  test('of what is due leaves the rest, and its button works once', async () => {
    const { ana, ben, mara } = await openOffice();

    await mara.types('/followup handover @ana to @ben due');
    const button = await mara.pointsAtButton('Hand over 1');
    await mara.presses('Hand over 1');
    await ana.types('/followup list');
    await ben.types('/followup list');

    expect(button).toMatchObject({ actionId: 'hand_over.confirm' });
    expect(await ana.reads()).toContain('Your follow-ups: 2 prospects');
    expect(await ben.reads()).toContain('Otto Late, Acme');
    await mara.types('/followup handover @ana to @ben due');
    expect(await mara.reads()).toBe('Ana Silva has nothing due: there is nothing to hand over.');
  });

  test.each([
    ['@ben', 'From whom to whom? Write /followup handover @ana to @ben'],
    ['@ana to @ana', 'From whom to whom? These are the same person.'],
    ['Zed to @ben', 'No rep is called “Zed” here.'],
    ['@gus to @ben', 'That person does not use Followup yet.'],
  ])('of %s says what is wrong', async (words, said) => {
    const { story, mara } = await openOffice();
    story.newcomer('Gus Newman');

    await mara.types(`/followup handover ${words}`);

    expect(await mara.reads()).toContain(said);
  });

  test('is a manager’s to do', async () => {
    const { ana } = await openOffice();

    await ana.types('/followup handover @ana to @ben');

    expect(await ana.reads()).toBe('Only a manager can hand over prospects. Ask one of yours.');
  });
});

describe('a rep who leaves', () => {
  test('is told of to the manager the next morning, who hands over in one form', async () => {
    const { story, ana, ben, mara } = await openOffice();

    await leaves(story, ana);
    await story.moveTo('2026-11-17T08:00');
    const notice = await mara.reads();
    await mara.presses('Hand over');
    const form = await mara.modal();
    await mara.submits({ 'New owner': 'Ben' });
    const answer = await mara.modal();
    await story.moveTo('2026-11-17T08:30');

    expect(notice).toBe(
      [
        'Ana Silva has left. 3 open prospects, 1 promised, 1 overdue.',
        'They stay on your list until somebody has them.',
        '[Hand over] [See them]',
      ].join('\n'),
    );
    expect(form?.text).toContain('Ana Silva: 3 open prospects, 1 promised, 1 overdue.');
    expect(answer?.text).toContain('Handed over: Ben Okoro has 3 prospects of Ana Silva now.');
    expect(await ben.reads()).toContain('Otto Late, Acme. 5 days late');
    expect(await ana.sees()).toEqual([]);
  });

  test('and comes back is told of to nobody, nor one who left nothing behind', async () => {
    const { story, ana, ben, mara } = await openOffice();

    await leaves(story, ana);
    await leaves(story, ana, false);
    await leaves(story, ben);
    await story.moveTo('2026-11-17T08:00');

    expect(await mara.sees()).toEqual([]);
  });

  test('leaves a list and a line on Home, to the manager alone', async () => {
    const { story, ana, ben, mara } = await openOffice();
    await leaves(story, ana);

    const home = await mara.opensHome();
    await mara.types('/followup list left');
    const list = await mara.reads();
    await ben.types('/followup list left');

    expect(home).toContain(
      'Ana Silva left Mon 16 Nov: 3 open prospects, 1 promised, 1 overdue. [Hand over]',
    );
    expect(list).toContain('Left behind: 3 prospects');
    expect(list).toContain('Otto Late, Acme. 4 days late, of Ana Silva');
    expect(await ben.reads()).toBe(
      'Only a manager can list what somebody left behind. Ask one of yours.',
    );
    expect(await ben.opensHome()).not.toContain('left');
  });

  test('can be handed over by name, as nobody can mention them any more', async () => {
    const { story, ana, mara } = await openOffice();
    await leaves(story, ana);

    await mara.types('/followup handover Ana Silva to @ben');

    expect(await mara.reads()).toContain('Hand over Ana Silva’s prospects to Ben Okoro');
  });
});

describe('“Give to…” on a card', () => {
  test('gives one prospect, and says who has it now', async () => {
    const { story, ben, mara } = await openOffice();

    await mara.types('/followup show dana');
    await mara.presses('Give to…');
    const form = await mara.modal();
    await mara.submits({ 'New owner': 'Ben' });
    const answer = await mara.modal();
    await story.moveTo('2026-11-16T12:01');

    expect(form?.text).toContain('Owner now: Ana Silva. Date and promise stay.');
    expect(answer?.text).toContain('Ben Okoro has Dana Reyes, Acme now.');
    expect(answer?.text).toContain('Next: Send pricing, Fri 20 Nov, 10:00.');
    expect(await ben.reads()).toContain('Mara Lind gave you a prospect of Ana Silva.');
  });

  test('stands on no card but a manager’s', async () => {
    const { ben } = await openOffice();

    await ben.types('/followup show dana');

    expect(await ben.reads()).not.toContain('Give to');
  });
});
