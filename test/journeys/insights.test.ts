import { expect, test } from 'vitest';
import { logTouch } from '../../src/services/log-touch.ts';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();

test('a rep asks what their touches teach, and looks further with the buttons', async () => {
  const story = await openStory(database, { at: '2026-11-17T10:00' });
  const ana = await story.rep('Ana Silva');
  const ben = await story.rep('Ben Okoro');
  const dana = await ana.has({ name: 'Dana Reyes', importedContacts: 4 });
  await logTouch(ben.ctx(), { prospectId: dana.id, channel: 'email', outcome: 'sent' });
  const answer = { channel: 'call', outcome: 'no', noReason: 'price' } as const;
  await logTouch(ana.ctx(), {
    ...{ ...answer, prospectId: dana.id },
    lesson: 'Ask for the budget before the demo.',
  });

  await ana.types('/followup insights');
  const own = await ana.reads();
  await ana.presses('Team');
  const team = await ana.reads();
  await ana.presses('365 days');
  const year = await ana.reads();

  expect(own).toContain('Your insights, last 90 days');
  expect(own).toContain('1 contact with 1 prospect since Thu 20 Aug, 1 answered: too few yet');
  expect(own).toContain('Tue 17 Nov, price: Ask for the budget before the demo.');
  expect(team).toContain('Your team’s insights, last 90 days');
  expect(team).toContain('Too few yet: Call (1 of 1), Email (0 of 1).');
  expect(team).not.toContain('Ben');
  expect(year).toContain('Your team’s insights, last 365 days');
  expect(await ana.sees()).toHaveLength(1);
});

test('from App Home they open in a window, which the buttons draw anew', async () => {
  const story = await openStory(database, { at: '2026-11-17T10:00' });
  const ana = await story.rep('Ana Silva');
  const dana = await ana.has({ name: 'Dana Reyes' });
  await logTouch(ana.ctx(), { prospectId: dana.id, channel: 'call', outcome: 'spoke' });
  await ana.opensHome();

  await ana.presses('Insights', { where: 'home' });
  const own = await ana.modal();
  await ana.presses('30 days', { where: 'modal' });

  expect(own?.title).toBe('Insights');
  expect(own?.text).toContain('Your insights, last 90 days');
  expect((await ana.modal())?.text).toContain('Your insights, last 30 days');
  expect(await ana.sees()).toEqual([]);
});
