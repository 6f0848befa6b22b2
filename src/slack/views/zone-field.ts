import type { InputBlock, PlainTextOption } from '@slack/types';
import { isZone, localTimeOf } from '../../domain/zone.ts';
import { option } from './blocks.ts';
import type { FormReader } from './form-state.ts';
import { searchInput } from './inputs.ts';

export type ZoneField = {
  id: string;
  /** Whose zone it is: the search is answered under this action. */
  actionId: string;
  hint: string;
  initial: PlainTextOption;
};

/** A time zone, found by typing a part of its name. */
export function zoneInput(field: ZoneField): InputBlock {
  return searchInput({
    ...field,
    label: 'Time zone',
    optional: false,
    placeholder: 'Type a city, like Berlin',
    quiet: true,
  });
}

/** "Europe/Berlin", with the time it is there when `now` is given. */
export function zoneOption(zone: string, now?: Date): PlainTextOption {
  return option(zone, now ? `${zone}, now ${localTimeOf(now, zone)}` : zone);
}

/** The zone that was chosen; null, with the sentence, when nobody knows it. */
export function readZone(form: FormReader, blockId: string): string | null {
  const zone = form.option(blockId);
  if (zone !== null && isZone(zone)) return zone;
  form.problems[blockId] = () =>
    'I do not know this time zone. Type a city, like Berlin or New York.';
  return null;
}
