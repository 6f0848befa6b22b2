import { type ViewPayload, validateView } from '../blocks/validate-view.ts';
import type { Person } from '../contract.ts';
import {
  describeView,
  homeOf,
  isStackFull,
  openModal,
  publishHome,
  pushModal,
  replacePayload,
} from '../modals.ts';
import type { StoredView, Trigger } from '../state.ts';
import { useTrigger } from '../triggers.ts';
import { getPerson } from '../world.ts';
import { requiredText, structure, text } from './arguments.ts';
import {
  type ApiBody,
  type BotCall,
  fromProblems,
  invalidArguments,
  type Method,
  SlackError,
} from './call.ts';
import { findPerson } from './find-channel.ts';

export const VIEW_METHODS: Record<string, Method> = {
  'views.open': { token: 'bot', args: ['trigger_id', 'view', 'interactivity_pointer'], run: open },
  'views.push': { token: 'bot', args: ['trigger_id', 'view', 'interactivity_pointer'], run: push },
  'views.update': { token: 'bot', args: ['view', 'view_id', 'external_id', 'hash'], run: update },
  'views.publish': { token: 'bot', args: ['user_id', 'view', 'hash'], run: publish },
};

/** A trigger from within a modal puts the new one on top of it, as `views.push` does. */
function open(call: BotCall): ApiBody {
  const payload = readView(call, 'modal');
  const { trigger, person } = exchangeTrigger(call);
  const within = trigger.viewId !== undefined && call.world.state.views.has(trigger.viewId);
  if (!within) return answer(call, openModal(call.world, person, payload));
  return answer(call, pushOnto(call, person, payload));
}

function push(call: BotCall): ApiBody {
  const payload = readView(call, 'modal');
  const { trigger, person } = exchangeTrigger(call);
  const below =
    trigger.viewId === undefined ? undefined : call.world.state.views.get(trigger.viewId);
  if (below?.payload.type !== 'modal') throw new SlackError('invalid_trigger_id');
  return answer(call, pushOnto(call, person, payload));
}

function update(call: BotCall): ApiBody {
  const view = findView(call);
  const payload = readView(call, view.payload.type, view.id);
  checkHash(call, view);
  replacePayload(call.world, view, payload);
  return answer(call, view);
}

function publish(call: BotCall): ApiBody {
  const person = findPerson(call, requiredText(call.args, 'user_id'));
  const payload = readView(call, 'home', homeOf(call.world, person.id)?.id);
  const known = homeOf(call.world, person.id);
  if (known) checkHash(call, known);
  return answer(call, publishHome(call.world, person, payload));
}

function pushOnto(call: BotCall, person: Person, payload: ViewPayload): StoredView {
  if (isStackFull(call.world, person.id)) throw new SlackError('push_limit_reached');
  return pushModal(call.world, person, payload);
}

function exchangeTrigger({ args, world, team }: BotCall): { trigger: Trigger; person: Person } {
  const exchanged = useTrigger(world, team.id, requiredText(args, 'trigger_id'));
  if (!exchanged.ok) throw new SlackError(exchanged.error);
  return { trigger: exchanged.trigger, person: getPerson(world, exchanged.trigger.personId) };
}

function readView(call: BotCall, type: 'modal' | 'home', ownId?: string): ViewPayload {
  const { given, value } = structure(call.args, 'view');
  if (!given) throw invalidArguments('missing required field: view');
  const result = validateView(value, type);
  if (!result.ok) throw fromProblems(result.error, result.problems);
  const holder = findByExternalId(call, result.view.external_id);
  if (holder && holder.id !== ownId) throw new SlackError('duplicate_external_id');
  return result.view;
}

function findView(call: BotCall): StoredView {
  const id = text(call.args, 'view_id');
  const externalId = text(call.args, 'external_id');
  if (!id && !externalId) throw invalidArguments('missing required field: view_id');
  const view = id ? call.world.state.views.get(id) : findByExternalId(call, externalId);
  if (view?.teamId !== call.team.id) throw new SlackError('not_found');
  return view;
}

function findByExternalId(call: BotCall, externalId: string | undefined): StoredView | undefined {
  if (!externalId) return undefined;
  return [...call.world.state.views.values()].find(
    (view) => view.teamId === call.team.id && view.payload.external_id === externalId,
  );
}

function checkHash(call: BotCall, view: StoredView): void {
  const hash = text(call.args, 'hash');
  if (hash !== undefined && hash !== view.hash) throw new SlackError('hash_conflict');
}

function answer(call: BotCall, view: StoredView): ApiBody {
  return { view: describeView(call.world, view) };
}
