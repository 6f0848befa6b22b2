import { randomUUID } from 'node:crypto';
import type { BlockAction, ButtonAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { wordsFor } from '../../domain/words/words.ts';
import { loadCadenceSettings } from '../../services/change-cadence.ts';
import { loadManagers } from '../../services/change-managers.ts';
import { loadPeople } from '../../services/change-people.ts';
import { loadTeamSettings } from '../../services/change-settings.ts';
import type { RepContext } from '../../services/context.ts';
import { loadSettings } from '../../services/load-settings.ts';
import { actorOf } from '../identify.ts';
import { type Opening, showWindow } from '../show-window.ts';
import { oneOf } from '../views/form-state.ts';
import { buildCadenceModal } from '../views/settings/cadence-modal.ts';
import { buildManagersModal } from '../views/settings/managers-modal.ts';
import { SETTINGS_PARTS, type SettingsMeta, type SettingsPart } from '../views/settings/meta.ts';
import { buildSettingsOverview } from '../views/settings/overview.ts';
import { buildPeopleModal } from '../views/settings/people-modal.ts';
import { buildTeamModal } from '../views/settings/team-modal.ts';
import { drawHolidays } from './settings-holidays.ts';

type ButtonArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** From App Home or a notice. */
export const openSettingsFromButton: Middleware<ButtonArgs> = async ({ ack, context, client }) => {
  await ack();
  await openSettings(actorOf(context), { client, context });
};

/** Opens the team's settings for a manager; others are told who may. */
export async function openSettings(ctx: RepContext, opening: Opening): Promise<void> {
  const model = { ...(await loadSettings(ctx)), said: [] };
  await showWindow(opening, buildSettingsOverview(model, wordsFor(ctx.rep.locale)));
}

/** One part of the settings, above the overview. */
export const changeSettingsPart: Middleware<ButtonArgs> = async ({
  ack,
  action,
  context,
  client,
}) => {
  await ack();
  const ctx = actorOf(context);
  const part = oneOf(SETTINGS_PARTS, action.value ?? null) ?? 'team';
  const meta = { v: 1 as const, nonce: randomUUID(), teamId: ctx.rep.teamId };
  const view = await drawPart(ctx, { part, meta });
  await showWindow({ client, context }, view);
};

async function drawPart(
  ctx: RepContext,
  { part, meta }: { part: SettingsPart; meta: SettingsMeta },
): Promise<ModalView> {
  const words = wordsFor(ctx.rep.locale);
  switch (part) {
    case 'team':
      return buildTeamModal({ meta, team: await loadTeamSettings(ctx) }, words);
    case 'holidays':
      return drawHolidays(ctx, { meta });
    case 'cadence':
      return buildCadenceModal({ meta, numbers: await loadCadenceSettings(ctx) }, words);
    case 'people':
      return buildPeopleModal({ meta, ...(await loadPeople(ctx)) }, words);
    case 'managers': {
      const slackUserIds = (await loadManagers(ctx)).map((rep) => rep.slackUserId);
      return buildManagersModal({ meta, slackUserIds }, words);
    }
    default:
      return part satisfies never;
  }
}
