import { expect, test, vi } from 'vitest';
import {
  input,
  modal,
  openForAna,
  section,
  startScene,
  takeTrigger,
  topModal,
} from './support/local-slack.ts';

const view = modal([section('Hello')]);

test('a trigger opens one modal, once', async () => {
  const scene = await startScene();
  const trigger_id = await takeTrigger(scene);

  expect(await scene.api('views.open', { trigger_id, view })).toMatchObject({
    ok: true,
    view: { type: 'modal', state: { values: {} } },
  });
  expect(await scene.api('views.open', { trigger_id, view })).toMatchObject({
    error: 'exchanged_trigger_id',
  });
  expect(await scene.api('views.open', { trigger_id: '1.2.3', view })).toMatchObject({
    error: 'invalid_trigger_id',
  });
});

test('a trigger lives for three seconds of machine time', async () => {
  const scene = await startScene();
  const trigger_id = await takeTrigger(scene);
  const later = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 3001);

  const answer = await scene.api('views.open', { trigger_id, view });
  later.mockRestore();

  expect(answer).toMatchObject({ error: 'expired_trigger_id' });
});

test('a trigger of another workspace is invalid', async () => {
  const scene = await startScene();
  const { botToken } = scene.slack.directory.addTeam({ name: 'Fabrikam' });
  const trigger_id = await takeTrigger(scene);

  expect(await scene.api('views.open', { trigger_id, view }, botToken)).toMatchObject({
    error: 'invalid_trigger_id',
  });
});

test('modals stack three high', async () => {
  const scene = await startScene();
  const button = { type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' } };
  const stacked = modal([{ type: 'actions', block_id: 'b', elements: [button] }]);
  await openForAna(scene, stacked);
  const push = async (): Promise<unknown> => {
    const { id: viewId } = await topModal(scene);
    await scene.slack.control.act({
      as: scene.ana.id,
      on: { kind: 'modal', viewId },
      blockId: 'b',
      actionId: 'more',
      element: { type: 'button' },
    });
    const { trigger_id } = scene.app.last().payload;
    return scene.api('views.push', { trigger_id, view: stacked });
  };

  expect(await push()).toMatchObject({ ok: true });
  expect(await push()).toMatchObject({ ok: true });
  expect(await push()).toMatchObject({ error: 'push_limit_reached' });
  expect(await topModal(scene)).toMatchObject({ depth: 3 });
});

test('an update with an old hash is refused', async () => {
  const scene = await startScene();
  const { id: view_id, hash } = await openForAna(scene, view);
  await scene.api('views.update', { view_id, view: modal([section('New')]), hash });

  expect(await scene.api('views.update', { view_id, view, hash })).toMatchObject({
    error: 'hash_conflict',
  });
  expect(await scene.api('views.update', { view_id: 'V9999999', view })).toMatchObject({
    error: 'not_found',
  });
});

test('an external id names one view', async () => {
  const scene = await startScene();
  const named = modal([section('x')], { external_id: 'log-1' });
  await openForAna(scene, named);
  const trigger_id = await takeTrigger(scene);

  expect(await scene.api('views.open', { trigger_id, view: named })).toMatchObject({
    error: 'duplicate_external_id',
  });
  expect(await scene.api('views.update', { external_id: 'log-1', view: named })).toMatchObject({
    ok: true,
  });
});

test('a refused view says what is wrong and leaves the trigger', async () => {
  const scene = await startScene();
  const trigger_id = await takeTrigger(scene);
  const broken = modal([{ type: 'fancy' }]);

  expect(await scene.api('views.open', { trigger_id, view: broken })).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: {
      messages: ['[ERROR] unsupported type: fancy [json-pointer:/view/blocks/0/type]'],
    },
  });
  expect(await scene.api('views.open', { trigger_id, view })).toMatchObject({ ok: true });
});

test('a Home tab is drawn for one person', async () => {
  const { api, slack, ana, ben } = await startScene();
  const home = { type: 'home', blocks: [section('Your day')] };

  const { view: published } = await api('views.publish', { user_id: ana.id, view: home });
  const stale = await api('views.publish', { user_id: ana.id, view: home, hash: 'old' });

  expect(published).toMatchObject({ type: 'home' });
  expect(stale).toMatchObject({ error: 'hash_conflict' });
  expect((await slack.control.snapshot({ as: ana.id })).home).toMatchObject(home.blocks);
  expect((await slack.control.snapshot({ as: ben.id })).home).toBeNull();
});

test('an update keeps what was typed where block and action stay', async () => {
  const scene = await startScene();
  const text = input('note', { type: 'plain_text_input' }, { optional: true });
  const other = input('how', { type: 'plain_text_input' }, { dispatch_action: true });
  const { id: viewId } = await openForAna(scene, modal([text, other]));
  await scene.slack.control.act({
    as: scene.ana.id,
    on: { kind: 'modal', viewId },
    blockId: 'how',
    actionId: 'value',
    element: { type: 'plain_text_input', value: 'Call' },
    values: { note: { value: { type: 'plain_text_input', value: 'typed' } } },
  });

  const answer = await scene.api('views.update', { view_id: viewId, view: modal([text]) });

  expect(answer).toMatchObject({
    view: { state: { values: { note: { value: { value: 'typed' } } } } },
  });
});
