import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', ...pathFolders()];
const APPS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: FLAGS });
}

/** @throws a sentence that says what to do, because tests that cannot run have not passed */
function findChromium(): string {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (canRun(given)) return given;
    throw new Error(`CHROMIUM_PATH is ${given}, and there is no program there.`);
  }
  const places = [...FOLDERS.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...APPS];
  const found = places.find(canRun);
  if (found) return found;
  throw new Error(
    'The page is tested in Chromium, and there is none on this computer. Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH to Chromium or Chrome.',
  );
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function pathFolders(): string[] {
  return (process.env.PATH ?? '').split(delimiter).filter(Boolean);
}
