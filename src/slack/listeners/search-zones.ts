import type { Middleware, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { wordsFor } from '../../domain/words/words.ts';
import { searchZones } from '../../domain/zone-search.ts';
import type { RepContext } from '../../services/context.ts';
import { actorOf } from '../identify.ts';
import { wordsOf } from '../tell-person.ts';
import { asSlackSays, readOwnSettingsMeta } from '../views/own-settings-modal.ts';
import { zoneOptionAt } from '../views/zone-field.ts';

type SearchArgs = SlackOptionsMiddlewareArgs<'block_suggestion'>;

const SHOWN = 30;
const QUERY_LENGTH = 60;

/** Zones for the team. */
export const searchForZone: Middleware<SearchArgs> = async ({ options, context, ack }) => {
  await ack({ options: zonesFor(options.value, actorOf(context)) });
};

/** Zones for a rep: the one Slack says first, until something is typed. */
export const searchForOwnZone: Middleware<SearchArgs> = async ({ options, body, context, ack }) => {
  const meta = readOwnSettingsMeta(body.view?.private_metadata ?? '');
  const first =
    options.value.trim() === '' ? [asSlackSays(meta?.slackZone ?? null, wordsOf(context))] : [];
  await ack({ options: [...first, ...zonesFor(options.value, actorOf(context))] });
};

function zonesFor(query: string, { now, rep }: RepContext) {
  const words = wordsFor(rep.locale);
  const zones = searchZones(query.slice(0, QUERY_LENGTH), SHOWN);
  return zones.map((zone) => zoneOptionAt(zone, { now, words }));
}
