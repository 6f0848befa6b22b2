import type {
  BlockAction,
  ExternalSelectAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackOptionsMiddlewareArgs,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { InvalidError } from '../../domain/errors.ts';
import { languageOf } from '../../domain/words/words.ts';
import { loadTeamHolidays } from '../../services/change-holidays.ts';
import { sourceOf } from '../../services/coming-holidays.ts';
import type { RepContext } from '../../services/context.ts';
import { listCountries, listRegions, type Place } from '../../services/public-holidays.ts';
import { actorOf } from '../identify.ts';
import { redrawForm } from '../redraw-form.ts';
import {
  buildHolidaysModal,
  countryOfRegionBlock,
  noCountry,
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
  const { code: language, words } = languageOf(ctx.rep.locale);
  const { team, own } = await loadTeamHolidays(ctx);
  const source = chosen ? null : sourceOf(team);
  const code = chosen ? chosen.country : (source?.country ?? null);
  const country = code === null ? null : await findPlace(listCountries(language), code);
  const regions = country === null ? [] : await listRegions(country.code, language);
  const region = regions.find((one) => one.code === source?.region) ?? null;
  const form = { meta, country, region, hasRegions: regions.length > 0, own };
  return buildHolidaysModal(form, words);
}

/** A country was chosen: the same form with its regions to choose from. */
export const redrawHolidays: Middleware<
  SlackActionMiddlewareArgs<BlockAction<ExternalSelectAction>>
> = async ({ ack, action, body, context, client }) => {
  await ack();
  const { view } = body;
  const meta = view && readSettingsMeta(view.private_metadata);
  if (!view || !meta) throw new InvalidError(({ faults }) => faults.formTooOld);
  const chosen = { country: readCountry(action.selected_option?.value) };
  const ctx = actorOf(context);
  await redrawForm(ctx, { body, view, client }, () => drawHolidays(ctx, { meta, chosen }));
};

type SearchArgs = SlackOptionsMiddlewareArgs<'block_suggestion'>;

export const searchForCountry: Middleware<SearchArgs> = async ({ options, context, ack }) => {
  const { code: language, words } = languageOf(actorOf(context).rep.locale);
  const found = findPlaces(await listCountries(language), options.value).map(placeOption);
  const none = options.value.trim() === '' ? [noCountry(words)] : [];
  await ack({ options: [...none, ...found].slice(0, SHOWN) });
};

export const searchForRegion: Middleware<SearchArgs> = async ({ options, body, context, ack }) => {
  const { code: language } = languageOf(actorOf(context).rep.locale);
  const country = countryOfRegionBlock(body.block_id);
  const regions = country === null ? [] : await listRegions(country, language);
  await ack({ options: findPlaces(regions, options.value).slice(0, SHOWN).map(placeOption) });
};

/** Places by a part of a name of theirs or by their code; those that begin with it first. */
function findPlaces(places: readonly Place[], query: string): Place[] {
  const wanted = keyOf(query);
  const found = places.filter(
    ({ code, name, alias }) =>
      keyOf(name).includes(wanted) || keyOf(alias).includes(wanted) || keyOf(code) === wanted,
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
