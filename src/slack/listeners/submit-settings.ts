import type {
  AllMiddlewareArgs,
  Middleware,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { wordsFor } from '../../domain/words/words.ts';
import { localDateOf } from '../../domain/zone.ts';
import { changeCadence } from '../../services/change-cadence.ts';
import { changeHolidays } from '../../services/change-holidays.ts';
import { changeManagers, findUnknownPeople } from '../../services/change-managers.ts';
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
import {
  sayCadenceChange,
  sayHolidays,
  sayManagersChange,
  sayTeamChange,
} from '../views/settings/say-changes.ts';
import { readTeamForm, TEAM_BLOCKS } from '../views/settings/team-modal.ts';
import type { ListenerDeps } from './listener-deps.ts';

type SubmitArgs = SlackViewMiddlewareArgs<ViewSubmitAction>;

/** Whether the bot may write in the channel shows when it does. */
export const submitTeam: Middleware<SubmitArgs> = async (args) => {
  nameFields(args.context, TEAM_BLOCKS);
  const ctx = actorOf(args.context);
  const value = mustRead(readTeamForm(args.view.state.values));
  const changed = await changeSettings(ctx, { ...value, teamId: metaOf(args).teamId });
  await answer(ctx, args, sayTeamChange(changed));
};

export const submitHolidays: Middleware<SubmitArgs> = async (args) => {
  nameFields(args.context, HOLIDAYS_BLOCKS);
  const ctx = actorOf(args.context);
  const today = localDateOf(ctx.now, ctx.rep.zone);
  const value = mustRead(
    readHolidaysForm(args.view.state.values, { today, end: holidaysEnd(today) }),
  );
  const changed = await changeHolidays(ctx, { ...value, teamId: metaOf(args).teamId });
  await answer(ctx, args, sayHolidays(changed));
};

export const submitCadence: Middleware<SubmitArgs> = async (args) => {
  nameFields(args.context, CADENCE_BLOCKS);
  const ctx = actorOf(args.context);
  metaOf(args);
  const numbers = mustRead(readCadenceForm(args.view.state.values));
  await answer(ctx, args, sayCadenceChange(await changeCadence(ctx, numbers)));
};

/** People who never used the bot are looked up in Slack before they are named. */
export function submitManagers({ onRepChanged }: ListenerDeps): Middleware<SubmitArgs> {
  return async (args) => {
    nameFields(args.context, MANAGERS_BLOCKS);
    const ctx = actorOf(args.context);
    metaOf(args);
    const { slackUserIds } = mustRead(readManagersForm(args.view.state.values));
    const unknown = await findUnknownPeople(ctx, slackUserIds);
    const found = await Promise.all(unknown.map((id) => readPerson(args.client, id)));
    const people = found.filter((person) => person !== null);
    const { slackTeamId } = workspaceOfRequest(args.context);
    const input = { slackTeamId, slackUserIds, people, onRepChanged };
    const changed = await changeManagers(ctx, input);
    const stillManages = changed.managers.some(({ id }) => id === ctx.rep.id);
    const said = sayManagersChange(changed);
    await answer({ ...ctx, rep: { ...ctx.rep, isManager: stillManages } }, args, said);
  };
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
  said: Line[],
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

async function drawOverview(ctx: RepContext, said: Line[]): Promise<ModalView> {
  if (!ctx.rep.isManager)
    return buildNotice('Saved. You are no manager any more.', wordsFor(ctx.rep.locale));
  return buildSettingsOverview({ ...(await loadSettings(ctx)), said });
}
