import { expect, test } from 'vitest';
import type { FormValues, SubmitAnswer } from '../../src/sandbox/contract.ts';
import {
  input,
  modal,
  openForAna,
  plain,
  type Scene,
  section,
  startScene,
  topModal,
} from './support/local-slack.ts';

const text = (more = {}): Record<string, unknown> => ({ type: 'plain_text_input', ...more });
const option = (value: string): object => ({ text: plain(value), value });
const menu = { type: 'static_select', options: [option('call'), option('email')] };

async function submit(scene: Scene, values: FormValues = {}): Promise<SubmitAnswer> {
  const { id: viewId } = await topModal(scene);
  return scene.slack.control.submit({ as: scene.ana.id, viewId, values });
}

function typed(blockId: string, value: unknown, type = 'plain_text_input'): FormValues {
  return { [blockId]: { value: { type, value } } };
}

test('an empty submission answer closes the form', async () => {
  const scene = await startScene();
  await openForAna(scene, modal([input('name', text())]));

  expect(await submit(scene, typed('name', 'Dana'))).toEqual({ ok: true });

  expect(scene.app.last().payload).toMatchObject({
    type: 'view_submission',
    trigger_id: expect.any(String),
    view: {
      callback_id: 'form',
      state: { values: { name: { value: { type: 'plain_text_input', value: 'Dana' } } } },
    },
  });
  expect((await scene.slack.control.snapshot({ as: scene.ana.id })).modal).toBeNull();
});

test('fields the page is silent about hold what the app preset', async () => {
  const scene = await startScene();
  const blocks = [
    input('note', text({ initial_value: 'hello' })),
    input('how', { ...menu, initial_option: option('call') }),
    input('on', { type: 'datepicker' }, { optional: true }),
    input('who', { type: 'users_select', initial_user: scene.ben.id }),
  ];
  await openForAna(scene, modal(blocks));

  await submit(scene);

  expect(scene.app.last().payload).toMatchObject({
    view: {
      state: {
        values: {
          note: { value: { value: 'hello' } },
          how: { value: { selected_option: { value: 'call' } } },
          on: { value: { type: 'datepicker', selected_date: null } },
          who: { value: { selected_user: scene.ben.id } },
        },
      },
    },
  });
});

test.each([
  ['a required field left empty', text(), { value: '' }, 'Please complete this required field.'],
  [
    'too few characters',
    text({ min_length: 3 }),
    { value: 'ab' },
    'Please enter at least 3 characters.',
  ],
  [
    'too many characters',
    text({ max_length: 3 }),
    { value: 'abcd' },
    'Please enter at most 3 characters.',
  ],
  [
    'an option that is not offered',
    menu,
    { selected_option: option('fax') },
    'Please choose one of the options.',
  ],
  [
    'a day that does not exist',
    { type: 'datepicker' },
    { selected_date: '2026-02-30' },
    'Please enter a valid date.',
  ],
  [
    'a time that does not exist',
    { type: 'timepicker' },
    { selected_time: '24:00' },
    'Please enter a valid time.',
  ],
  [
    'an email without a place',
    { type: 'email_text_input' },
    { value: 'dana' },
    'Please enter a valid email address.',
  ],
  [
    'a number out of range',
    { type: 'number_input', is_decimal_allowed: false, max_value: '60' },
    { value: '61' },
    'Please enter a number of at most 60.',
  ],
])('Slack refuses %s before the app hears of it', async (_title, element, value, sentence) => {
  const scene = await startScene();
  await openForAna(scene, modal([input('field', element)]));
  const before = scene.app.received.length;

  const answer = await submit(scene, {
    field: { value: { type: element.type as string, ...value } },
  });

  expect(answer).toEqual({ ok: false, errors: { field: sentence } });
  expect(scene.app.received).toHaveLength(before);
});

test('the app refuses fields by their block', async () => {
  const scene = await startScene();
  await openForAna(scene, modal([input('name', text()), { ...section('x'), block_id: 'note' }]));
  const answerWith = (errors: object): void =>
    scene.app.answer(() => ({ body: { response_action: 'errors', errors } }));

  answerWith({ name: 'Already there' });
  expect(await submit(scene, typed('name', 'Dana'))).toEqual({
    ok: false,
    errors: { name: 'Already there' },
  });
  answerWith({ note: 'Not an input' });
  expect(await submit(scene)).toMatchObject({ problem: expect.stringContaining('block_id') });
});

