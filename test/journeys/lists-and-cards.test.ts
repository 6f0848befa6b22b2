import { describe, expect, test } from 'vitest';
import { logTouch } from '../../src/services/log-touch.ts';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();
const TUESDAY = { at: '2026-11-17T10:00' };

async function openDesk() {
  const story = await openStory(database, TUESDAY);
  return { story, ana: await story.rep('Ana Silva') };
}

async function openFullDesk() {
  const { story, ana } = await openDesk();
  await ana.has({ name: 'Otto Late', nextOn: '2026-11-12' });
  await ana.has({ name: 'Dana Today', phone: '+1 512 555 0142' });
  await ana.has({ name: 'Fay Friday', nextOn: '2026-11-20' });
  await ana.has({ name: 'Nia Next', nextOn: '2026-11-24' });
  return { story, ana };
}

describe('the list', () => {
  test.each([
    ['', 'Your follow-ups: 4 prospects', ['Otto', 'Dana', 'Fay', 'Nia']],
    ['overdue', 'Your follow-ups, overdue: 1 prospect', ['Otto']],
    ['today', 'Your follow-ups, up to today: 2 prospects', ['Otto', 'Dana']],
    ['week', 'Your follow-ups, up to Sunday: 3 prospects', ['Otto', 'Dana', 'Fay']],
  ])('%s shows what is open, soonest first', async (scope, title, names) => {
    const { ana } = await openFullDesk();

    await ana.types(`/followup list ${scope}`);

    const list = await ana.reads();
    expect(list.split('\n')[0]).toBe(title);
    expect(list.match(/Otto|Dana|Fay|Nia/g)).toEqual(names);
  });

  test('calls today and what is late as the digest does', async () => {
    const { ana } = await openFullDesk();
    await ana.has({ name: 'Tim Tens', nextAt: new Date('2026-11-17T09:30:00Z') });

    await ana.types('/followup list');

    const list = await ana.reads();
    expect(list).toContain('Otto Late, Acme. 5 days late\n');
    expect(list).toContain('Dana Today, Acme. Today\n');
    expect(list).toContain('Tim Tens, Acme. Today, 10:30\n');
    expect(list).toContain('Fay Friday, Acme. Fri 20 Nov\n');
  });

  test('of another rep is found by their mention', async () => {
    const { story, ana } = await openFullDesk();
    const ben = await story.rep('Ben Okoro');

    await ben.types('/followup list @ana');

    expect(await ben.reads()).toContain('Ana Silva’s follow-ups: 4 prospects');
    await ana.types('/followup list @ben');
    expect(await ana.reads()).toBe('Ben Okoro’s follow-ups\nNothing. Well kept.');
  });

  test('says what it did not understand, and of whom there is none', async () => {
    const { story, ana } = await openDesk();
    story.newcomer('Gus Newman');

    await ana.types('/followup list sometime');
    const unknown = await ana.reads();
    await ana.types('/followup list @gus');
    const nobody = await ana.reads();
    await ana.types('/followup list');

    expect(unknown).toContain('Which list? Write overdue, today, week, or mention a rep with @.');
    expect(nobody).toBe('That person does not use Followup yet, so they have no list.');
    expect(await ana.reads()).toContain('No prospects yet. Write me one line:');
  });

  test('has a button to log, and the answer takes its place in the conversation', async () => {
    const { ana } = await openFullDesk();
    await ana.types('/followup list');

    await ana.presses('Log', { row: 'Fay Friday' });
    const chosen = await ana.finds('Prospect');
    await ana.submits({ 'What happened': 'They got in touch' });

    expect(chosen).toBe('Fay Friday, Acme');
    expect(await ana.reads()).toContain('Logged: they called. Fay Friday, Acme');
  });
});

