import { offeredOptions } from '../blocks/element-rules.ts';
import type { Element } from '../blocks/read-blocks.ts';
import { isRecord } from '../blocks/rules.ts';
import type { ActionInput, ControlAnswer, FormValues, Person } from '../contract.ts';
import { blockActions, type Place } from '../deliver/payloads.ts';
import { escapeEcho } from '../escape.ts';
import { issueResponseUrl } from '../response-url.ts';
import { issueTrigger } from '../triggers.ts';
import type { World } from '../world.ts';
import { DONE, explain, problem } from './actor.ts';
import { findOnSurface } from './find-place.ts';
import { completeValues, holdsValue } from './form-values.ts';

/** A click, or a choice in a menu: the app hears of it with everything else that stands in the form. */
export async function act(
  world: World,
  person: Person,
  input: ActionInput,
): Promise<ControlAnswer> {
  const found = findOnSurface(world, person, input);
  if (!found || found.element.type !== input.element.type) {
    return problem('This is no longer there. It may have been redrawn.');
  }
  const { place, block, element } = found;
  const chosen = choose(element, input.element);
  if (!chosen) return problem('This is not one of the options.');

  const values = takeValues(place, input, chosen);
  // Fields of a form stay silent until it is submitted, unless the app asked to hear of them.
  if (block.type === 'input' && block.dispatch_action !== true) return DONE;
  const who = { personId: person.id, teamId: person.teamId };
  const answer = await world.courier.send(
    blockActions(world, {
      person,
      place,
      values,
      action: {
        ...describe(element),
        ...chosen,
        block_id: input.blockId,
        action_id: input.actionId,
      },
      triggerId: issueTrigger(world, {
        ...who,
        ...(place.kind === 'view' ? { viewId: place.view.id } : {}),
      }),
      ...(place.kind === 'message'
        ? {
            responseUrl: issueResponseUrl(world, {
              ...who,
              channelId: place.channel.id,
              ts: place.message.ts,
            }),
          }
        : {}),
    }),
  );
  return answer.ok ? DONE : problem(explain(answer.problem));
}

/** What was chosen, with options as the app offered them; null when it never did. */
function choose(element: Element, given: Record<string, unknown>): Record<string, unknown> | null {
  const { type: _type, action_id: _action, block_id: _block, ...rest } = given;
  if (element.type === 'button') return {};
  const offered = (option: unknown): unknown => {
    if (element.type.endsWith('external_select')) return isRecord(option) ? option : undefined;
    const value = isRecord(option) ? option.value : undefined;
    return offeredOptions(element).find((candidate) => candidate.value === value);
  };
  if ('selected_option' in rest && rest.selected_option !== null) {
    const option = offered(rest.selected_option);
    return option ? { selected_option: option } : null;
  }
  if (Array.isArray(rest.selected_options)) {
    const options = rest.selected_options.map(offered);
    return options.every(Boolean) ? { selected_options: options } : null;
  }
  return rest;
}

function takeValues(place: Place, input: ActionInput, chosen: Record<string, unknown>): FormValues {
  const acted: FormValues = holdsValue(input.element.type)
    ? { [input.blockId]: { [input.actionId]: { ...chosen, type: input.element.type } } }
    : {};
  const layers = [acted, input.values ?? {}];
  if (place.kind === 'message') return completeValues(place.message.blocks, layers);
  place.view.values = completeValues(place.view.payload.blocks, [...layers, place.view.values]);
  return place.view.values;
}

/** What a payload repeats of the element itself. */
function describe(element: Element): Record<string, unknown> {
  const { type, text, value, style, placeholder } = element;
  const told = { type, text, value, style, placeholder };
  const present = Object.entries(told).filter(([, item]) => item !== undefined);
  return Object.fromEntries(present.map(([name, item]) => [name, escapeEcho(item)]));
}
