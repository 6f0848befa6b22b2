import { describe, expect, test } from 'vitest';
import { ConflictError, InvalidError } from '../../src/domain/errors.ts';
import { nameFields } from '../../src/slack/errors/answer-errors.ts';
import { InvalidFormError } from '../../src/slack/errors/invalid-form-error.ts';
import { addUser, commandBy, TEAM, useApp } from '../support/app.ts';
import { sendPayload, sendSigned } from '../support/signed.ts';

const TAKEN = 'No prospect called “Dana <Reyes>”.';
const NEVER = new Promise<never>(() => {});

const bot = useApp({
  listeners: (app) => {
    app.command('/followup', async ({ command }) => {
      if (command.text === 'known') throw new ConflictError(() => TAKEN);
      if (command.text === 'slow') await Promise.race([NEVER, later(3500)]);
      throw new Error('Dana Reyes, dana@acme.example, was not saved');
    });
    app.view('known', async () => {
      throw new ConflictError(() => TAKEN);
    });
    app.view('form', async () => {
      throw new InvalidFormError({ second: () => 'Give a day.' });
    });
    app.view('field', async ({ context }) => {
      nameFields(context, { dueOn: 'second' });
      throw new InvalidError(() => 'That day is over.', 'dueOn');
    });
    app.view('slow', () => later(3500));
    app.action('known', async () => {
      throw new ConflictError(() => TAKEN);
    });
    app.shortcut('known', async ({ ack }) => {
      await ack();
      throw new ConflictError(() => TAKEN);
    });
    app.options('known', async () => {
      throw new ConflictError(() => TAKEN);
    });
  },
});

describe('a command', () => {
  test('gets the sentence of a known error as a private answer', async () => {
    addUser(bot.slack, 'U1');

    const response = await sendSigned(bot.events, commandBy('U1', { text: 'known' }));

    expect(await response.json()).toEqual({
      response_type: 'ephemeral',
      text: 'No prospect called “Dana &lt;Reyes&gt;”.',
      blocks: [
        {
          type: 'section',
          text: { type: 'plain_text', text: 'No prospect called “Dana <Reyes>”.', emoji: false },
        },
      ],
    });
  });

  test('gets a code for an unknown error, and the log has the code and nobody in it (121)', async () => {
    addUser(bot.slack, 'U1');

    const response = await sendSigned(bot.events, commandBy('U1', { text: 'Dana Reyes broke' }));

    const { text } = (await response.json()) as { text: string };
    const [, code] = /^Something went wrong\. Tell your admin the code (\w{4})\.$/.exec(text) ?? [];
    const logged = bot.lines.filter((line) => line.includes(`"reference":"${code}"`));
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('errors.test.ts');
    expect(bot.lines.join('')).not.toMatch(/Dana|acme|xoxb-/);
  });

  test('that takes too long is answered before Slack gives up (23)', async () => {
    addUser(bot.slack, 'U1');
    const startedAt = Date.now();

    const response = await sendSigned(bot.events, commandBy('U1', { text: 'slow' }));

    expect(Date.now() - startedAt).toBeLessThan(3000);
    expect(await response.text()).toContain('This takes longer than usual');
  });

  test('nobody listens to is answered with a sentence', async () => {
    addUser(bot.slack, 'U1');

    const response = await sendSigned(bot.events, commandBy('U1', { command: '/other' }));

    expect(await response.text()).toContain('This no longer does anything');
  });
});

describe('a form', () => {
  test.each([
    ['a known error under its first field', 'known', { first: TAKEN }],
    ['the problems its reader found', 'form', { second: 'Give a day.' }],
    ['the problem of a service’s field', 'field', { second: 'That day is over.' }],
  ])('keeps what was typed and shows %s', async (_title, callbackId, errors) => {
    addUser(bot.slack, 'U1');

    const response = await sendPayload(bot.events, submission(callbackId));

    expect(await response.json()).toEqual({ response_action: 'errors', errors });
  });

  test('without a field is replaced by the sentence', async () => {
    const payload = { ...submission('known'), view: { callback_id: 'known', blocks: [] } };

    const response = await sendPayload(bot.events, payload);

    expect(await response.json()).toMatchObject({
      response_action: 'update',
      view: { blocks: [{ text: { type: 'plain_text', text: TAKEN } }] },
    });
  });

  test('that takes too long asks for a second submit and stays open (110)', async () => {
    const response = await sendPayload(bot.events, submission('slow'));

    expect(await response.json()).toEqual({
      response_action: 'errors',
      errors: { first: 'Slack did not wait long enough. Submit it again: it is saved only once.' },
    });
  });
});

describe('a click', () => {
  test('on a message gets a private answer that leaves the message alone', async () => {
    const payload = { ...click('known'), response_url: bot.slack.respondUrl };

    const response = await sendPayload(bot.events, payload);
    await bot.settled();

    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(bot.slack.said.at(-1)).toEqual({
      response_type: 'ephemeral',
      replace_original: false,
      text: 'No prospect called “Dana &lt;Reyes&gt;”.',
      blocks: [
        {
          type: 'section',
          text: { type: 'plain_text', text: 'No prospect called “Dana <Reyes>”.', emoji: false },
        },
      ],
    });
  });

  test.each([
    ['in a form', 'modal', 'views.push'],
    ['on App Home', 'home', 'views.open'],
  ])('%s gets a small modal', async (_title, type, method) => {
    await sendPayload(bot.events, { ...click('known'), view: { type, blocks: [] } });
    await bot.settled();

    const call = bot.slack.calls.findLast((made) => made.method === method);
    expect(call?.args.view).toContain('No prospect called “Dana <Reyes>”.');
  });

  test('on a button that no longer exists is answered (116)', async () => {
    await sendPayload(bot.events, { ...click('retired'), response_url: bot.slack.respondUrl });
    await bot.settled();

    expect(bot.slack.said.at(-1)?.text).toContain('This no longer does anything');
  });
});

test('a global shortcut gets a small modal, after its answer', async () => {
  bot.slack.calls.length = 0;
  const payload = { ...click('x'), type: 'shortcut', actions: undefined, callback_id: 'known' };

  const response = await sendPayload(bot.events, payload);
  await bot.settled();

  expect(response.status).toBe(200);
  expect(bot.slack.calls.map(({ method }) => method)).toEqual(['views.open']);
});

test('a search that fails finds nothing', async () => {
  const payload = { ...click('x'), type: 'block_suggestion', actions: undefined };

  const response = await sendPayload(bot.events, { ...payload, action_id: 'known', value: 'da' });

  expect(await response.json()).toEqual({ options: [] });
});

function submission(callbackId: string) {
  const blocks = ['first', 'second'].map((id) => ({ type: 'input', block_id: id }));
  return {
    type: 'view_submission',
    team: { id: TEAM },
    user: { id: 'U1', team_id: TEAM },
    trigger_id: 'trigger',
    view: { id: 'V1', type: 'modal', callback_id: callbackId, blocks, state: { values: {} } },
  };
}

function click(actionId: string) {
  return {
    type: 'block_actions',
    team: { id: TEAM },
    user: { id: 'U1', team_id: TEAM },
    trigger_id: 'trigger',
    actions: [{ type: 'button', action_id: actionId, block_id: 'b', action_ts: '1.1' }],
  };
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
