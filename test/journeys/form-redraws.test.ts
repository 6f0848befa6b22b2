import { setImmediate } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { en } from '../../src/domain/words/en.ts';
import { useDatabase } from '../support/database.ts';
import { type Actor, openStory, type Story } from '../support/journey.ts';
import { sendPayload } from '../support/signed.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';

const database = useDatabase();
const TUESDAY = { at: '2026-11-17T10:00' };

type Payload = {
  view?: { state: { values: Record<string, Record<string, object>> } };
};

/** What the app was told last of a form: the values that stood in it. */
async function lastState(story: Story): Promise<Record<string, object>> {
  const traffic = await story.slack.control.traffic({});
  const sent = traffic.findLast(({ title }) => /^(block_actions|view_submission)/.test(title));
  const payload = sent?.request as Payload | undefined;
  return Object.fromEntries(
    Object.entries(payload?.view?.state.values ?? {}).flatMap(([id, inputs]) =>
      Object.values(inputs).map((value) => [id.replace(/\..*/, ''), value] as const),
    ),
  );
}

describe('what was entered stays while the form is drawn anew', () => {
  const STEP = { 'Next step': 'Send pricing', 'Next date': '2026-11-20', Time: '10:00' };
  const ALWAYS = {
    ...{ How: 'Email', Note: 'Asked for prices.\nTwice.', When: '2026-11-16' },
    ...{ 'Two points from their side': 'budget in Jan; needs SSO', Interest: 'Hot' },
  };

  test('through all ten outcomes and back', async () => {
    const story = await openStory(database, TUESDAY);
    const ana = await story.rep('Ana Silva');
    await ana.has();
    await ana.types('/followup log');
    await ana.fills({ Prospect: 'Dana Reyes, Acme', 'What happened': 'We spoke or met' });
    const all = { ...ALWAYS, ...STEP, Promise: 'Agreed with them' };
    await ana.fills({ ...all, 'What happened': 'No' });
    const no = { Reason: 'Price', 'What did we learn': 'Ask early.', 'Ask again on': '2027-05-03' };
    await ana.fills({ ...no, 'What happened': 'Yes' });
    await ana.fills({ 'Check in on': '2026-12-24', 'What happened': 'Asked us to stop' });
    const scope = { 'What should stop': 'Only the channel chosen under How' };
    await ana.fills({ ...scope, 'What happened': 'No answer' });

    for (const outcome of [...Object.values(en.labels.outcomes), 'We spoke or met']) {
      await ana.fills({ 'What happened': outcome });
      expect(await lastState(story)).toMatchObject({
        channel: { selected_option: { value: 'email' } },
        note: { value: 'Asked for prices.\nTwice.' },
        points: { value: 'budget in Jan; needs SSO' },
        touched_on: { selected_date: '2026-11-16' },
        interest: { selected_option: { value: 'hot' } },
      });
      const drawn = Object.entries({ ...STEP, ...no, 'Check in on': '2026-12-24', ...scope });
      const { fields = [] } = (await ana.modal()) ?? {};
      for (const [field, entry] of drawn.filter(([name]) => fields.includes(name))) {
        expect(`${field}: ${await ana.finds(field)}`).toBe(`${field}: ${entry}`);
      }
    }
    await ana.submits();

    expect(await lastState(story)).toMatchObject({
      next_step: { value: 'Send pricing' },
      next_on: { selected_date: '2026-11-20' },
      next_time: { selected_time: '10:00' },
      agreed: { selected_options: [{ value: 'yes' }] },
    });
    expect(await ana.reads()).toContain(
      'Logged: email, we talked on Mon 16 Nov. Dana Reyes, Acme, contact 1.',
    );
    expect(await ana.reads()).toContain(
      'Next: Send pricing, Fri 20 Nov, 10:00 (agreed with them: a promise).',
    );
  });

  test('of somebody new, while somebody here is chosen in between', async () => {
    const story = await openStory(database, TUESDAY);
    const ana = await story.rep('Ana Silva');
    await ana.has();
    await ana.types('/followup log');
    await ana.fills({ Prospect: 'Add “Tom”', 'What happened': 'No answer' });
    const tom = { Name: 'Tom Okafor', Company: 'Birch', Email: 'tom@birch.example', Phone: '+1 5' };

    await ana.fills({ ...tom, Prospect: 'Dana Reyes, Acme' });
    await ana.fills({ Prospect: 'Add “Tom”' });

    for (const [field, entry] of Object.entries(tom)) expect(await ana.finds(field)).toBe(entry);
  });

  test('but another name to add is not shown as the first', async () => {
    const story = await openStory(database, TUESDAY);
    const ana = await story.rep('Ana Silva');
    await ana.types('/followup log');
    await ana.fills({ Prospect: 'Add “Tom”', 'What happened': 'No answer' });

    await ana.fills({ Company: 'Birch', Prospect: 'Add “Kim”' });
    await ana.submits();

    expect(await ana.reads()).toContain('Logged: call, no answer. Kim, Birch, contact 1.');
  });

  test('and an emptied field stays empty', async () => {
    const story = await openStory(database, TUESDAY);
    const ana = await story.rep('Ana Silva');
    await ana.has();
    await ana.types('/followup log dana');
    await ana.fills({ 'Next step': 'Send pricing', 'What happened': 'No' });
    await ana.fills({ 'What happened': 'We spoke or met' });

    await ana.submits({ 'Next step': null });

    expect(await ana.reads()).toContain('Next: carry on the conversation');
  });
});

