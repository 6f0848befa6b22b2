import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findRepBySlackUser } from '../../../src/db/reps.ts';
import { prospects, touches } from '../../../src/db/schema.ts';
import { listWorkspaces } from '../../../src/db/workspaces.ts';
import { validateBlocks } from '../../../src/sandbox/blocks/validate-blocks.ts';
import { validateView } from '../../../src/sandbox/blocks/validate-view.ts';
import { addUser, commandBy, TEAM, useApp } from '../../support/app.ts';
import { createProspect } from '../../support/factories.ts';
import { sendEvent, sendPayload, sendSigned } from '../../support/signed.ts';

const NOW = new Date('2026-11-17T08:20:00Z');
const bot = useApp({
  clocks: () => ({ business: async () => NOW, machine: async () => NOW }),
});
let owner = { workspaceId: 0, id: '' };
let said = 0;

beforeAll(async () => {
  addUser(bot.slack, 'UANA');
  addUser(bot.slack, 'UBEN');
  await sendSigned(bot.events, commandBy('UANA'));
  await sendSigned(bot.events, commandBy('UBEN'));
  const [workspace] = await listWorkspaces(bot.db);
  const workspaceId = workspace?.id ?? 0;
  owner = { workspaceId, id: await repIdOf(workspaceId, 'UANA') };
  await createProspect(bot.db, owner);
  await createProspect(bot.db, owner, { name: 'Dana Whitfield', company: 'Northgate' });
  await createProspect(bot.db, owner, { name: 'José Álvarez', company: 'Solé' });
  await createProspect(bot.db, owner, { name: 'Will Call', company: 'Boxoffice' });
  const ben = { workspaceId, id: await repIdOf(workspaceId, 'UBEN') };
  await createProspect(bot.db, ben, { name: 'Sam Doyle', company: 'Birch' });
  await createProspect(bot.db, owner, {
    name: 'Greta Holm',
    company: 'Quiet',
    status: 'stopped',
    nextOn: null,
    nextAction: null,
    nextRule: null,
    nextChannel: null,
  });
});

beforeEach(async () => {
  await bot.settled();
  await bot.db.delete(touches);
  bot.slack.calls.length = 0;
  bot.slack.said.length = 0;
});

afterEach(() => {
  for (const { method, args } of bot.slack.calls) {
    if (method === 'chat.postMessage' && args.blocks) {
      expect(validateBlocks(JSON.parse(args.blocks), 'message')).toMatchObject({ ok: true });
    }
    if (method === 'views.open' && args.view) {
      expect(validateView(JSON.parse(args.view), 'modal')).toMatchObject({ ok: true });
    }
  }
});

