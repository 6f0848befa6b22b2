import { isZone } from './zone.ts';

/** Names that `Intl.supportedValuesOf` still lists under an older one. */
const RENAMED = [
  'America/Argentina/Buenos_Aires',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Etc/UTC',
  'Europe/Kyiv',
];

/**
 * Time zones by a part of their name, places that begin with it first. A zone with another valid name
 * is found by that name in full.
 * @example searchZones('new york', 5) //=> ['America/New_York']
 */
export function searchZones(query: string, limit: number): string[] {
  const wanted = searchKey(query);
  const names = new Set([...RENAMED, ...Intl.supportedValuesOf('timeZone')]);
  const found = [...names].filter((name) => searchKey(name).includes(wanted)).sort();
  const first = found.filter((name) => searchKey(placeIn(name)).startsWith(wanted));
  const typed = query.trim();
  const alias = found.length === 0 && isZone(typed) ? [typed] : [];
  return [...new Set([...first, ...found, ...alias])].slice(0, limit);
}

/** Without accents and signs, as people type: "new york" for "New_York". */
function searchKey(text: string): string {
  const bare = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return bare
    .toLowerCase()
    .replace(/[^a-z0-9+-]+/g, ' ')
    .trim();
}

/** "New_York" of "America/New_York". */
function placeIn(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
