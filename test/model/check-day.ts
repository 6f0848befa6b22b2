import { loadDay } from '../../src/services/load-day.ts';
import { buildDigestMessage } from '../../src/slack/views/digest-message.ts';
import { mustEqual } from './broken.ts';
import { type ModelProspect, PACE, repOf, sectionOn, todayOf } from './model.ts';
import { contextOf, type World } from './world.ts';

/** 2.5: the sections in the order of the morning. */
const ORDER = ['promised_today', 'promise_missed', 'revisit', 'overdue', 'due_today', 'in_line'];

/** A rep's digest holds exactly what the model says is due, and the message counts all of it. */
export async function checkDay(world: World, at: number): Promise<void> {
  const { model } = world;
  const rep = repOf(model, at);
  const today = todayOf(model, rep);
  const mine = model.prospects.filter(({ state }) => state.owner === at);
  const due = mine.flatMap((prospect) => {
    const section = sectionOn(prospect.state, today);
    return section === null || section === 'in_line' ? [] : [`${prospect.id} ${section}`];
  });
  const waiting = mine.filter(({ state }) => sectionOn(state, today) === 'in_line');
  const room = Math.max(0, PACE - due.length);
  const day = await loadDay(contextOf(world, at));

  const says = `2.5: the digest of ${rep.name} on ${today}`;
  const rows = day.due.map(({ prospect, section }) => ({ id: prospect.id, section }));
  const others = rows.filter(({ section }) => section !== 'in_line');
  const said = others.map(({ id, section }) => `${id} ${section}`).sort();
  mustEqual(`${says} holds every due prospect in its section`, said, due.sort());
  const inLine = rows.filter(({ section }) => section === 'in_line').map(({ id }) => id);
  mustEqual(
    `${says} takes from the line what the pace has room for, oldest day first`,
    inLine.map((id) => dayIn(waiting, id)),
    daysOf(waiting).slice(0, room),
  );
  const places = rows.map(({ section }) => ORDER.indexOf(section));
  mustEqual(
    `${says} keeps the order of the morning`,
    places,
    places.toSorted((a, b) => a - b),
  );
  mustEqual(`${says} counts rows plus “and N more”`, countSaid(day), rows.length);
}

function dayIn(waiting: readonly ModelProspect[], id: string): string | null {
  return waiting.find((prospect) => prospect.id === id)?.state.next?.on ?? null;
}

function daysOf(waiting: readonly ModelProspect[]): string[] {
  return waiting.flatMap(({ state }) => state.next?.on ?? []).sort();
}

/** What a person can count in the message: the rows, and the number behind "and". */
function countSaid(day: Awaited<ReturnType<typeof loadDay>>): number {
  const { blocks } = buildDigestMessage(day);
  const rows = blocks.filter((block) => block.block_id?.startsWith('row.')).length;
  const more = /(\d+) more/.exec(JSON.stringify(blocks))?.[1];
  return rows + Number(more ?? 0);
}
