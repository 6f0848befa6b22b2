import type {
  AllMiddlewareArgs,
  Middleware,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { type Words, wordsFor } from '../../domain/words/words.ts';
import { localDateOf } from '../../domain/zone.ts';
import { findUnknownPeople, type PeopleInput } from '../../services/admit-people.ts';
import { changeCadence } from '../../services/change-cadence.ts';
import { changeHolidays } from '../../services/change-holidays.ts';
import { changeManagers } from '../../services/change-managers.ts';
import { changePeople } from '../../services/change-people.ts';
import { changeSettings } from '../../services/change-settings.ts';
import { holidaysEnd } from '../../services/coming-holidays.ts';
import type { RepContext } from '../../services/context.ts';
import { loadSettings } from '../../services/load-settings.ts';
import { nameFields } from '../errors/answer-errors.ts';
import { InvalidFormError } from '../errors/invalid-form-error.ts';
import { isOvertaken } from '../errors/is-overtaken.ts';
import { actorOf, workspaceOfRequest } from '../identify.ts';
import { readPerson } from '../read-person.ts';
import { mustHaveMeta } from '../read-submission.ts';
import type { Line } from '../views/compose.ts';
import type { FormResult } from '../views/form-state.ts';
import { buildNotice } from '../views/notice.ts';
import { CADENCE_BLOCKS, readCadenceForm } from '../views/settings/cadence-modal.ts';
import { HOLIDAYS_BLOCKS, readHolidaysForm } from '../views/settings/holidays-modal.ts';
import { MANAGERS_BLOCKS, readManagersForm } from '../views/settings/managers-modal.ts';
import { readSettingsMeta, type SettingsMeta } from '../views/settings/meta.ts';
import { buildSettingsOverview } from '../views/settings/overview.ts';
import { PEOPLE_BLOCKS, readPeopleForm } from '../views/settings/people-modal.ts';
import {
  sayCadenceChange,
  sayHolidays,
  sayManagersChange,
  sayPeopleChange,
  sayTeamChange,
} from '../views/settings/say-changes.ts';
import { readTeamForm, TEAM_BLOCKS } from '../views/settings/team-modal.ts';
import type { ListenerDeps } from './listener-deps.ts';

type SubmitArgs = SlackViewMiddlewareArgs<ViewSubmitAction>;

/** What was changed, in the words of whoever changed it. */
type Said = (words: Words) => Line[];

/** Whether the bot may write in the channel shows when it does. */
export const submitTeam: Middleware<SubmitArgs> = async (args) => {
  nameFields(args.context, TEAM_BLOCKS);
  const ctx = actorOf(args.context);
  const value = mustRead(readTeamForm(args.view.state.values));
  const changed = await changeSettings(ctx, { ...value, teamId: metaOf(args).teamId });
  await answer(ctx, args, (words) => sayTeamChange(changed, words));
};

export const submitHolidays: Middleware<SubmitArgs> = async (args) => {
  nameFields(args.context, HOLIDAYS_BLOCKS);
  const ctx = actorOf(args.context);
  const today = localDateOf(ctx.now, ctx.rep.zone);
  const unnamed = wordsFor(ctx.rep.locale).settings.holidays.dayOff;
  const limits = { today, end: holidaysEnd(today), unnamed };
  const value = mustRead(readHolidaysForm(args.view.state.values, limits));
  const changed = await changeHolidays(ctx, { ...value, teamId: metaOf(args).teamId });
  await answer(ctx, args, (words) => sayHolidays(changed, words));
};

export const submitCadence: Middleware<SubmitArgs> = async (args) => {
  nameFields(args.context, CADENCE_BLOCKS);
  const ctx = actorOf(args.context);
  metaOf(args);
  const numbers = mustRead(readCadenceForm(args.view.state.values));
  const changed = await changeCadence(ctx, numbers);
  await answer(ctx, args, (words) => sayCadenceChange(changed, words));
};

export function submitPeople(deps: ListenerDeps): Middleware<SubmitArgs> {
  return async (args) => {
    nameFields(args.context, PEOPLE_BLOCKS);
    const ctx = actorOf(args.context);
    metaOf(args);
    const { managersAddPeople, slackUserIds } = readPeopleForm(args.view.state.values);
    const input = await lookUp(ctx, args, { slackUserIds, deps });
    const changed = await changePeople(ctx, { ...input, managersAddPeople });
    await answer(ctx, args, (words) => sayPeopleChange(changed, words));
  };
}

export function submitManagers(deps: ListenerDeps): Middleware<SubmitArgs> {
  return async (args) => {
    nameFields(args.context, MANAGERS_BLOCKS);
    const ctx = actorOf(args.context);
    metaOf(args);
    const { slackUserIds } = mustRead(readManagersForm(args.view.state.values));
    const changed = await changeManagers(ctx, await lookUp(ctx, args, { slackUserIds, deps }));
    const stillManages = changed.managers.some(({ id }) => id === ctx.rep.id);
    await answer({ ...ctx, rep: { ...ctx.rep, isManager: stillManages } }, args, (words) =>
      sayManagersChange(changed, words),
    );
  };
}

/** People who never used the bot are looked up in Slack before anything is saved. */
async function lookUp(
  ctx: RepContext,
  { client, context }: SubmitArgs & AllMiddlewareArgs,
  { slackUserIds, deps: { onRepChanged } }: { slackUserIds: string[]; deps: ListenerDeps },
): Promise<PeopleInput> {
  const unknown = await findUnknownPeople(ctx, slackUserIds);
  const found = await Promise.all(unknown.map((id) => readPerson(client, id)));
  const people = found.filter((person) => person !== null);
  const { slackTeamId } = workspaceOfRequest(context);
  return { slackTeamId, slackUserIds, people, onRepChanged };
}

function metaOf({ view }: SubmitArgs): SettingsMeta {
  const meta = mustHaveMeta(readSettingsMeta(view.private_metadata));
  return meta;
}

function mustRead<T>(form: FormResult<T>): T {
  if (!form.ok) throw new InvalidFormError(form.problems);
  return form.value;
}

/** The form closes, and the overview below it shows what was changed and how all stands by now. */
async function answer(
  ctx: RepContext,
  { ack, view, client }: SubmitArgs & AllMiddlewareArgs,
  said: Said,
): Promise<void> {
  if (view.previous_view_id === null) {
    await ack({ response_action: 'update', view: await drawOverview(ctx, said) });
    return;
  }
  await ack();
  const below = { view_id: view.previous_view_id, view: await drawOverview(ctx, said) };
  await client.views.update(below).catch((error: unknown) => {
    if (!isOvertaken(error)) throw error;
  });
}

async function drawOverview(ctx: RepContext, say: Said): Promise<ModalView> {
  const words = wordsFor(ctx.rep.locale);
  if (!ctx.rep.isManager) return buildNotice(words.settings.noManagerAnyMore, words);
  return buildSettingsOverview({ ...(await loadSettings(ctx)), said: say(words) }, words);
}
