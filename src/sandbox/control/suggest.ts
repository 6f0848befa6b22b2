import { menuOption, optionGroup } from '../blocks/composition-rules.ts';
import { isRecord, list } from '../blocks/rules.ts';
import type { Control, Person, SuggestAnswer } from '../contract.ts';
import { blockSuggestion } from '../deliver/payloads.ts';
import { OPTION_GROUPS, SELECT_OPTIONS } from '../limits.ts';
import { describeProblems } from '../web-api/call.ts';
import type { World } from '../world.ts';
import { explain, problem } from './actor.ts';
import { findOnSurface } from './find-place.ts';
import { completeValues } from './form-values.ts';

const DEFAULT_MIN_QUERY = 3;

/** Typing into a menu whose options the app gives as one types. */
export async function suggest(
  world: World,
  person: Person,
  input: Parameters<Control['suggest']>[0],
): Promise<SuggestAnswer> {
  const found = findOnSurface(world, person, input);
  if (!found?.element.type.endsWith('external_select')) {
    return problem('This is no longer there. It may have been redrawn.');
  }
  const { place, element } = found;
  if (input.query.length < Number(element.min_query_length ?? DEFAULT_MIN_QUERY)) {
    return { ok: true, options: [] };
  }
  if (place.kind === 'view' && input.values) {
    const layers = [input.values, place.view.values];
    place.view.values = completeValues(place.view.payload.blocks, layers);
  }
  const { blockId, actionId, query } = input;
  const delivery = blockSuggestion(world, { person, place, blockId, actionId, query });
  const answer = await world.courier.send(delivery);
  if (!answer.ok) return problem(explain(answer.problem));
  return readSuggestions(answer.body);
}

function readSuggestions(body: unknown): SuggestAnswer {
  if (!isRecord(body)) return problem('The app answered without options.');
  const { options, option_groups: groups } = body;
  const problems =
    groups === undefined
      ? list(menuOption, { max: SELECT_OPTIONS })(options, '/options')
      : list(optionGroup, { max: OPTION_GROUPS })(groups, '/option_groups');
  if (problems.length > 0) return problem(describeProblems(problems).join(' '));
  // Safe because the rules have just accepted every option.
  const read = { options, groups } as Pick<SuggestAnswer, 'options' | 'groups'>;
  return {
    ok: true,
    ...(groups === undefined ? { options: read.options } : { groups: read.groups }),
  } as SuggestAnswer;
}
