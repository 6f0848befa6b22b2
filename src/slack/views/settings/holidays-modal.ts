import type { ModalView, PlainTextOption } from '@slack/types';
import type { Words } from '../../../domain/words/words.ts';
import { ACTIONS, VIEWS } from '../../ids.ts';
import { option, plainText } from '../blocks.ts';
import { type FormResult, type FormState, formReader } from '../form-state.ts';
import { searchInput, textInput } from '../inputs.ts';
import type { SettingsMeta } from './meta.ts';
import { type OwnDay, type OwnDayLimits, readOwnDays, writeOwnDays } from './own-days.ts';

/** The inputs by the names the service gives them. */
export const HOLIDAYS_BLOCKS = { country: 'holidays_country', own: 'holidays_own' } as const;
const blocks = HOLIDAYS_BLOCKS;
/** A block of its own for each country: what was chosen for another one is gone. */
const REGION = 'holidays_region.';
const NO_COUNTRY = 'none';
const OWN_LENGTH = 3000;

type Place = { code: string; name: string };

export type HolidaysForm = {
  meta: SettingsMeta;
  country: Place | null;
  /** Whether the country has regions with days of their own. */
  hasRegions: boolean;
  region: Place | null;
  own: readonly OwnDay[];
};

/** Where the public holidays come from, and the team's own days. */
export function buildHolidaysModal(form: HolidaysForm, words: Words): ModalView {
  const { labels, settings } = words;
  const { holidays } = settings;
  const { country, region, hasRegions } = form;
  const regionInput = searchInput({
    id: `${REGION}${country?.code ?? ''}`,
    actionId: ACTIONS.holidaysRegion,
    label: holidays.region,
    hint: holidays.regionHint,
    placeholder: holidays.typeToSearch,
    initial: region && placeOption(region),
    quiet: true,
  });
  return {
    type: 'modal',
    callback_id: VIEWS.holidays,
    title: plainText(settings.parts.holidays, 24),
    submit: plainText(labels.save, 24),
    close: plainText(labels.cancel, 24),
    private_metadata: JSON.stringify(form.meta),
    blocks: [
      searchInput({
        id: blocks.country,
        actionId: ACTIONS.holidaysCountry,
        label: holidays.country,
        placeholder: holidays.typeToSearch,
        initial: country ? placeOption(country) : noCountry(words),
      }),
      ...(country !== null && hasRegions ? [regionInput] : []),
      textInput({
        id: blocks.own,
        label: holidays.own,
        lines: true,
        length: OWN_LENGTH,
        initial: writeOwnDays(form.own),
        placeholder: holidays.ownExample,
        hint: holidays.ownHint,
      }),
    ],
  };
}

/** For a team that wants no public holidays. */
export function noCountry({ settings }: Words): PlainTextOption & { value: string } {
  return { ...option(NO_COUNTRY, settings.holidays.none), value: NO_COUNTRY };
}

export function placeOption({ code, name }: Place): PlainTextOption {
  return option(code, name);
}

/** The country that stands in the form or was just chosen; null for none. */
export function readCountry(value: string | null | undefined): string | null {
  return !value || value === NO_COUNTRY ? null : value;
}

/** Which country a search for a region belongs to. */
export function countryOfRegionBlock(blockId: string): string | null {
  return blockId.startsWith(REGION) ? blockId.slice(REGION.length) : null;
}

export type HolidaysValues = {
  source: { country: string; region: string | null } | null;
  own: OwnDay[];
};

export function readHolidaysForm(
  state: FormState,
  limits: OwnDayLimits,
): FormResult<HolidaysValues> {
  const form = formReader(state);
  const country = readCountry(form.option(blocks.country));
  const own = readOwnDays(form.lines(blocks.own), limits);
  if ('problem' in own) form.problems[blocks.own] ??= own.problem;
  const { problems } = form;
  if ('problem' in own || Object.keys(problems).length > 0) return { ok: false, problems };
  const region = country && form.option(`${REGION}${country}`);
  return {
    ok: true,
    value: { source: country === null ? null : { country, region }, own: own.days },
  };
}
