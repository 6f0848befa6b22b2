import type { InputBlock, PlainTextOption } from '@slack/types';
import type { Words } from '../../domain/words/words.ts';
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
export function zoneInput(field: ZoneField, { settings: { zone } }: Words): InputBlock {
  return searchInput({
    ...field,
    label: zone.label,
    optional: false,
    placeholder: zone.placeholder,
    quiet: true,
  });
}

/** "Europe/Berlin". */
export function zoneOption(zone: string): PlainTextOption {
  return option(zone, zone);
}

/** "Europe/Berlin, now 15:04", to be chosen from what was found. */
export function zoneOptionAt(
  zone: string,
  { now, words }: { now: Date; words: Words },
): PlainTextOption & { value: string } {
  const label = words.settings.zone.now(zone, localTimeOf(now, zone));
  return { ...option(zone, label), value: zone };
}

/** The zone that was chosen; null, with the sentence, when nobody knows it. */
export function readZone(form: FormReader, blockId: string): string | null {
  const zone = form.option(blockId);
  if (zone !== null && isZone(zone)) return zone;
  form.problems[blockId] = ({ settings }) => settings.zone.unknown;
  return null;
}
