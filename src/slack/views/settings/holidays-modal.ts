import type { ModalView, PlainTextOption } from '@slack/types';
import type { LocalDate } from '../../../domain/local-date.ts';
import { ACTIONS, VIEWS } from '../../ids.ts';
import { option, plainText } from '../blocks.ts';
import { type FormResult, type FormState, formReader } from '../form-state.ts';
import { searchInput, textInput } from '../inputs.ts';
import type { SettingsMeta } from './meta.ts';
import { type OwnDay, readOwnDays, writeOwnDays } from './own-days.ts';

/** The inputs by the names the service gives them. */
export const HOLIDAYS_BLOCKS = { country: 'holidays_country', own: 'holidays_own' } as const;
const blocks = HOLIDAYS_BLOCKS;
/** A block of its own for each country: what was chosen for another one is gone. */
const REGION = 'holidays_region.';
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
export function buildHolidaysModal(form: HolidaysForm): ModalView {
  const { country, region, hasRegions } = form;
  const regionInput = searchInput({
    id: `${REGION}${country?.code ?? ''}`,
    actionId: ACTIONS.holidaysRegion,
    label: 'Region',
    hint: 'Empty: the days the whole country has.',
    placeholder: 'Type to search',
    initial: region && placeOption(region),
    quiet: true,
  });
  return {
    type: 'modal',
    callback_id: VIEWS.holidays,
    title: plainText('Holidays', 24),
    submit: plainText('Save', 24),
    close: plainText('Cancel', 24),
    private_metadata: JSON.stringify(form.meta),
    blocks: [
      searchInput({
        id: blocks.country,
        actionId: ACTIONS.holidaysCountry,
        label: 'Country',
        placeholder: 'Type to search',
        initial: country ? placeOption(country) : NO_COUNTRY,
      }),
      ...(country !== null && hasRegions ? [regionInput] : []),
      textInput({
        id: blocks.own,
        label: 'Your own days',
        lines: true,
        length: OWN_LENGTH,
        initial: writeOwnDays(form.own),
        placeholder: '2026-12-24 Christmas Eve',
        hint: 'One in each line: the date, then its name.',
      }),
    ],
  };
}

/** For a team that wants no public holidays. */
export const NO_COUNTRY: PlainTextOption & { value: string } = {
  ...option('none', 'No public holidays'),
  value: 'none',
};

export function placeOption({ code, name }: Place): PlainTextOption {
  return option(code, name);
}

/** The country that stands in the form or was just chosen; null for none. */
export function readCountry(value: string | null | undefined): string | null {
  return !value || value === NO_COUNTRY.value ? null : value;
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
  limits: { today: LocalDate; end: LocalDate },
): FormResult<HolidaysValues> {
  const form = formReader(state);
  const country = readCountry(form.option(blocks.country));
  const own = readOwnDays(form.lines(blocks.own), limits);
  if ('problem' in own) {
    const { problem } = own;
    form.problems[blocks.own] ??= () => problem;
  }
  const { problems } = form;
  if ('problem' in own || Object.keys(problems).length > 0) return { ok: false, problems };
  const region = country && form.option(`${REGION}${country}`);
  return {
    ok: true,
    value: { source: country === null ? null : { country, region }, own: own.days },
  };
}
