import { expect, test } from 'vitest';
import { readCsv } from '../../src/services/read-csv.ts';

test.each([
  ['commas', 'Name,Company\nDana Reyes,Acme\n'],
  ['semicolons', 'Name;Company\nDana Reyes;Acme\n'],
  ['tabs', 'Name\tCompany\nDana Reyes\tAcme'],
  ['a BOM and CRLF', '\ufeffName,Company\r\nDana Reyes,Acme\r\n'],
  ['CR alone', 'Name,Company\rDana Reyes,Acme\r'],
  ['quotes', '"Name","Company"\n"Dana Reyes","Acme"\n'],
])('a file with %s is read', async (_what, text) => {
  expect(await read(text)).toEqual({
    headers: ['Name', 'Company'],
    records: [{ line: 2, cells: ['Dana Reyes', 'Acme'] }],
  });
});

test('a row has the line it begins on, after cells of several lines and blank rows', async () => {
  const text =
    'Name,Notes\r\nDana,"one\r\ntwo, ""three"""\r\n\r\n,\r\nTom,four\r\n"Mia\nLund",five';

  const { records } = await read(text);

  expect(records).toEqual([
    { line: 2, cells: ['Dana', 'one\ntwo, "three"'] },
    { line: 6, cells: ['Tom', 'four'] },
    { line: 7, cells: ['Mia\nLund', 'five'] },
  ]);
});

test('signs of a formula, stray quotes and separators in quotes stay as typed', async () => {
  const { records } = await read('Name,Company\n=1+1,"+cmd|x, y"\n"Bob" Smith,5" pipe\n');

  expect(records.map((record) => record.cells)).toEqual([
    ['=1+1', '+cmd|x, y'],
    ['"Bob" Smith', '5" pipe'],
  ]);
});

test('characters cut between two pieces of a file are whole', async () => {
  const bytes = Buffer.from('Name,Company\nDánä 👩‍👩‍👧 Réyes,Ácme\n');
  async function* oneByOne() {
    for (const byte of bytes) yield Uint8Array.of(byte);
  }

  const { records } = await readCsv(oneByOne());

  expect(records[0]?.cells).toEqual(['Dánä 👩‍👩‍👧 Réyes', 'Ácme']);
});

test.each([
  ['nothing', Buffer.from(''), 'The file is empty.'],
  ['blank lines', Buffer.from('\n\n'), 'The file is empty.'],
  ['a header only', Buffer.from('Name,Company\n'), 'The file has a header and no rows.'],
  ['a NUL byte', Buffer.from('Name\nDana\nTo\0m\n'), 'Line 3 holds a NUL byte'],
  ['Latin-1', Buffer.from('Name\nDana\nJosé\n', 'latin1'), 'Line 3 is not UTF-8.'],
  ['UTF-16', Buffer.from('\ufeffName\nDana\n', 'utf16le'), 'The file is UTF-16.'],
  ['an open quote', Buffer.from('Name\nDana\n"Tom\nMia\n'), 'line 3 opens a quote'],
])('a file with %s is refused in a sentence', async (_what, bytes, sentence) => {
  await expect(readCsv(pieces(bytes))).rejects.toThrow(sentence);
});

function read(text: string) {
  return readCsv(pieces(Buffer.from(text)));
}

async function* pieces(bytes: Buffer) {
  yield bytes;
}