describe('the card', () => {
  test('of one match tells everything', async () => {
    const { ana } = await openFullDesk();
    const tom = await ana.has({ name: 'Tom Berg', company: 'Birch', email: 'tom@birch.example' });
    const monday = { ...ana.ctx(), now: new Date('2026-11-16T09:00:00Z') };
    const touch = { prospectId: tom.id, channel: 'email', outcome: 'sent' } as const;
    await logTouch(monday, { ...touch, note: 'Sent the case study.', nextOn: '2026-11-17' });

    await ana.types('/followup show tom berg');

    expect(await ana.reads()).toBe(
      [
        'Tom Berg, Birch',
        'Open, contact 1, owner you.',
        'Next Tue 17 Nov (the date you chose): Email again. tom@birch.example',
        'You emailed yesterday. Better from Wed 18 Nov.',
        'Reach: tom@birch.example',
        'Timeline',
        'Mon 16 Nov: email sent. You',
        'Note: Sent the case study.',
        '[Log a touch] [Change a touch ▾] [Not a prospect ▾]',
      ].join('\n'),
    );
  });

  test.each([
    ['acme', 'Which one? 4 match “acme”. Write more of the name.'],
    ['zoltan', '“zoltan”\nNobody by that name. Try a part of it, or add them with /followup add.'],
    ['', 'Whom? Write /followup show and a name or company.'],
  ])('show %s says %s', async (words, said) => {
    const { ana } = await openFullDesk();

    await ana.types(`/followup show ${words}`);

    expect(await ana.reads()).toContain(said);
  });

  test('more than fit the answer are not counted', async () => {
    const { ana } = await openDesk();
    for (let number = 1; number <= 16; number += 1) await ana.has({ name: `Kim ${number}` });

    await ana.types('/followup show kim');

    expect(await ana.reads()).toContain(
      'Which one? More than 15 match “kim”. Write more of the name.',
    );
  });
});

describe('the board', () => {
  async function openBoard() {
    const { story, ana } = await openDesk();
    const ben = await story.rep('Ben Okoro');
    for (const [person, day] of [
      [ana, '16'],
      [ben, '16'],
      [ben, '17'],
      [ben, '02'],
    ] as const) {
      const { id } = await person.has({ name: `Dana of ${day}` });
      const then = { ...person.ctx(), now: new Date(`2026-11-${day}T09:00:00Z`) };
      await logTouch(then, { prospectId: id, channel: 'call', outcome: 'no_answer' });
    }
    return ana;
  }

  test.each([
    ['', '3 follow-ups, Mon 16 Nov to Sun 22 Nov\n1. Ben Okoro, 2\n2. Ana Silva, 1'],
    ['week', '3 follow-ups, Mon 16 Nov to Sun 22 Nov\n1. Ben Okoro, 2\n2. Ana Silva, 1'],
    ['month', '4 follow-ups, Sun 1 Nov to Tue 17 Nov\n1. Ben Okoro, 3\n2. Ana Silva, 1'],
    ['2026-11-17..2026-11-17', '1 follow-up, Tue 17 Nov to Tue 17 Nov\n1. Ben Okoro, 1'],
    ['me', '3 follow-ups, Mon 16 Nov to Sun 22 Nov\nYou: 1 follow-up, place 2 of 2.'],
    ['year', 'Which days? Write week, month, or two dates like 2026-11-01..2026-11-15.'],
  ])('%s shows follow-ups and one’s own place', async (words, said) => {
    const ana = await openBoard();

    await ana.types(`/followup board ${words}`);

    expect(await ana.reads()).toContain(said);
  });
});

test.each([
  ['/followup', 'What I can do'],
  ['/followup help', 'list [overdue|today|week|@rep]: what is open, soonest first'],
  ['/followup lst', 'I do not know “lst”. Did you mean /followup list? See /followup help.'],
  ['/followup abracadabra', 'I do not know “abracadabra”. See /followup help.'],
])('%s says %s', async (typed, said) => {
  const { ana } = await openDesk();

  await ana.types(typed);

  expect(await ana.reads()).toContain(said);
});
