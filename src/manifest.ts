import { writeFile } from 'node:fs/promises';
import { buildManifest } from './slack/manifest.ts';

/**
 * `npm run manifest` writes `manifest.json` for Socket Mode; `npm run manifest -- --http
 * https://followup.example.com` prints one for Slack to call that address.
 */
const [flag, address] = process.argv.slice(2);

if (flag === undefined) {
  await writeFile('manifest.json', textOf(buildManifest({ publicUrl: null })));
} else if (flag === '--http' && address && URL.canParse(address)) {
  process.stdout.write(textOf(buildManifest({ publicUrl: address })));
} else {
  process.stderr.write('Use: npm run manifest [-- --http https://followup.example.com]\n');
  process.exitCode = 1;
}

function textOf(manifest: unknown): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
