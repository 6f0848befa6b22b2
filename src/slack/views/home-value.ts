import { InvalidError } from '../../domain/errors.ts';
import { type HomePlace, homePlaceSchema } from '../../domain/home-place.ts';

const VALUE = /^1\.(?<tab>[a-z]{1,10})\.(?<from>\d{1,6})$/;

/** What a button to a page of App Home carries. */
export function writeHomeValue({ tab, from }: HomePlace): string {
  return `1.${tab}.${from}`;
}

/** Reads such a button's value back; an old or foreign one gets a sentence. */
export function readHomeValue(text: string | undefined): HomePlace {
  const parsed = homePlaceSchema.safeParse({ ...VALUE.exec(text ?? '')?.groups });
  if (parsed.success) return parsed.data;
  throw new InvalidError(({ home }) => home.pageTooOld);
}