describe('a line written to the bot', () => {
  test('is logged at once and echoed with Change and Undo', async () => {
    await write('Dana at Acme: called, no answer, try again Thursday 10am');

    expect(await logged()).toMatchObject([
      { channel: 'call', outcome: 'no_answer', touchedOn: '2026-11-17' },
    ]);
    const [dana] = await bot.db.select().from(prospects).where(eq(prospects.name, 'Dana Reyes'));
    expect(dana).toMatchObject({
      nextOn: '2026-11-19',
      nextAt: new Date('2026-11-19T09:00:00Z'),
      nextStep: 'try again',
      promised: false,
    });
    const answer = posted();
    expect(answer).toContain('no answer');
    expect(answer).toContain('Thu 19 Nov, 10:00');
    expect(answer).toMatch(/touch\.change.*touch\.undo/s);
  });

  test('can be undone where it was answered', async () => {
    await write('Emailed José');
    const value = buttonValue('touch.undo');

    await click('touch.undo', value, 'touch_answer');

    expect(bot.slack.said).toMatchObject([
      {
        replace_original: true,
        text: 'Undone: email sent. José Álvarez, Solé.',
      },
    ]);
  });

  test('is logged once and answered once when Slack sends it again', async () => {
    const again = await write('Emailed José');

    await send(again);

    expect(await logged()).toHaveLength(1);
    expect(bot.slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });

  test('finds a name written without its accents, and one made of everyday words', async () => {
    await write('called jose alvarez no reply');
    await write('Will Call: left a voicemail');

    expect((await logged()).map(({ outcome }) => outcome).toSorted()).toEqual([
      'no_answer',
      'sent',
    ]);
  });

  test('that fits two is asked about, and logged with the one they choose, once', async () => {
    await write('Called Dana, left a voicemail, try again tomorrow');
    expect(await logged()).toEqual([]);
    expect(posted()).toContain('Which one?');
    const value = buttonValue('Northgate');

    await click('sentence.whom', value);
    await click('sentence.whom', value);

    const touched = await logged();
    expect(touched).toHaveLength(1);
    const [whitfield] = await bot.db
      .select()
      .from(prospects)
      .where(eq(prospects.name, 'Dana Whitfield'));
    expect(touched[0]?.prospectId).toBe(whitfield?.id);
    expect(whitfield?.nextOn).toBe('2026-11-18');
    expect(JSON.stringify(bot.slack.said)).toContain('Dana Whitfield');
  });

  test('that lacks only what happened is logged by one tap, with its day and time', async () => {
    await write('José tomorrow at ten');
    expect(await logged()).toEqual([]);
    expect(posted()).toContain('José Álvarez, Solé*. Next: Wed 18 Nov, 10:00.');
    const value = tapOn('sentence.no_answer');

    await click('sentence.no_answer', value);
    await click('sentence.no_answer', value);

    expect(await logged()).toMatchObject([
      { channel: 'call', outcome: 'no_answer', touchedOn: '2026-11-17' },
    ]);
    const [jose] = await bot.db.select().from(prospects).where(eq(prospects.name, 'José Álvarez'));
    expect(jose).toMatchObject({
      nextOn: '2026-11-18',
      nextAt: new Date('2026-11-18T09:00:00Z'),
    });
    expect(bot.slack.said[0]).toMatchObject({ replace_original: true });
    expect(JSON.stringify(bot.slack.said)).toContain('Logged*: call, no answer.');
  });

  test('that nobody answered is a call where an e-mail was next', async () => {
    const email = { nextChannel: 'email' as const };
    await bot.db.update(prospects).set(email).where(eq(prospects.name, 'Will Call'));
    await write('Will Call: no answer');

    expect(await logged()).toMatchObject([{ channel: 'call', outcome: 'no_answer' }]);
  });

  test('is logged with one answer, not with a second one as well', async () => {
    await write('José tomorrow at ten');
    const [sent, spoke] = [tapOn('sentence.sent'), tapOn('sentence.spoke')];

    await click('sentence.sent', sent);
    await click('sentence.spoke', spoke);

    expect((await logged()).map(({ outcome }) => outcome)).toEqual(['sent']);
  });

  test('is not logged by one tap where a date is in doubt, but in the form', async () => {
    await write('called José, try 5/12');
    await click('sentence.spoke', tapOn('sentence.spoke'));

    expect(await logged()).toEqual([]);
    expect(opened()).toContain('I am not sure of the date. Choose the day.');
    expect(opened()).toContain('We spoke or met');
  });

  test('that fits two and lacks what happened is asked on, about the one they choose', async () => {
    await write('Dana tomorrow at ten');
    await click('sentence.whom', buttonValue('Northgate'));
    expect(await logged()).toEqual([]);
    const [asked] = bot.slack.said;
    expect(JSON.stringify(asked)).toContain('*Dana Whitfield, Northgate*');

    await click('sentence.spoke', tapOn('sentence.spoke', asked));

    const [touch] = await logged();
    const [whitfield] = await bot.db
      .select()
      .from(prospects)
      .where(eq(prospects.name, 'Dana Whitfield'));
    expect(touch?.prospectId).toBe(whitfield?.id);
  });

  test('opens the form with all that was understood for something else', async () => {
    await write('José tomorrow at ten');
    await click('sentence.form', tapOn('sentence.form'));

    expect(opened()).toContain('"initial_date":"2026-11-18"');
    expect(opened()).toContain('"initial_time":"10:00"');
    expect(opened()).toContain('José Álvarez, Solé');
  });

  test('about somebody unknown offers to add them, through the form', async () => {
    await write('Bob Miller: called, no answer, try again tomorrow');
    expect(await logged()).toEqual([]);
    expect(posted()).toContain('Add “Bob Miller”');

    await click('sentence.add', buttonValue('Bob Miller'));

    const view = opened();
    expect(view).toContain('"initial_value":"Bob Miller"');
    expect(view).toContain('"initial_date":"2026-11-18"');
    expect(await logged()).toEqual([]);
  });

  test('about somebody unknown of a company offers both apart', async () => {
    await write('Pia Brandt at Elmtree: called, no answer');
    expect(posted()).toContain('Add “Pia Brandt, Elmtree”');

    await click('sentence.add', tapOn('sentence.add'));

    const view = opened();
    expect(view).toContain('"initial_value":"Pia Brandt"');
    expect(view).toContain('"initial_value":"Elmtree"');
    expect(view).not.toContain('I know nobody');
  });

  test('leaves in the note only what it says beyond what was understood', async () => {
    await write('José: called, no answer, try again tomorrow');
    await write('Dana at Acme: spoke, budget is 20k, send pricing tomorrow');

    expect((await logged()).map(({ note }) => note).toSorted()).toEqual(['budget is 20k', null]);
  });

  test.each([
    ['José tomorrow at ten', 'What happened?'],
    ['José said no', 'Why did they say No?'],
  ])('opens a form for “%s” whose fields ask by themselves', async (text, asked) => {
    await write(text);
    expect(posted()).toContain(asked);

    await click('sentence.form', tapOn('sentence.form'));

    expect(opened()).not.toContain(asked);
    expect(opened()).not.toContain('Nothing is logged yet');
  });

  test.each([
    ['did anybody call Dana Reyes?', 'Nothing done yet'],
    ['will call Dana Reyes tomorrow', 'Nothing done yet'],
    ['Dana Reyes: called, try 31/02', 'What happened?'],
    ['José said no', 'Why did they say No?'],
    ['called Dana Reyes, no answer, try again 5/12', 'Which day?'],
    ['hello', 'Tell me whom it is about'],
    ['x'.repeat(2500), 'too long'],
  ])('logs nothing for “%s”', async (text, answer) => {
    await write(text);

    expect(await logged()).toEqual([]);
    expect(posted()).toContain(answer);
  });

  test('says so when they asked us to stop, or the Yes is somebody else’s to log', async () => {
    await write('Greta Holm: emailed the deck');
    await write('Sam Doyle said yes', 'UANA');

    expect(await logged()).toEqual([]);
    expect(posted()).toContain('asked us to stop');
  });
});

describe('/followup', () => {
  test('logs a sentence after log and answers to the person alone', async () => {
    const response = await command('log Dana Reyes: called, no answer');

    expect(await logged()).toHaveLength(1);
    const body = (await response.json()) as Record<string, unknown>;
    expect(body.response_type).toBe('ephemeral');
    expect(JSON.stringify(body)).toContain('no answer');
  });

  test('case 117: a sentence after /followup is logged once for one command', async () => {
    const text = 'dana reyes acme called no answer';
    await command(text, { trigger_id: 'same' });
    await command(text, { trigger_id: 'same' });

    expect(await logged()).toHaveLength(1);
  });

  test('opens the form with what was understood when something is open', async () => {
    const response = await command('log called Dana, no answer, try again tomorrow');

    expect(await response.text()).toBe('');
    expect(await logged()).toEqual([]);
    expect(opened()).toContain('"initial_date":"2026-11-18"');
  });

  test('still says which verb was meant', async () => {
    const response = await command('lsit overdue');

    expect(await response.text()).toContain('Did you mean /followup list?');
  });

  test('says whose the No is', async () => {
    const response = await command('log Sam Doyle said no, too expensive', { user_id: 'UBEN' });
    expect(await logged()).toHaveLength(1);
    expect(await response.text()).toContain('Lost');
    await bot.db.delete(touches);

    const refused = await command('log Sam Doyle said yes');
    expect(await refused.text()).toContain('belongs to somebody else');
    expect(await logged()).toEqual([]);
  });
});

async function repIdOf(workspaceId: number, slackUserId: string): Promise<string> {
  return (await findRepBySlackUser(bot.db, { workspaceId, slackUserId }))?.id ?? '';
}

function logged() {
  return bot.db.select().from(touches);
}

async function write(text: string, user = 'UANA') {
  const event = {
    type: 'message',
    channel_type: 'im',
    channel: `D${user}`,
    user,
    text,
    ts: `${++said}.1`,
    event_ts: `${said}.1`,
  };
  await send(event);
  return event;
}

async function send(event: Record<string, unknown>) {
  await sendEvent(bot.events, { team_id: TEAM, api_app_id: 'A1', event });
  await bot.settled();
}

async function command(text: string, change: Record<string, string> = {}) {
  const fields = { text, trigger_id: `trigger-${++said}`, response_url: bot.slack.respondUrl };
  const response = await sendSigned(bot.events, commandBy('UANA', { ...fields, ...change }));
  await bot.settled();
  return response;
}

async function click(actionId: string, value: string, blockId = 'b') {
  await sendPayload(bot.events, {
    type: 'block_actions',
    team: { id: TEAM },
    user: { id: 'UANA', team_id: TEAM },
    api_app_id: 'A1',
    trigger_id: `trigger-${++said}`,
    response_url: bot.slack.respondUrl,
    container: { type: 'message', message_ts: '9.9', channel_id: 'DUANA' },
    channel: { id: 'DUANA' },
    actions: [
      { type: 'button', action_id: actionId, block_id: blockId, value, action_ts: `${++said}.0` },
    ],
  });
  await bot.settled();
}

function posted(): string {
  return bot.slack.calls
    .filter(({ method }) => method === 'chat.postMessage')
    .map(({ args }) => `${args.text} ${args.blocks ?? ''}`)
    .join('\n');
}

function opened(): string {
  return bot.slack.calls.find(({ method }) => method === 'views.open')?.args.view ?? '';
}

/** The value of the button that stands nearest a name. */
function buttonValue(name: string): string {
  const call = bot.slack.calls.findLast(({ method }) => method === 'chat.postMessage');
  const blocks: unknown[] = JSON.parse(call?.args.blocks ?? '[]');
  const row = blocks
    .map((block) => JSON.stringify(block))
    .find((text) => text.includes(name) && text.includes('"value"'));
  const [, value = '""'] = /"value":("(?:[^"\\]|\\.)*")/.exec(row ?? '') ?? [];
  return JSON.parse(value);
}

/** The value of a button under the question the bot asked last, or under another. */
function tapOn(actionId: string, question: { blocks?: unknown } = {}): string {
  const call = bot.slack.calls.findLast(({ method }) => method === 'chat.postMessage');
  const blocks = (question.blocks ?? JSON.parse(call?.args.blocks ?? '[]')) as {
    elements?: { action_id: string; value: string }[];
  }[];
  const elements = blocks.flatMap((block) => block.elements ?? []);
  return elements.find((element) => element.action_id === actionId)?.value ?? '';
}
