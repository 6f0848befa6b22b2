import { fillIds, findElement } from './blocks/read-blocks.ts';
import type { ViewPayload } from './blocks/validate-view.ts';
import type { FormValues, Person } from './contract.ts';
import { VIEW_STACK } from './limits.ts';
import { nextId, nextTs, randomToken, type StoredView } from './state.ts';
import type { World } from './world.ts';

/** The modal on top of a person's screen. */
export function topModal(world: World, personId: string): StoredView | null {
  const id = world.state.stacks.get(personId)?.at(-1);
  return (id === undefined ? undefined : world.state.views.get(id)) ?? null;
}

export function modalDepth(world: World, personId: string): number {
  return world.state.stacks.get(personId)?.length ?? 0;
}

export function isStackFull(world: World, personId: string): boolean {
  return modalDepth(world, personId) >= VIEW_STACK;
}

export function pushModal(world: World, person: Person, payload: ViewPayload): StoredView {
  const stack = world.state.stacks.get(person.id) ?? [];
  const view = storeView(world, person, payload, {
    rootId: stack[0] ?? null,
    previousId: stack.at(-1) ?? null,
  });
  world.state.stacks.set(person.id, [...stack, view.id]);
  world.changed('modal');
  return view;
}

/** Opens a modal in place of whatever the person had open. */
export function openModal(world: World, person: Person, payload: ViewPayload): StoredView {
  clearModals(world, person.id);
  return pushModal(world, person, payload);
}

export function closeModal(world: World, view: StoredView): void {
  const stack = world.state.stacks.get(view.personId) ?? [];
  world.state.stacks.set(
    view.personId,
    stack.filter((id) => id !== view.id),
  );
  world.state.views.delete(view.id);
  world.changed('modal');
}

export function clearModals(world: World, personId: string): StoredView[] {
  const closed = (world.state.stacks.get(personId) ?? [])
    .map((id) => world.state.views.get(id))
    .filter((view) => view !== undefined);
  for (const view of closed) world.state.views.delete(view.id);
  world.state.stacks.delete(personId);
  world.changed('modal');
  return closed;
}

/** Redraws a view under its id; what was typed stays where block and action keep their ids. */
export function replacePayload(world: World, view: StoredView, payload: ViewPayload): void {
  view.payload = withIds(world, payload);
  view.hash = newHash(world);
  view.values = keepTyped(view);
  world.changed(view.payload.type);
}

export function publishHome(world: World, person: Person, payload: ViewPayload): StoredView {
  const known = homeOf(world, person.id);
  if (known) {
    replacePayload(world, known, payload);
    return known;
  }
  const view = storeView(world, person, payload, { rootId: null, previousId: null });
  world.state.homes.set(person.id, view.id);
  world.changed('home');
  return view;
}

export function homeOf(world: World, personId: string): StoredView | null {
  const id = world.state.homes.get(personId);
  return (id === undefined ? undefined : world.state.views.get(id)) ?? null;
}

/** A view as the Web API and every payload show it. */
export function describeView(world: World, view: StoredView): Record<string, unknown> {
  const { payload } = view;
  const team = world.state.teams.get(view.teamId);
  return {
    id: view.id,
    team_id: view.teamId,
    type: payload.type,
    blocks: payload.blocks,
    private_metadata: payload.private_metadata ?? '',
    callback_id: payload.callback_id ?? '',
    state: { values: view.values },
    hash: view.hash,
    ...(payload.type === 'modal' ? { title: payload.title } : {}),
    submit: payload.submit ?? null,
    close: payload.close ?? null,
    clear_on_close: payload.clear_on_close ?? false,
    notify_on_close: payload.notify_on_close ?? false,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: world.options.appId,
    external_id: payload.external_id ?? '',
    app_installed_team_id: view.teamId,
    bot_id: team?.botId ?? '',
  };
}

function storeView(
  world: World,
  person: Person,
  payload: ViewPayload,
  place: { rootId: string | null; previousId: string | null },
): StoredView {
  const id = nextId(world.state, 'V');
  const view: StoredView = {
    id,
    teamId: person.teamId,
    personId: person.id,
    payload: withIds(world, payload),
    hash: newHash(world),
    rootId: place.rootId ?? id,
    previousId: place.previousId,
    values: {},
  };
  world.state.views.set(id, view);
  return view;
}

function withIds(world: World, payload: ViewPayload): ViewPayload {
  return { ...payload, blocks: fillIds(payload.blocks, () => nextId(world.state, 'b')) };
}

function newHash(world: World): string {
  return `${nextTs(world.state)}.${randomToken().slice(0, 8)}`;
}

function keepTyped(view: StoredView): FormValues {
  const kept: FormValues = {};
  for (const [blockId, actions] of Object.entries(view.values)) {
    for (const [actionId, value] of Object.entries(actions)) {
      if (findElement(view.payload.blocks, blockId, actionId)?.type !== value.type) continue;
      kept[blockId] = { ...kept[blockId], [actionId]: value };
    }
  }
  return kept;
}
