import type {
  BlockAction,
  ExternalSelectAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackOptionsMiddlewareArgs,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { InvalidError } from '../../domain/errors.ts';
import { loadTeamHolidays } from '../../services/change-holidays.ts';
import { sourceOf } from '../../services/coming-holidays.ts';
import type { RepContext } from '../../services/context.ts';
import { listCountries, listRegions, type Place } from '../../services/public-holidays.ts';
import { isOvertaken } from '../errors/is-overtaken.ts';
import { actorOf } from '../identify.ts';
import {
  buildHolidaysModal,
  countryOfRegionBlock,
  NO_COUNTRY,
  placeOption,
  readCountry,
} from '../views/settings/holidays-modal.ts';
import { readSettingsMeta, type SettingsMeta } from '../views/settings/meta.ts';

/** Slack's limit of a list is 100. */
const SHOWN = 100;

/** The form as it stands, or with another country chosen in it. */
export async function drawHolidays(
  ctx: RepContext,
  { meta, chosen }: { meta: SettingsMeta; chosen?: { country: string | null } },
): Promise<ModalView> {
  const { team, own } = await loadTeamHolidays(ctx);
  const source = chosen ? null : sourceOf(team);
  const code = chosen ? chosen.country : (source?.country ?? null);
  const country = code === null ? null : await findPlace(listCountries(), code);
  const regions = country === null ? [] : await listRegions(country.code);
  const region = regions.find((one) => one.code === source?.region) ?? null;
  return buildHolidaysModal({ meta, country, region, hasRegions: regions.length > 0, own });
}

/** A country was chosen: the same form with its regions to choose from. */
export const redrawHolidays: Middleware<
  SlackActionMiddlewareArgs<BlockAction<ExternalSelectAction>>
> = async ({ ack, action, body, context, client }) => {
  await ack();
  const { view } = body;
  const meta = view && readSettingsMeta(view.private_metadata);
  if (!view || !meta)
    throw new InvalidError(() => 'This form is too old. Close it and open a new one.');
  const chosen = { country: readCountry(action.selected_option?.value) };
  const drawn = await drawHolidays(actorOf(context), { meta, chosen });
  await client.views
    .update({ view_id: view.id, hash: view.hash, view: drawn })
    .catch((error: unknown) => {
      if (!isOvertaken(error)) throw error;
    });
};

type SearchArgs = SlackOptionsMiddlewareArgs<'block_suggestion'>;

export const searchForCountry: Middleware<SearchArgs> = async ({ options, ack }) => {
  const found = findPlaces(await listCountries(), options.value).map(placeOption);
  const none = options.value.trim() === '' ? [NO_COUNTRY] : [];
  await ack({ options: [...none, ...found].slice(0, SHOWN) });
};

export const searchForRegion: Middleware<SearchArgs> = async ({ options, body, ack }) => {
  const country = countryOfRegionBlock(body.block_id);
  const regions = country === null ? [] : await listRegions(country);
  await ack({ options: findPlaces(regions, options.value).slice(0, SHOWN).map(placeOption) });
};

/** Places by a part of their name or by their code; those that begin with it first. */
function findPlaces(places: readonly Place[], query: string): Place[] {
  const wanted = keyOf(query);
  const found = places.filter(
    ({ code, name }) => keyOf(name).includes(wanted) || code.toLowerCase() === wanted,
  );
  const isFirst = ({ name }: Place) => keyOf(name).startsWith(wanted);
  return [...found.filter(isFirst), ...found.filter((place) => !isFirst(place))];
}

function keyOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .trim()
    .toLowerCase();
}

async function findPlace(places: Promise<Place[]>, code: string): Promise<Place | null> {
  return (await places).find((place) => place.code === code) ?? null;
}