test('the app redraws the form, puts one on top and clears them all', async () => {
  const scene = await startScene();
  const { id } = await openForAna(scene, modal([input('name', text({ initial_value: 'x' }))]));
  const answerWith = (action: string, blocks: unknown[]): void =>
    scene.app.answer(() => ({ body: { response_action: action, view: modal(blocks) } }));

  answerWith('update', [input('sure', text({ initial_value: 'y' }))]);
  await submit(scene);
  expect(await topModal(scene)).toMatchObject({ id, view: { blocks: [{ block_id: 'sure' }] } });

  answerWith('push', [section('On top')]);
  await submit(scene);
  expect(await topModal(scene)).toMatchObject({ depth: 2 });

  scene.app.answer(() => ({ body: { response_action: 'clear' } }));
  await submit(scene);
  expect((await scene.slack.control.snapshot({ as: scene.ana.id })).modal).toBeNull();
});

test.each([
  ['a body of ok', { body: 'ok' }],
  ['a fault of the app', { status: 500 }],
  ['a view that Slack cannot show', { body: { response_action: 'update', view: {} } }],
])('%s leaves the form open with a problem', async (_title, answer) => {
  const scene = await startScene();
  await openForAna(scene, modal([input('name', text({ initial_value: 'x' }))]));
  scene.app.answer(() => answer);

  expect(await submit(scene)).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/trouble/),
  });
  expect(await topModal(scene)).toMatchObject({ depth: 1 });
});

test('closing is told when the app asked to know', async () => {
  const scene = await startScene();
  const { id: viewId } = await openForAna(scene, modal([section('x')], { notify_on_close: true }));

  await scene.slack.control.closeModal({ as: scene.ana.id, viewId });

  expect(scene.app.last().payload).toMatchObject({ type: 'view_closed', is_cleared: false });
});

test('a button in a form sends what stands in it', async () => {
  const scene = await startScene();
  const button = { type: 'button', action_id: 'more', text: plain('More & more'), value: '7' };
  const blocks = [input('name', text()), { type: 'actions', block_id: 'b', elements: [button] }];
  const { id: viewId } = await openForAna(scene, modal(blocks));

  await scene.slack.control.act({
    as: scene.ana.id,
    on: { kind: 'modal', viewId },
    blockId: 'b',
    actionId: 'more',
    element: { type: 'button', value: 'forged' },
    values: typed('name', 'Da'),
  });

  expect(scene.app.last().payload).toMatchObject({
    type: 'block_actions',
    container: { type: 'view', view_id: viewId },
    view: { state: { values: { name: { value: { value: 'Da' } } } } },
    actions: [{ action_id: 'more', value: '7', text: { text: 'More &amp; more' } }],
  });
  expect(scene.app.last().payload).not.toHaveProperty('response_url');
});

test('a field speaks only when the app asked it to', async () => {
  const scene = await startScene();
  const blocks = [input('a', menu), input('b', menu, { dispatch_action: true })];
  const { id: viewId } = await openForAna(scene, modal(blocks));
  const choose = (blockId: string, value: string): Promise<unknown> =>
    scene.slack.control.act({
      as: scene.ana.id,
      on: { kind: 'modal', viewId },
      blockId,
      actionId: 'value',
      element: { type: 'static_select', selected_option: option(value) },
    });
  const before = scene.app.received.length;

  await choose('a', 'call');
  expect(scene.app.received).toHaveLength(before);
  expect(await choose('b', 'fax')).toMatchObject({ ok: false });
  await choose('b', 'email');

  expect(scene.app.last().payload).toMatchObject({
    view: { state: { values: { a: { value: { selected_option: { value: 'call' } } } } } },
    actions: [{ type: 'static_select', selected_option: { value: 'email' } }],
  });
});

test('a menu asks the app for its options as one types', async () => {
  const scene = await startScene();
  const field = input('who', { type: 'external_select', min_query_length: 1 });
  const { id: viewId } = await openForAna(scene, modal([field]));
  const suggest = (query: string): Promise<unknown> =>
    scene.slack.control.suggest({
      as: scene.ana.id,
      on: { kind: 'modal', viewId },
      blockId: 'who',
      actionId: 'value',
      query,
    });
  scene.app.answer(() => ({ body: { options: [option('Dana')] } }));

  expect(await suggest('')).toEqual({ ok: true, options: [] });
  expect(await suggest('da')).toEqual({ ok: true, options: [option('Dana')] });
  expect(scene.app.last().payload).toMatchObject({ type: 'block_suggestion', value: 'da' });
  scene.app.answer(() => ({ body: { options: Array(101).fill(option('x')) } }));
  expect(await suggest('da')).toMatchObject({
    problem: expect.stringContaining('no more than 100 items'),
  });
});
