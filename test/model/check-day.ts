import { en } from '../../src/domain/words/en.ts';
import { loadDay } from '../../src/services/load-day.ts';
import { buildDigestMessage } from '../../src/slack/views/digest-message.ts';
import { mustEqual } from './broken.ts';
import { type Model, type ModelProspect, PACE, repOf } from './model.ts';
import { isWork, morningOf, ORDER, type Section, sectionOn } from './morning.ts';
import { contextOf, type World } from './world.ts';

type Shown = { id: string; section: Section };

/** A rep's digest holds exactly what the model says is due, and the message counts all of it. */
export async function checkDay(world: World, at: number): Promise<void> {
  const { model } = world;
  const rep = repOf(model, at);
  const morning = morningOf(model, rep);
  const mine = model.prospects.filter(({ state }) => state.owner === at);
  const placed = mine.flatMap(({ id, state }): Shown[] => {
    const section = sectionOn(state, morning);
    return section === null ? [] : [{ id, section }];
  });
  const room = Math.max(0, PACE - placed.filter(({ section }) => isWork(section)).length);
  const day = await loadDay(contextOf(world, at));

  const says = `2.5: the digest of ${rep.name} on ${morning.today}`;
  const rows = day.due.map(({ prospect, section }) => ({ id: prospect.id, section }));
  const [said, expected] = [rows, placed].map((some) =>
    some.flatMap(({ id, section }) => (section === 'in_line' ? [] : [`${id} ${section}`])).sort(),
  );
  mustEqual(`${says} holds every due prospect in its section`, said, expected);
  mustEqual(
    `${says} takes from the line what the pace has room for, oldest day first`,
    daysInLine(model, rows),
    daysInLine(model, placed).sort().slice(0, room),
  );
  const places = rows.map((row) => placeOf(model, row));
  mustEqual(`${says} keeps the order of the morning`, places, places.toSorted());
  mustEqual(`${says} says what a person can count`, countSaid(day), {
    rows: rows.length,
    headings: rows.some(({ section }) => section === 'before_back') ? 1 : 0,
  });
}

function daysInLine(model: Model, rows: readonly Shown[]): string[] {
  const inLine = rows.filter(({ section }) => section === 'in_line');
  return inLine.map(({ id }) => dayOf(byId(model, id)));
}

/** Sections in their order; in one the oldest day first, and on a day by time, without a time last. */
function placeOf(model: Model, { id, section }: Shown): string {
  const prospect = byId(model, id);
  const at = prospect.state.next?.at ?? null;
  const time = at === null ? 'untimed' : new Date(at).toISOString();
  return `${ORDER.indexOf(section)} ${dayOf(prospect)} ${time}`;
}

function byId({ prospects }: Model, id: string): ModelProspect {
  const found = prospects.find((prospect) => prospect.id === id);
  if (!found) throw new Error(`The model has no prospect ${id}.`);
  return found;
}

function dayOf({ state }: ModelProspect): string {
  return state.next?.on ?? state.revisitOn ?? '';
}

/** What a person can count in the message: the rows with the number behind "and", and the headings. */
function countSaid(day: Awaited<ReturnType<typeof loadDay>>) {
  const { blocks } = buildDigestMessage(day, en);
  const text = JSON.stringify(blocks);
  const rows = blocks.filter((block) => block.block_id?.startsWith('row.')).length;
  const more = /(\d+) more/.exec(text)?.[1];
  const headings = text.match(/Before you are back/g)?.length ?? 0;
  return { rows: rows + Number(more ?? 0), headings };
}
