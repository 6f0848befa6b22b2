import { expect, test } from 'vitest';
import { isZone } from '../../src/domain/zone.ts';
import { searchZones } from '../../src/domain/zone-search.ts';

test.each([
  ['new york', 'America/New_York'],
  ['Europe/Ber', 'Europe/Berlin'],
  ['são paulo', 'America/Sao_Paulo'],
  ['kolkata', 'Asia/Kolkata'],
  ['utc', 'Etc/UTC'],
  ['US/Pacific', 'US/Pacific'],
])('%s finds %s first', (query, zone) => {
  expect(searchZones(query, 5)[0]).toBe(zone);
});

test('a place that begins with the words comes before others that hold them', () => {
  expect(searchZones('lis', 2)).toEqual(['Europe/Lisbon', 'America/Indianapolis']);
});

test('nobody’s zone finds nothing, and nothing typed gives as many as asked for', () => {
  expect(searchZones('mars', 5)).toEqual([]);
  expect(searchZones('', 30)).toHaveLength(30);
});

test('every zone that can be chosen is one, once', () => {
  const all = searchZones('', 1000);

  expect(all.filter((zone) => !isZone(zone))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
});
