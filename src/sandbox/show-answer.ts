import { editMessage, postMessage } from './post-message.ts';
import { findMessage, type ResponseUrl, removeMessage, type StoredMessage } from './state.ts';
import { isSet } from './web-api/arguments.ts';
import type { Arguments } from './web-api/call.ts';
import { readContent } from './web-api/content.ts';
import { getTeam, type World } from './world.ts';

type Place = Pick<ResponseUrl, 'teamId' | 'personId' | 'channelId' | 'ts'>;

/**
 * Shows what the app answers to a command or a click: to that person alone unless it says `in_channel`, or in place
 * of the message the button stood on. What the person typed themselves is never replaced.
 */
export function showAnswer(world: World, place: Place, answer: Arguments): void {
  const original = findOriginal(world, place);
  if (isSet(answer, 'delete_original')) {
    if (original) removeMessage(world.state, place.channelId, original.ts);
    world.changed('message');
    return;
  }
  const content = readContent(answer);
  if (original && isSet(answer, 'replace_original')) {
    editMessage(world, original, content);
    return;
  }
  const forAll = answer.response_type === 'in_channel';
  postMessage(world, {
    ...content,
    teamId: place.teamId,
    channelId: place.channelId,
    from: getTeam(world, place.teamId).botUserId,
    ...(forAll ? {} : { ephemeralFor: place.personId }),
  });
}

function findOriginal(world: World, place: Place): StoredMessage | null {
  if (place.ts === undefined) return null;
  const message = findMessage(world.state, place.channelId, place.ts);
  return message?.from === getTeam(world, place.teamId).botUserId ? message : null;
}
