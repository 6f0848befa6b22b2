import { findRepBySlackUser, listActiveReps } from '../db/reps.ts';
import { InvalidError } from '../domain/errors.ts';
import type { Rep } from '../domain/rep.ts';
import type { RepContext } from './context.ts';
import { mustManage } from './permissions.ts';
import { admitPerson, type OnRepChanged, type SlackPerson } from './recognise-rep.ts';

/** People a manager chose, and those of them who are no reps yet, as Slack describes them. */
export type PeopleInput = {
  slackTeamId: string;
  slackUserIds: string[];
  people: SlackPerson[];
  onRepChanged: OnRepChanged;
};

/**
 * Which of these people are no reps yet: Slack is asked about them before anything is saved.
 * @throws NotAllowedError for a rep who is not a manager
 */
export async function findUnknownPeople(
  { db, workspaceId, rep }: RepContext,
  slackUserIds: string[],
): Promise<string[]> {
  mustManage(rep, 'addPeople');
  const reps = await listActiveReps(db, workspaceId);
  const known = new Set(reps.map(({ slackUserId }) => slackUserId));
  return slackUserIds.filter((id) => !known.has(id));
}

/**
 * Makes one of the people chosen a rep, who is welcomed by the name of the manager who chose.
 * @throws InvalidError that names who cannot be one, at the field they were chosen in
 */
export async function admitChosen(
  ctx: RepContext,
  { slackUserId, field }: { slackUserId: string; field: 'people' | 'managers' },
  { slackTeamId, people, onRepChanged }: PeopleInput,
): Promise<{ rep: Rep; isNew: boolean }> {
  const { db, workspaceId } = ctx;
  const known = await findRepBySlackUser(db, { workspaceId, slackUserId });
  if (known && known.deactivatedAt === null) return { rep: known, isNew: false };
  const person = people.find((one) => one.slackUserId === slackUserId);
  if (!person) throw new InvalidError(({ settings }) => settings.people.unseen, field);
  const input = { slackTeamId, person, addedBy: ctx.rep.id, onRepChanged };
  const admitted = await admitPerson(ctx, input);
  if ('rep' in admitted) return { rep: admitted.rep, isNew: true };
  const { refused } = admitted;
  throw new InvalidError(({ settings }) => settings[field].refused[refused](person.name), field);
}
