import { describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();

async function openDesk() {
  const story = await openStory(database, { at: '2026-11-17T10:00' });
  const mia = await story.rep('Mia Lund', { isManager: true });
  const change = async (part: string) => {
    await mia.types('/followup settings');
    await mia.presses('Change', { row: part, where: 'modal' });
  };
  return { story, mia, change };
}

test('the settings show how everything stands, with a button to each part', async () => {
  const { story, mia } = await openDesk();

  await mia.types('/followup settings');

  const overview = await mia.modal();
  expect(overview?.title).toBe('Team settings');
  expect(overview?.text.split('\n')).toEqual([
    'Team',
    `Post in ⟨channel ${story.sales}⟩ at 09:15, Mon to Fri, Europe/Berlin.`,
    'Language: English. Friday summary at 14:00. [Change]',
    'Holidays',
    'No country chosen. [Change]',
    'Cadence',
    'Waits 2, 3, 4, 5 working days, 1 clear day between contacts.',
    'Nurture 21, 21, 42, 42, 90 days. All defaults. [Change]',
    'People',
    'Whoever uses Followup joins. 1 person so far. [Change]',
    'Managers',
    'Mia Lund. [Change]',
  ]);
});

test('the settings are not a rep’s to open', async () => {
  const { story } = await openDesk();
  const ana = await story.rep('Ana Silva');

  await ana.types('/followup settings');

  expect(await ana.modal()).toBeNull();
  expect(await ana.reads()).toBe('Only a manager can change the team settings. Ask one of yours.');
});

describe('Team', () => {
  test('moves the post, and says so above how all stands', async () => {
    const { story, mia, change } = await openDesk();
    await change('Team');

    const errors = await mia.submits({
      ...{ 'Time of the team post': '11:30', 'Time zone': 'Europe/London' },
      'Working days': 'Mon, Tue, Wed, Thu',
    });
    const overview = await mia.modal();
    await story.moveTo('2026-11-18T11:45');
    const tooEarly = await mia.sees(story.sales);
    await story.moveTo('2026-11-18T12:30');

    const goes = `The team post goes to ⟨channel ${story.sales}⟩ at 11:30, Mon to Thu, Europe/London.`;
    expect(errors).toEqual({});
    expect(overview?.title).toBe('Team settings');
    expect(overview?.text.split('\n')[0]).toBe(goes);
    expect(tooEarly).toEqual([]);
    expect(await mia.reads(story.sales)).toContain('Wed 18 Nov.');
  });

  test('without a day of work is refused at its field; the same again changes nothing', async () => {
    const { mia, change } = await openDesk();
    await change('Team');

    const errors = await mia.submits({ 'Working days': null });
    await mia.submits({ 'Working days': 'Mon, Tue, Wed, Thu, Fri' });

    expect(Object.keys(errors)).toEqual(['Working days']);
    expect((await mia.modal())?.text.split('\n')[0]).toBe('Nothing changed.');
  });

  test('another language is said, and chosen when the form is opened again', async () => {
    const { mia, change } = await openDesk();
    await change('Team');

    await mia.submits({ Language: 'Deutsch' });

    const overview = (await mia.modal())?.text;
    await change('Team');
    expect(overview?.split('\n')[0]).toBe('Language of the team channel: Deutsch.');
    expect(overview).toContain('Language: Deutsch. Friday summary at 14:00. [Change]');
    expect(await mia.finds('Language')).toBe('Deutsch');
  });

  test('moves the Friday summary', async () => {
    const { story, mia, change } = await openDesk();
    await change('Team');

    await mia.submits({ 'Time of the Friday summary': '16:00' });
    const said = (await mia.modal())?.text.split('\n')[0];
    await story.moveTo('2026-11-20T15:45');
    const tooEarly = (await mia.sees()).join();
    await story.moveTo('2026-11-20T16:00');

    expect(said).toBe('The Friday summary comes at 16:00 in each manager’s own zone.');
    expect(tooEarly).not.toContain('Prospects chased');
    expect(await mia.reads()).toContain('Prospects chased');
  });

  test('totals only: the post says how much slips, not with whom', async () => {
    const { story, mia, change } = await openDesk();
    const ana = await story.rep('Ana Silva');
    await ana.has();
    await change('Team');
    await mia.submits({ Slipping: 'Totals only' });
    const said = (await mia.modal())?.text.split('\n')[0];

    for (const at of ['2026-11-18T08:30', '2026-11-19T08:30', '2026-11-19T09:15']) {
      await story.moveTo(at);
    }

    expect(said).toBe('It says how much slips, not with whom.');
    const post = await mia.reads(story.sales);
    expect(post).toContain('Slipping: 1.');
    expect(post).not.toContain('Ana');
    expect(await ana.reads()).toContain(
      'The team sees at 09:15: a total without names, 1 of it yours. Log it before and yours is 0.',
    );
  });
});

describe('Holidays', () => {
  test('of a country and region are days off for everybody in the team', async () => {
    const { story, mia, change } = await openDesk();
    await change('Holidays');

    await mia.submits({
      ...{ Country: 'Germany', Region: 'Bayern' },
      'Your own days': '2026-12-24 Christmas Eve',
    });
    const said = (await mia.modal())?.text.split('\n')[0];
    await change('Holidays');
    const [region, own] = [await mia.finds('Region'), await mia.finds('Your own days')];
    await story.moveTo('2026-12-24T09:30');
    const onTheEve = await mia.sees(story.sales);

    expect(said).toBe(
      'Holidays: Germany, Bayern: 12 days in 2027, next Thu 24 Dec (Christmas Eve). Of your own: 1.',
    );
    expect([region, own]).toEqual(['Bayern', '2026-12-24 Christmas Eve']);
    expect(onTheEve.filter((post) => post.startsWith('Thu 24 Dec'))).toEqual([]);
  });

  test('are chosen and told in the language of the manager', async () => {
    const { story } = await openDesk();
    const mara = await story.rep('Mara Lind', { isManager: true, locale: 'de-DE' });
    await mara.types('/followup settings');
    await mara.presses('Ändern', { row: 'Feiertage', where: 'modal' });

    await mara.submits({ Land: 'Deutschland', Region: 'Bayern' });

    const said = (await mara.modal())?.text.split('\n')[0];
    expect(said).toBe(
      'Feiertage: Deutschland, Bayern: 12 Tage im Jahr 2027, als Nächstes Fr 25. Dez (1. Weihnachtstag).',
    );
    await mara.presses('Ändern', { row: 'Feiertage', where: 'modal' });
    expect(await mara.finds('Land')).toBe('Deutschland');
    await mara.submits({ Land: 'Japan' });
    expect((await mara.modal())?.text).toContain('Feiertage: Japan: ');
  });

  test('a wrong line is said at the field, and the country is kept', async () => {
    const { mia, change } = await openDesk();
    await change('Holidays');

    const errors = await mia.submits({ Country: 'Japan', 'Your own days': '24.12. Eve' });

    expect(errors).toEqual({
      'Your own days': 'Line 1: “24.12.” is no date. Write it like 2026-12-24 Christmas Eve.',
    });
    expect((await mia.modal())?.fields).toEqual(['Country', 'Your own days']);
  });

  test('can be given up again', async () => {
    const { mia, change } = await openDesk();
    await change('Holidays');
    await mia.submits({ Country: 'Japan' });
    await change('Holidays');

    await mia.submits({ Country: 'No public holidays' });

    const text = (await mia.modal())?.text;
    expect(text).toContain('No holidays: every weekday of the team is a working day.');
    expect(text).toContain('No country chosen.');
  });
});

describe('Cadence', () => {
  test('changes what is planned from now on, and goes back to the defaults', async () => {
    const { story, mia, change } = await openDesk();
    const ana = await story.rep('Ana Silva');
    await ana.has();
    await change('Cadence');

    const errors = await mia.submits({ 'Waits while nobody answers': '1, 3, 4, 5' });
    await mia.submits({ 'Waits while nobody answers': '4, 5, 6, 7' });
    const said = (await mia.modal())?.text;
    await ana.types('/followup log Dana: called, no answer');
    const answer = await ana.reads();
    await change('Cadence');
    await mia.submits({ Defaults: 'Back to the defaults' });

    expect(errors).toEqual({
      'Waits while nobody answers':
        '1 is too small. Write 4 numbers from 2 to 30, with commas between.',
    });
    expect(said).toContain(
      'Waits while nobody answers: 4, 5, 6, 7 working days.\nIt counts for what is planned from now on; next steps that have their date keep it.',
    );
    expect(answer).toContain('Next: call again Mon 23 Nov');
    expect((await mia.modal())?.text).toContain('Back to the defaults.');
  });
});

describe('People', () => {
  test('join by using Followup until a manager says that managers add them', async () => {
    const { story, mia, change } = await openDesk();
    const ana = await story.rep('Ana Silva');
    await change('People');

    await mia.submits({ 'Who joins': 'Only people a manager adds' });

    const overview = (await mia.modal())?.text;
    expect(overview).toContain('From now on managers add people. Whoever is here stays.');
    expect(overview).toContain('Managers add people. 2 people so far.');
    const nia = story.newcomer('Nia Okoro');
    await nia.types('/followup list');
    await ana.types('/followup list');
    expect(await nia.reads()).toBe(
      'Only people whom a manager added use Followup here. Ask a manager to add you.',
    );
    expect(await ana.reads()).not.toContain('Ask a manager');
  });

  test('are added by a manager, whose name the welcome says', async () => {
    const { story, mia, change } = await openDesk();
    const ana = await story.rep('Ana Silva');
    const nia = story.newcomer('Nia Okoro');
    await change('People');

    await mia.submits({ 'Add people': `${nia.id}, ${ana.id}` });
    const said = (await mia.modal())?.text.split('\n').slice(0, 2);
    await story.moveTo('2026-11-17T10:05');

    expect(said).toEqual(['Added: Nia Okoro.', 'Here already: Ana Silva.']);
    expect(await nia.reads()).toContain('Mia Lund added you.');
    await nia.types('/followup list');
    expect(await nia.reads()).not.toContain('Ask a manager');
  });

  test('who cannot be added is named at the field, and nothing is changed', async () => {
    const { story, mia, change } = await openDesk();
    const nia = story.newcomer('Nia Okoro');
    const gil = story.newcomer('Gil Guest', { isGuest: true });
    await change('People');

    const errors = await mia.submits({
      ...{ 'Who joins': 'Only people a manager adds', 'Add people': `${nia.id}, ${gil.id}` },
    });

    expect(errors).toEqual({ 'Add people': 'Gil Guest is a guest here and cannot be added.' });
    await nia.types('/followup list');
    expect(await nia.reads()).not.toContain('Ask a manager');
  });
});

describe('Managers', () => {
  test('name others, who then may change the settings; guests are refused', async () => {
    const { story, mia, change } = await openDesk();
    const nia = story.newcomer('Nia Okoro');
    const gil = story.newcomer('Gil Guest', { isGuest: true });
    await change('Managers');

    const errors = await mia.submits({ Managers: `${mia.id}, ${gil.id}` });
    await mia.submits({ Managers: `${mia.id}, ${nia.id}` });
    const said = (await mia.modal())?.text.split('\n')[0];
    await nia.types('/followup settings');

    expect(errors).toEqual({ Managers: 'Gil Guest is a guest here and cannot be a manager.' });
    expect(said).toBe('Managers: Mia Lund, Nia Okoro.');
    expect((await nia.modal())?.title).toBe('Team settings');
  });

  test('who steps back is told, and may open nothing more', async () => {
    const { story, mia, change } = await openDesk();
    const ana = await story.rep('Ana Silva');
    await change('Managers');

    await mia.submits({ Managers: ana.id });

    expect((await mia.modal())?.text).toBe('Saved. You are no manager any more.');
    await mia.types('/followup settings');
    expect(await mia.reads()).toMatch(/^Only a manager/);
  });

  test('the last one stays', async () => {
    const { mia, change } = await openDesk();
    await change('Managers');

    const errors = await mia.submits({ Managers: null });

    expect(Object.keys(errors)).toEqual(['Managers']);
  });
});
