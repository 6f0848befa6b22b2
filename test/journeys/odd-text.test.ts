import { describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();
const TUESDAY = { at: '2026-11-17T10:00' };

/** What Slack, or this bot, could take for something else than a person's words. */
const ODD = [
  '<!channel> <!here> <@U1> <#C1>',
  '<http://evil.example|Acme>',
  '*bold* _soft_ ~gone~ `code`',
  ':smile: :tada:',
  '> quoted',
  '&lt;!channel&gt; &amp; co',
  'R&D <3',
  '@channel https://evil.example',
  'شركة النور للتجارة',
  '👩‍👩‍👧‍👦 Family',
  "'; drop table prospects; --",
  'null',
];

async function openDesk() {
  const story = await openStory(database, TUESDAY);
  return { story, ana: await story.rep('Ana Silva') };
}

async function refusals(story: Awaited<ReturnType<typeof openDesk>>['story']) {
  const traffic = await story.slack.control.traffic({});
  const bad = traffic.filter(
    ({ direction, response, status }) =>
      direction === 'from app' &&
      (status >= 400 || JSON.stringify(response).includes('"ok":false')),
  );
  return [...bad.map(({ title, response }) => ({ title, response })), ...story.lines];
}

describe('typed in every field', () => {
  test.each(ODD)('%s is seen as it was typed', async (odd) => {
    const { story, ana } = await openDesk();
    await ana.types('/followup add');
    await ana.submits({ Name: `N ${odd}`, Company: `C ${odd}` });
    const card = await ana.reads();
    await ana.presses('Log a touch', { row: '[Log a touch]' });
    await ana.submits({
      'What happened': 'We spoke or met',
      'Next step': `S ${odd}`,
      'Next date': '2026-11-18',
      Note: `A ${odd}`,
      'Two points from their side': `P ${odd}`,
    });
    const answer = await ana.reads();

    await ana.types('/followup list');
    const list = await ana.reads();
    await ana.types('/followup show n');
    const told = await ana.reads();
    const home = await ana.opensHome();
    await story.moveTo('2026-11-18T08:30');

    expect(card).toContain(`N ${odd}, C ${odd}\nOpen`);
    expect(answer).toContain(`. N ${odd}, C ${odd}, contact 1.`);
    expect(answer).toContain(`Next: S ${odd}, Wed 18 Nov`);
    expect(list).toContain(`N ${odd}, C ${odd}. Wed 18 Nov\nS ${odd}`);
    expect(told).toContain(`A ${odd}`);
    expect(home).toContain(`N ${odd}, C ${odd}`);
    expect(await ana.reads()).toContain(`N ${odd}, C ${odd}. Due today\nS ${odd}`);
    expect(await ana.reads()).toContain(`Points: P ${odd}`);
    expect(await refusals(story)).toEqual([]);
  });
});

describe('in our own sentences', () => {
  test.each(ODD.slice(0, 5))('%s is seen as it was typed', async (odd) => {
    const { story, ana } = await openDesk();
    const ben = await story.rep(`Ben ${odd}`);
    await ana.has({ name: `Dana ${odd}`, company: null });

    await ben.types('/followup log dana');
    const errors = await ben.submits({ 'What happened': 'Yes' });
    await ben.closes();
    await ana.types(`/followup list ${odd}`);
    await ana.types(`/followup show zz ${odd}`);
    const searched = await ana.reads();
    await ana.types('/followup board');

    expect(errors).toEqual({
      Prospect: `Dana ${odd} belongs to somebody else: only the owner or a manager can log the Yes.`,
    });
    expect(searched).toContain('Nobody by that name.');
    expect((await ana.sees()).join('\n')).not.toContain('⟨');
    expect(await refusals(story)).toEqual([]);
  });

  test('a sentence about a prospect keeps the words of its name', async () => {
    const { story, ana } = await openDesk();
    const ben = await story.rep('Ben *the* _man_');
    await ana.has({ name: '*Dana* :smile: <!here>', company: null });
    await ana.types('/followup log dana');
    await ana.submits({ 'What happened': 'No answer' });
    const undo = await ana.pointsAtButton('Undo', { row: '[Change]' });
    await ben.types('/followup log dana');
    await ben.submits({ 'What happened': 'They got in touch' });

    await story.slack.control.act(undo);
    await story.app.settled();

    expect(await ana.reads()).toBe(
      'Ben *the* _man_ logged another touch with *Dana* :smile: <!here> since, so this can no longer be undone.',
    );
  });

  test('a row names a colleague as they are called', async () => {
    const { story, ana } = await openDesk();
    const ben = await story.rep('Ben *the* _man_');
    await ana.has({ nextOn: '2026-11-18' });
    await story.moveTo('2026-11-18T08:30');

    await ben.types('/followup log dana');
    await ben.submits({ 'What happened': 'No answer' });
    await ben.types('/followup list @ana');
    await ana.types('/followup list @ben');

    expect(await ana.row('Logged by')).toContain('Logged by Ben *the* _man_: call, no answer');
    expect(await ana.reads()).toContain('Ben *the* _man_’s follow-ups');
  });

  test('a search repeats what was typed', async () => {
    const { ana } = await openDesk();
    await ana.has({ name: '*Dana* _one_ :smile:' });
    await ana.has({ name: '*Dana* _two_ :smile:' });

    await ana.types('/followup show *dana* :smile:');

    expect(await ana.reads()).toContain('Which one? 2 match “*dana* :smile:”.');
  });
});

test('what is as long as Slack takes is taken and shown', async () => {
  const { story, ana } = await openDesk();
  const name = `Dana ${'ä&<>'.repeat(73)}end`;
  const note = `${'"<&>'.repeat(740)} the end`;
  await ana.types('/followup add');
  await ana.submits({ Name: name, Company: name, Email: `${'x'.repeat(200)}@acme.example` });
  await ana.presses('Log a touch', { row: '[Log a touch]' });
  await ana.submits({
    'What happened': 'No',
    Reason: 'Other',
    'What did we learn': note,
    Note: note,
    'Two points from their side': name,
    'Ask again on': '2026-11-18',
  });

  for (const verb of ['list', 'show dana', 'log dana']) await ana.types(`/followup ${verb}`);
  await ana.opensHome();
  await story.moveTo('2026-11-18T08:30');

  expect(await ana.reads()).toContain('Lost. Time to ask again');
  expect(await refusals(story)).toEqual([]);
});

test('what cannot be seen is not kept, and does not make another person', async () => {
  const { ana } = await openDesk();
  await ana.has();
  await ana.types('/followup add');

  await ana.submits({ Name: '\u202eDana\u200b  Reyes\u2066 ' });
  const form = await ana.modal();
  const nothing = await ana.submits({ Name: '\u200b\u202e', Company: null });

  expect(form?.text).toContain('Somebody like that is here already.');
  expect(Object.values(nothing)).not.toEqual([]);
});

test.each([
  ['log', 'a NUL', 'a\0b', 'Prospect'],
  ['show', 'a NUL', 'a\0b', 'Nobody by that name.'],
  ['add', 'a NUL', 'a\0b', 'Add a prospect'],
  ['list', 'a NUL', '\0', 'Which list?'],
  ['show', 'a wildcard', '%', 'Nobody by that name.'],
  ['show', '1,000 characters', 'x'.repeat(1000), 'Search with at most 200 characters.'],
  ['log', '1,000 characters', 'x'.repeat(1000), 'That is too long to read as one touch.'],
])('%s with %s is understood or refused with a sentence', async (verb, _, words, said) => {
  const { story, ana } = await openDesk();

  await ana.types(`/followup ${verb} ${words}`);

  const form = await ana.modal();
  expect(`${form?.title} ${form?.text} ${await ana.reads()}`).toContain(said);
  expect(story.lines).toEqual([]);
});

test('a NUL in the search finds nobody', async () => {
  const { story, ana } = await openDesk();
  await ana.has();
  await ana.types('/followup log');
  const modal = await ana.modal();
  const on = { kind: 'modal' as const, viewId: modal?.id ?? '' };
  const field = { on, blockId: 'prospect', actionId: 'log_touch.prospect' };

  const answer = await story.slack.control.suggest({ as: ana.id, ...field, query: 'dana\0' });

  expect(answer.ok).toBe(true);
  expect(story.lines).toEqual([]);
});
