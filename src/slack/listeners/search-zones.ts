import type { Middleware, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { searchZones } from '../../domain/zone-search.ts';
import { actorOf } from '../identify.ts';
import { asSlackSays, readOwnSettingsMeta } from '../views/own-settings-modal.ts';
import { zoneOption } from '../views/zone-field.ts';

type SearchArgs = SlackOptionsMiddlewareArgs<'block_suggestion'>;

const SHOWN = 30;
const QUERY_LENGTH = 60;

/** Zones for the team. */
export const searchForZone: Middleware<SearchArgs> = async ({ options, context, ack }) => {
  await ack({ options: zonesFor(options.value, actorOf(context).now) });
};

/** Zones for a rep: the one Slack says first, until something is typed. */
export const searchForOwnZone: Middleware<SearchArgs> = async ({ options, body, context, ack }) => {
  const meta = readOwnSettingsMeta(body.view?.private_metadata ?? '');
  const first = options.value.trim() === '' ? [asSlackSays(meta?.slackZone ?? null)] : [];
  await ack({ options: [...first, ...zonesFor(options.value, actorOf(context).now)] });
};

function zonesFor(query: string, now: Date) {
  const zones = searchZones(query.slice(0, QUERY_LENGTH), SHOWN);
  return zones.map((zone) => ({ ...zoneOption(zone, now), value: zone }));
}
