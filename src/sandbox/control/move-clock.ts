import type { Control, ControlAnswer } from '../contract.ts';
import { offsetSeconds } from '../describe-user.ts';
import { getPerson, type World } from '../world.ts';
import { DONE, problem } from './actor.ts';

const MORNING = '09:30';
/** Nearer than this it is the same morning, and the day would pass without its messages. */
const SAME_MORNING_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Moves sandbox time forward, through whoever started this Slack: it holds no clock itself. */
export async function moveClock(
  world: World,
  input: Parameters<Control['moveClock']>[0],
): Promise<ControlAnswer> {
  const { hooks, clock } = world.options;
  if (!hooks) return problem('This clock cannot be moved.');
  const now = clock.now();
  const target = await findTarget(world, input, now);
  if (!target) return problem('Nothing is planned.');
  if (Number.isNaN(target.getTime())) return problem('This is not a date and time.');
  if (target <= now) return problem('Time only moves forward.');
  await hooks.moveClock(target);
  world.changed('clock');
  return DONE;
}

async function findTarget(
  world: World,
  { to, as }: Parameters<Control['moveClock']>[0],
  now: Date,
): Promise<Date | null> {
  if (to === 'nextMorning') return nextMorning(now, getPerson(world, as).zone);
  if (to !== 'nextEvent') return new Date(to.at);
  const event = await world.options.hooks?.nextEvent();
  return event ? new Date(event.at) : null;
}

/** The next 09:30 from Monday to Friday in this zone, today's included while it is well ahead. */
export function nextMorning(now: Date, zone: string): Date {
  const today = new Date(now.getTime() + offsetSeconds(zone, now) * 1000)
    .toISOString()
    .slice(0, 10);
  for (let days = 0; ; days++) {
    const day = new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS);
    const isWorkday = day.getUTCDay() % 6 !== 0;
    const morning = toInstant(`${day.toISOString().slice(0, 10)}T${MORNING}:00Z`, zone);
    if (isWorkday && morning.getTime() - now.getTime() > SAME_MORNING_MS) return morning;
  }
}

/** The instant at which a clock in this zone shows the given local time, written as if it were UTC. */
function toInstant(local: string, zone: string): Date {
  const wanted = Date.parse(local);
  const guess = wanted - offsetSeconds(zone, new Date(wanted)) * 1000;
  // The first guess may lie on the other side of a clock change.
  return new Date(wanted - offsetSeconds(zone, new Date(guess)) * 1000);
}
