import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { holidaysEnd, listComingHolidays } from '../../src/services/coming-holidays.ts';
import {
  listCountries,
  listPublicHolidays,
  listRegions,
  namePlace,
} from '../../src/services/public-holidays.ts';

const BAVARIA = { country: 'DE', region: 'BY' };

const listNames = async (country: string, region: string | null, year: number) =>
  (await listPublicHolidays({ country, region }, { year, language: 'en' })).map(
    ({ on, name }) => `${on} ${name}`,
  );

describe('public holidays', () => {
  test('are those of the region, with the country’s, in English', async () => {
    const inBavaria = await listNames('DE', 'BY', 2027);

    expect(inBavaria).toContain('2027-01-06 Epiphany');
    expect(inBavaria).toContain('2027-12-25 Christmas Day');
    expect(await listNames('DE', null, 2027)).not.toContain('2027-01-06 Epiphany');
    expect(await listNames('DE', 'BY.A', 2027)).toHaveLength(inBavaria.length + 2);
  });

  test.each([
    ['a weekday in place of a Sunday', 'US', '2027-07-05 Independence Day (substitute day)'],
    ['each day of one that lasts', 'SA', '2027-03-12 End of Ramadan (Eid al-Fitr)'],
    ['one that moves with the sun', 'JP', '2027-09-23 Autumnal Equinox Day'],
  ])('hold %s', async (_what, country, day) => {
    expect(await listNames(country, null, 2027)).toContain(day);
  });

  test('leave out half days and days that are only observed', async () => {
    const days = await listNames('CN', null, 2027);

    expect(days.join()).not.toContain('Youth Day');
    expect((await listNames('US', null, 2027)).join()).not.toContain('Mother');
  });

  test('are the same days wherever the server stands', async () => {
    const script = `
      const { listPublicHolidays } = await import('./src/services/public-holidays.ts');
      const source = { country: 'JP', region: null };
      console.log(JSON.stringify(await listPublicHolidays(source, { year: 2027, language: 'en' })));`;
    const args = ['--import', 'tsx', '--input-type=module', '-e', script];
    const env = { ...process.env, TZ: 'Pacific/Kiritimati' };
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });

    expect(JSON.parse(stdout)).toEqual(
      await listPublicHolidays({ country: 'JP', region: null }, { year: 2027, language: 'en' }),
    );
  });

  test('are known from today to the end of the year after next', async () => {
    const days = await listComingHolidays(BAVARIA, { today: '2026-11-17' });

    expect(days[0]).toEqual({ on: '2026-12-25', name: 'Christmas Day' });
    expect(days.at(-1)?.on).toBe('2028-12-26');
    expect(holidaysEnd('2026-11-17')).toBe('2028-12-31');
  });
});

describe('places', () => {
  test('are countries by their English names, and their regions', async () => {
    const germany = { code: 'DE', name: 'Germany', alias: 'Germany' };
    expect(await listCountries('en')).toContainEqual(germany);
    const bavaria = { code: 'BY', name: 'Bayern', alias: 'Bayern' };
    expect(await listRegions('DE', 'en')).toContainEqual(bavaria);
    expect(await listRegions('JP', 'en')).toEqual([]);
  });

  test('are called as the reader’s language calls them', async () => {
    const austria = { code: 'AT', name: 'Österreich', alias: 'Austria' };
    const carinthia = { code: '2', name: 'Kärnten', alias: 'Carinthia' };
    expect(await listCountries('de')).toContainEqual(austria);
    expect(await listRegions('AT', 'de')).toContainEqual(carinthia);
    expect(await namePlace({ country: 'US', region: null }, 'de')).toBe('Vereinigte Staaten');
  });

  test.each([
    ['DE', null, 'Germany'],
    ['DE', 'BY.A', 'Germany, Bayern, Stadt Augsburg'],
    ['DE', 'XX', null],
    ['XX', null, null],
  ])('%s %s is called %s', async (country, region, name) => {
    expect(await namePlace({ country, region }, 'en')).toBe(name);
  });
});
