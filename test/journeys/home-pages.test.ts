import { describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';
import { sendPayload } from '../support/signed.ts';

const database = useDatabase();
const quiet = {
  nextAction: 'send_useful' as const,
  nextChannel: 'email' as const,
  nextRule: { kind: 'nurture' as const, days: 21 },
};
const promised = { promised: true, nextRule: { kind: 'agreed' as const } };

/** Ana with three due, seventeen on Thursday and sixteen quiet ones; Ben with one on Thursday. */
async function openDesk() {
  const story = await openStory(database, { at: '2026-11-17T10:00' });
  const ana = await story.rep('Ana Silva');
  const ben = await story.rep('Ben Okoro');
  for (let n = 1; n <= 3; n++) await ana.has({ name: `Due ${n}` });
  for (let n = 1; n <= 17; n++) {
    await ana.has({ name: `Week ${n}`, nextOn: '2026-11-19', linePosition: n });
  }
  for (let n = 1; n <= 16; n++) {
    const nextOn = `2026-12-${String(n).padStart(2, '0')}`;
    await ana.has({ name: `Quiet ${n}`, nextOn, ...quiet });
  }
  await ben.has({ name: 'Of Ben', nextOn: '2026-11-19' });
  return { story, ana, ben };
}

describe('App Home', () => {
  test('turns to the week and its next page, and stays there after a log from a row', async () => {
    const { ana } = await openDesk();
    const start = await ana.opensHome();

    await ana.presses('This week 17', { where: 'home' });
    const week = await ana.home();
    await ana.presses('Next 2', { where: 'home' });
    const second = await ana.home();
    await ana.presses('Log', { row: 'Week 17, Acme', where: 'home' });
    await ana.submits({ 'What happened': 'We spoke or met' });
    const logged = await ana.home();

    expect(start).toContain('[Today 3] [This week 17] [Nurture 16] [All 36] [Recent]');
    expect(start).toContain('This week, 17 [Show all 17]\nThu 19 Nov, 17\nWeek 1, Acme');
    expect(start).toContain('Nurture, 16 [Show all 16]\nQuiet 1, Acme. Tue 1 Dec');
    expect(week).toContain('This week, 1 to 15 of 17\nThu 19 Nov, 17\nWeek 1, Acme');
    expect(week).not.toContain('Week 16, Acme');
    expect(second).toContain('This week, 16 to 17 of 17\nThu 19 Nov, 17\nWeek 16, Acme');
    expect(second).toContain('[Previous 15]');
    expect((await ana.modal())?.text).toContain('Next: carry on the conversation Fri 20 Nov');
    expect(logged).toContain('This week, 16 to 17 of 17\nThu 19 Nov, 16\nWeek 16, Acme');
    expect(logged).toContain('Fri 20 Nov, 1\nWeek 17, Acme');
  });

  test('lands on the last page when the one it stood on is gone', async () => {
    const { ana } = await openDesk();
    await ana.opensHome();
    await ana.presses('Show all 16', { where: 'home' });
    await ana.presses('Next 1', { where: 'home' });
    const last = await ana.home();

    await ana.presses('Log', { row: 'Quiet 16, Acme', where: 'home' });
    await ana.submits({ 'What happened': 'We spoke or met' });

    expect(last).toContain('Nurture, 16 of 16\nQuiet 16, Acme. Wed 16 Dec');
    expect(await ana.home()).toContain('Nurture, 15\nQuiet 1, Acme. Tue 1 Dec');
  });

  test('keeps its page when something is logged elsewhere, and is fresh', async () => {
    const { story, ana } = await openDesk();
    await ana.opensHome();
    await ana.presses('All 36', { where: 'home' });

    await ana.types('/followup log Due 1');
    await ana.submits({ 'What happened': 'No', Reason: 'Price' });
    const afterCommand = await ana.home();
    await ana.types('Due 2: asked us to stop');
    await ana.opensHome();
    const reopened = await ana.home();
    story.clock.set('2026-11-18T07:00');
    const nextMorning = await ana.opensHome();

    expect(afterCommand).toContain('All, 1 to 15 of 35');
    expect(reopened).toContain('All, 1 to 15 of ');
    expect(nextMorning).toContain('Wed 18 Nov.');
    expect(nextMorning).toContain('My numbers');
  });

  test('keeps its page through the window a row opens', async () => {
    const { ana } = await openDesk();
    for (let n = 4; n <= 12; n++) await ana.has({ name: `Due ${n}` });
    await ana.opensHome();
    await ana.presses('Next 2', { where: 'home' });

    await ana.chooses('Acme. Due today', 'No answer', 'home');
    const logged = await ana.home();
    await ana.presses('Undo', { where: 'modal' });

    expect(logged).toContain('Today, 11 of 11');
    expect(await ana.home()).toMatch(/Today, 1[12] (to 12 )?of 12/);
  });

  test('shows whoever forges a button their own rows, and nothing else', async () => {
    const { story, ana, ben } = await openDesk();
    await ana.opensHome();
    await ben.opensHome();
    /** Presses a button and sends the same click once more with another value. */
    const forge = async (value: string) => {
      await ben.presses('This week 1', { where: 'home' });
      const traffic = await story.slack.control.traffic({});
      const sent = traffic.findLast(({ title }) => title.includes('block_actions'));
      const click = JSON.stringify(sent?.request);
      const other = click.replaceAll('"1.week.0"', JSON.stringify(value));
      expect(other).not.toBe(click);
      await sendPayload(story.events, JSON.parse(other));
      await story.app.settled();
      return ben.home();
    };

    expect(await forge('1.week.900')).toContain('This week, 1\nThu 19 Nov, 1\nOf Ben, Acme');
    expect(await forge('1.all.999999')).toContain('All, 1\nOf Ben, Acme. Thu 19 Nov');
    await forge(`1.week.0.${ana.rep.id}`);
    expect((await ben.modal())?.text).toBe('This button is too old. Open App Home again.');
    expect(await ben.home()).toContain('This week, 1\nThu 19 Nov, 1\nOf Ben');
    expect(await ana.home()).toContain('This week, 17');
  });

  test('has no way to the team for who does not manage', async () => {
    const { ana } = await openDesk();

    const home = await ana.opensHome();

    expect(home).not.toContain('Cracks');
    expect(home).not.toContain('Team settings');
  });
});

test('a manager sees the team’s cracks and its settings', async () => {
  const story = await openStory(database, { at: '2026-11-19T12:00' });
  const ben = await story.rep('Ben Okoro');
  const mara = await story.rep('Mara Lind', { isManager: true });
  await ben.has({ name: 'Dana Reyes', nextOn: '2026-11-10', ...promised });
  await story.moveTo('2026-11-20T08:30');
  await story.moveTo('2026-11-23T08:00');

  const home = await mara.opensHome();
  await mara.presses('See', { where: 'home' });
  const cracks = await mara.modal();
  await mara.presses('See', { row: '', where: 'modal' });
  const seen = await mara.modal();
  await mara.closes();
  await mara.presses('Nudge', { where: 'modal' });
  const nudged = await mara.modal();

  expect(home).toContain('No prospects yet.');
  expect(home).toContain('Cracks, Mon 23 Nov: 1 prospect. [See]');
  expect(home).toContain('[Insights] [My settings] [Team settings]');
  expect(cracks?.text).toContain('Ben Okoro 1: 1 promise missed, Tue 10 Nov.');
  expect(seen?.text).toContain('Ben Okoro: 1 prospect\nDana Reyes, Acme. Promised Tue 10 Nov');
  expect(nudged?.text).toBe('Ben Okoro gets a message about 1 from you.');
  await ben.types('/followup log Dana');
  await ben.submits({ 'What happened': 'No answer' });
  expect(await mara.opensHome()).toContain('Cracks, Mon 23 Nov: none.');
});

describe('a list', () => {
  test('opened from the digest reaches all by its pages', async () => {
    const { story, ana } = await openDesk();
    await story.moveTo('2026-11-18T08:30');
    await ana.presses('Open list');
    const first = await ana.modal();

    await ana.presses('Next 15', { where: 'modal' });
    await ana.presses('Next 6', { where: 'modal' });
    const last = await ana.modal();
    await ana.presses('Previous 15', { where: 'modal' });

    expect(first?.text).toContain('Your follow-ups: 36 prospects');
    expect(first?.text).toContain('1 to 15 of 36. To search: /followup show NAME.\n[Next 15]');
    expect(last?.text).toContain('Quiet 16, Acme. Wed 16 Dec');
    expect(last?.text).toContain('31 to 36 of 36.');
    expect((await ana.modal())?.text).toContain('16 to 30 of 36.');
  });

  test('answered to a command turns in its place, also another rep’s', async () => {
    const { ana, ben } = await openDesk();
    await ben.types(`/followup list <@${ana.id}>`);

    await ben.presses('Next 15');
    const theirs = await ben.reads();
    await ana.types('/followup list week');
    await ana.presses('Next 5');

    expect(theirs).toContain('Ana Silva’s follow-ups: 36 prospects');
    expect(theirs).toContain('16 to 30 of 36.');
    expect(await ana.reads()).toContain('Your follow-ups, up to Sunday: 20 prospects');
    expect(await ana.reads()).toContain('16 to 20 of 20.');
    expect(await ana.sees()).toHaveLength(1);
  });
});
