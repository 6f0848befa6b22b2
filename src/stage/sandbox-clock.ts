import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const STEP_MS = 15 * 60_000;

/** Sandbox time: this computer's clock plus an offset, kept so that a second start goes on where it stood. */
export type SandboxClock = {
  now(): Date;
  offsetMs(): number;
  /** Moves on in steps of 15 minutes, with a sweep after each, so that moving makes nothing late. */
  advance(to: Date, sweep: () => Promise<void>): Promise<void>;
  /** Jumps without a sweep: to where a story begins. */
  set(to: Date): Promise<void>;
  save(): Promise<void>;
};

/** Reads the clock of an earlier run in the folder, or begins at `start`. */
export async function openSandboxClock(folder: string, start: Date): Promise<SandboxClock> {
  const file = join(folder, 'clock.json');
  const kept = await readKept(file);
  let offset = (kept ?? start).getTime() - Date.now();
  const now = () => new Date(Date.now() + offset);
  const save = async () => {
    await writeFile(file, JSON.stringify({ now: now().toISOString() }));
    // For commands that run beside the sandbox, such as the import.
    await writeFile(join(folder, 'clock-offset'), String(Math.round(offset)));
  };
  const moveTo = (to: Date) => {
    offset = to.getTime() - Date.now();
  };
  return {
    now,
    offsetMs: () => offset,
    save,
    set: (to) => {
      moveTo(to);
      return save();
    },
    async advance(to, sweep) {
      while (now() < to) {
        moveTo(new Date(Math.min(nextStep(now()), to.getTime())));
        await sweep();
      }
      await save();
    },
  };
}

function nextStep(now: Date): number {
  return (Math.floor(now.getTime() / STEP_MS) + 1) * STEP_MS;
}

async function readKept(file: string): Promise<Date | null> {
  try {
    const kept: unknown = JSON.parse(await readFile(file, 'utf8'));
    const now = new Date(String((kept as { now?: unknown }).now));
    return Number.isNaN(now.getTime()) ? null : now;
  } catch {
    return null;
  }
}
