import type { CadenceNumbers } from '../domain/cadence-numbers.ts';
import type { PeopleSettings } from '../domain/workspace.ts';
import { loadCadenceSettings } from './change-cadence.ts';
import { loadTeamHolidays, type TeamHolidays } from './change-holidays.ts';
import { loadManagers } from './change-managers.ts';
import { loadPeople } from './change-people.ts';
import type { RepContext } from './context.ts';
import { mustManage } from './permissions.ts';

export type Settings = TeamHolidays & {
  numbers: CadenceNumbers;
  people: PeopleSettings;
  managers: string[];
};

/** Everything a manager may set, as it stands. */
export async function loadSettings(ctx: RepContext): Promise<Settings> {
  mustManage(ctx.rep, 'changeSettings');
  const holidays = await loadTeamHolidays(ctx);
  const numbers = await loadCadenceSettings(ctx);
  const managers = (await loadManagers(ctx)).map((rep) => rep.name);
  return { ...holidays, numbers, people: await loadPeople(ctx), managers };
}