test('a value Slack leaves out of the submission is the one the form showed', async () => {
  const story = await openStory(database, TUESDAY);
  const ana = await story.rep('Ana Silva');
  await ana.has();
  await ana.types('/followup log dana');
  await ana.fills({
    'Next step': 'Send pricing',
    'Next date': '2026-11-20',
    'What happened': 'No',
  });
  await ana.fills({ 'What happened': 'We spoke or met' });
  const view = (await story.slack.control.snapshot({ as: ana.id })).modal;
  const chosen = (value: string) => ({ selected_option: { value } });
  const values = {
    prospect: { 'log_touch.prospect': chosen((await ana.has({ name: 'Other' })).id) },
    outcome: { 'log_touch.outcome': chosen('spoke') },
  };

  const response = await sendPayload(story.events, {
    type: 'view_submission',
    team: { id: story.team.id },
    user: { id: ana.id, team_id: story.team.id },
    trigger_id: 'T',
    view: { ...view?.view, id: view?.id, hash: view?.hash, state: { values } },
  });
  await story.app.settled();

  expect(await response.text()).toBe('');
  await ana.types('/followup show other');
  expect(await ana.reads()).toContain('Next Fri 20 Nov (the date you chose): Send pricing.');
});

describe('prospect and outcome chosen in quick succession', () => {
  type Desk = { story: Story; proxy: TcpProxy; ana: Actor };

  async function openDesk(): Promise<Desk> {
    const proxy = await startTcpProxy(database.url);
    // Runs after the app has stopped.
    onTestFinished(() => proxy.close());
    const story = await openStory({ db: database.db, url: proxy.url }, TUESDAY);
    const ana = await story.rep('Ana Silva');
    await ana.has();
    await ana.types('/followup log');
    return { story, proxy, ana };
  }

  /** Both choices, the second before the first is drawn; each meets a database that takes so long. */
  async function choose(
    { story, proxy, ana }: Desk,
    choices: readonly [field: string, entry: string][],
    waits: readonly number[],
  ): Promise<void> {
    const begun: Promise<unknown>[] = [];
    const actions = await Promise.all(choices.map((choice) => ana.pointsAtField(...choice)));
    for (const [index, action] of actions.entries()) {
      const before = proxy.held();
      proxy.slow(waits[index] ?? 0);
      begun.push(story.slack.control.act(action));
      // The database has been asked on its behalf.
      while (waits[index] && proxy.held() === before) await setImmediate();
    }
    proxy.slow(0);
    await Promise.all(begun);
    while (!(await story.app.settled()));
  }

  const PROSPECT = ['Prospect', 'Dana Reyes, Acme'] as const;
  const NO = ['What happened', 'No'] as const;
  const SPOKE = ['What happened', 'We spoke or met'] as const;

  test.each([
    ['prospect, then outcome, at once', [PROSPECT, SPOKE], [0, 0]],
    ['outcome, then prospect, at once', [SPOKE, PROSPECT], [0, 0]],
    ['prospect, then outcome, the first answered late', [PROSPECT, SPOKE], [700, 0]],
    ['outcome, then prospect, the first answered late', [SPOKE, PROSPECT], [700, 0]],
    ['prospect, then outcome, the second answered late', [PROSPECT, SPOKE], [150, 700]],
    ['outcome, then prospect, the second answered late', [SPOKE, PROSPECT], [150, 700]],
    ['another outcome in between, answered late', [PROSPECT, NO, SPOKE], [0, 700, 0]],
  ] as const)('shows both: %s', async (_what, choices, waits) => {
    const desk = await openDesk();

    await choose(desk, choices as never, waits);

    const form = await desk.ana.modal();
    expect(await desk.ana.finds('Prospect')).toBe('Dana Reyes, Acme');
    expect(await desk.ana.finds('What happened')).toBe('We spoke or met');
    expect(form?.text).toContain('Proposed: carry on the conversation Fri 20 Nov');
    expect(form?.fields).toContain('Next date');
  });

  test('a drawing that comes after the answer does not replace it', async () => {
    const desk = await openDesk();
    const { ana, story, proxy } = desk;
    await ana.closes();
    await ana.shortcut('log_touch_global');
    await ana.fills({ Prospect: 'Dana Reyes, Acme', 'What happened': 'No answer' });
    const late = await ana.pointsAtField(...SPOKE);
    proxy.slow(700);
    const begun = story.slack.control.act(late);
    while (proxy.held() === 0) await setImmediate();
    proxy.slow(0);

    await ana.submitsAgain((await ana.modal())?.id ?? '');
    await begun;
    while (!(await story.app.settled()));

    expect((await ana.modal())?.text).toContain('Logged: ');
  });
});
