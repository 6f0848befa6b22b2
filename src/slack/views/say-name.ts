import type { Words } from '../../domain/words/words.ts';

/** What `nameOf` calls the reader. */
const READER = 'You';

/** A rep where a sentence begins: "You", "Ben", "Somebody". */
export function sayName(name: string | null, { labels }: Words): string {
  return isReader(name) ? labels.you : (name ?? labels.somebody);
}

/** A rep within a sentence: "you", "Ben". */
export function sayNameInside(name: string, { endings }: Words): string {
  return isReader(name) ? endings.you : name;
}

/** Whether that is who reads it. */
export function isReader(name: string | null): boolean {
  return name === READER;
}
