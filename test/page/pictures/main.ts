import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { takePictures } from './take-pictures.ts';

const USAGE = `npm run pictures -- [FOLDER] [options]

Walks every surface in a sandbox of its own and saves a picture of each, as on a phone and as on a desktop,
into FOLDER (pictures/ unless told), with its words beside it.

  --person NAME    walk as another rep of the sandbox: only what needs nobody's prospects
  --only GROUP     save the pictures of one group; the others are walked all the same
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    person: { type: 'string', default: 'Ana Silva' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(USAGE);
else {
  const missed = await takePictures({
    folder: resolve(positionals[0] ?? 'pictures'),
    person: values.person,
    only: values.only ?? null,
    say: (line) => process.stdout.write(`${line}\n`),
  });
  process.exitCode = missed.length === 0 ? 0 : 1;
}
