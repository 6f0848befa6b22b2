import { countSwept } from '../db/announced-cracks.ts';
import { listOpenProspects } from '../db/prospect-lists.ts';
import { listActiveReps } from '../db/reps.ts';
import type { Cracked } from '../domain/cracks.ts';
import type { DeliveryItem } from '../domain/delivery.ts';
import type { GoneOwner } from '../domain/gone-owner.ts';
import { addDays, type LocalDate, mondayOf } from '../domain/local-date.ts';
import { managersOf } from '../domain/managers.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Rep } from '../domain/rep.ts';
import type { CrackGroup, SweepModel } from '../domain/sweep-model.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { loadAnnouncedCracks } from './load-cracks.ts';
import { loadGoneOwners } from './load-gone-owners.ts';
import { mustManage } from './permissions.ts';

/** More are not kept with a sweep, and not compared with the next. */
const KEPT = 3000;

/** The sweep of this week's Monday as it stands now: what was announced for it and still cracks, and who left. */
export async function loadSweep(ctx: RepContext): Promise<SweepModel> {
  mustManage(ctx.rep, 'seeCracks');
  const { db, workspaceId, rep } = ctx;
  const today = localDateOf(ctx.now, rep.zone);
  const on = mondayOf(today);
  const owners = await listSeen(ctx);
  const cracks = await loadAnnouncedCracks(ctx, { owners, sweepOn: on });
  const groups = groupsOf(owners, cracks);
  const gone = await loadGoneOwners(ctx);
  const last = await countSwept(db, { workspaceId, managerId: rep.id, on: addDays(on, -7) });
  return {
    ...{ on, today, ownRepId: rep.id, groups, gone },
    total: [...groups.map(({ rows }) => rows.length), ...gone.map(leftBy)].reduce(add, 0),
    lastTotal: last === KEPT ? null : last,
    othersAreClear: owners.some(({ id }) => id !== rep.id && !cracks.has(id)),
  };
}

/** One rep's part of it. */
export async function loadSweptOf(ctx: RepContext, owner: Rep): Promise<Cracked[]> {
  const sweepOn = mondayOf(localDateOf(ctx.now, ctx.rep.zone));
  return (await loadAnnouncedCracks(ctx, { owners: [owner], sweepOn })).get(owner.id) ?? [];
}

/** The reps whose cracks a manager sees, the manager included, by name. */
export async function listSeen({ db, workspaceId, rep }: RepContext): Promise<Rep[]> {
  const reps = await listActiveReps(db, workspaceId);
  return reps.filter((one) => managersOf(one, reps).some(({ id }) => id === rep.id));
}

/** The prospects a sweep lists, to be kept with it: the next one says how many they were. */
export async function listSweepItems(
  { db, workspaceId }: RepContext,
  { groups, gone }: SweepModel,
): Promise<DeliveryItem[]> {
  const cracked = groups.flatMap(({ rows }) => rows.map(itemOfCrack));
  const ownerIds = gone.map(({ repId }) => repId);
  const left = await listOpenProspects(db, { workspaceId, ownerIds, limit: KEPT });
  return [...cracked, ...left.flatMap(itemOfLeft)]
    .slice(0, KEPT)
    .map((item, position) => ({ ...item, position }));
}

type Item = Omit<DeliveryItem, 'position'>;

function itemOfCrack({ prospectId, crack, nextOn, version }: Cracked): Item {
  const section = crack.kind === 'promise_missed' ? 'promise_missed' : 'overdue';
  return { prospectId, section, drawnOn: nextOn, drawnVersion: version };
}

function itemOfLeft({ id: prospectId, standing, version }: Prospect): Item[] {
  const drawnOn: LocalDate | undefined = standing.next?.on;
  return drawnOn ? [{ prospectId, section: 'overdue', drawnOn, drawnVersion: version }] : [];
}

function groupsOf(owners: readonly Rep[], cracks: ReadonlyMap<string, Cracked[]>): CrackGroup[] {
  return owners
    .flatMap(({ id, name }) => {
      const rows = cracks.get(id);
      return rows ? [{ repId: id, name, rows }] : [];
    })
    .toSorted((a, b) => b.rows.length - a.rows.length);
}

function leftBy({ owned }: GoneOwner): number {
  return owned.open;
}

function add(a: number, b: number): number {
  return a + b;
}
