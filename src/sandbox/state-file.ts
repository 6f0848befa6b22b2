import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createState, type State } from './state.ts';

const SAVE_DELAY_MS = 200;

export type StateFile = {
  /** Saves soon; many changes make one write. */
  changed(): void;
  /** Saves what is unsaved and stops. */
  close(): Promise<void>;
};

/** Reads a state written earlier; triggers and codes live for seconds and are not kept. */
export async function readState(path: string | undefined): Promise<State> {
  const state = createState();
  const text = path === undefined ? null : await readIfThere(path);
  if (text === null) return state;
  try {
    return restore(state, JSON.parse(text));
  } catch {
    throw new Error(`${path} is not a state of the local Slack. Move it away and start again.`);
  }
}

export function keepState(state: State, path: string | undefined): StateFile {
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  const save = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const write = (): Promise<void> => writeAtomically(path, serialise(state));
    writing = writing.then(write, write);
    return writing;
  };
  return {
    changed() {
      if (path === undefined || timer) return;
      timer = setTimeout(() => void save().catch(() => undefined), SAVE_DELAY_MS);
    },
    async close() {
      if (path !== undefined) await save();
    },
  };
}

function serialise(state: State): string {
  const { triggers: _triggers, installCodes: _codes, lastTs, ...maps } = state;
  const entries = Object.entries(maps).map(([name, map]) => [name, [...map]]);
  return JSON.stringify({ lastTs, ...Object.fromEntries(entries) });
}

function restore(state: State, saved: Record<string, unknown>): State {
  state.lastTs = Number(saved.lastTs) || 0;
  const maps: [string, unknown][] = Object.entries(state);
  for (const [name, target] of maps) {
    const entries = saved[name];
    if (!(target instanceof Map) || !Array.isArray(entries)) continue;
    for (const [key, value] of entries) target.set(key, value);
  }
  return state;
}

/** A reader, or a crash, sees the old file or the new one and nothing between. */
async function writeAtomically(path: string | undefined, text: string): Promise<void> {
  if (path === undefined) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.new`;
  // Bot tokens stand in it.
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, path);
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
