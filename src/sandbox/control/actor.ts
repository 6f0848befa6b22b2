import type { ControlAnswer, Person } from '../contract.ts';
import { TIMED_OUT } from '../deliver/courier.ts';
import { getPerson, type World } from '../world.ts';

export const DONE: ControlAnswer = { ok: true };

/** Does something as this person, unless their account was closed. */
export async function asPerson<Answer extends ControlAnswer>(
  world: World,
  id: string,
  act: (person: Person) => Promise<Answer> | Answer,
): Promise<Answer | ControlAnswer> {
  const person = getPerson(world, id);
  if (person.deleted) return problem(`${person.realName}'s account was deactivated.`);
  return act(person);
}

export function problem(sentence: string): ControlAnswer & { ok: false } {
  return { ok: false, problem: sentence };
}

/** What Slack shows in a modal, or beside a button, when the app did not take part. */
export function explain(code: string): string {
  if (code === TIMED_OUT) return `The app did not answer within three seconds (${code}).`;
  return `We had some trouble connecting. Try again? (${code})`;
}
