import { InvalidError } from '../domain/errors.ts';

const NEWLINE = 0x0a;
const UTF8_BOM = '\ufeff';

/**
 * A file's text in pieces of whole lines, the first line on its own, every line end as `\n` so that lines can be counted.
 * Throws `InvalidError` with the line where the file is not UTF-8 or holds a NUL byte.
 */
export async function* decodeLines(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<string, void> {
  let line = 1;
  let started = false;
  for await (const bytes of wholeLines(source)) {
    if (!started) refuseUtf16(bytes);
    const text = decode(bytes, line);
    const lines = unifyLineEnds(started ? text : withoutBom(text));
    line += lines.split('\n').length - 1;
    if (started) {
      yield lines;
      continue;
    }
    started = true;
    const headerEnd = lines.indexOf('\n') + 1 || lines.length;
    if (lines.length > 0) yield lines.slice(0, headerEnd);
    if (headerEnd < lines.length) yield lines.slice(headerEnd);
  }
}

/** Cut after line feeds only, which are never part of a longer UTF-8 character. */
async function* wholeLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void> {
  let waiting: Uint8Array[] = [];
  for await (const chunk of source) {
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (end === 0) {
      waiting.push(chunk);
      continue;
    }
    yield Buffer.concat([...waiting, chunk.subarray(0, end)]);
    waiting = [chunk.subarray(end)];
  }
  const rest = Buffer.concat(waiting);
  if (rest.length > 0) yield rest;
}

function decode(bytes: Buffer, firstLine: number): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    const line = firstLine + linesBefore(bytes, firstBrokenByte(bytes));
    throw new InvalidError(
      () => `Line ${line} is not UTF-8. Save the file as “CSV UTF-8” and try again.`,
      'file',
      { cause },
    );
  }
  const nul = bytes.indexOf(0);
  if (nul < 0) return text;
  throw new InvalidError(
    () =>
      `Line ${firstLine + linesBefore(bytes, nul)} holds a NUL byte, which no text has. Is this a CSV file?`,
    'file',
  );
}

function refuseUtf16(bytes: Buffer): void {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark !== 'fffe' && mark !== 'feff') return;
  throw new InvalidError(() => 'The file is UTF-16. Save it as “CSV UTF-8” and try again.', 'file');
}

function firstBrokenByte(bytes: Buffer): number {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  // A replacement character that was typed is three bytes of its own and hides no broken one before it.
  const before = lenient.slice(0, lenient.indexOf('\ufffd'));
  return Buffer.byteLength(before);
}

function linesBefore(bytes: Buffer, end: number): number {
  return unifyLineEnds(bytes.subarray(0, end).toString('latin1')).split('\n').length - 1;
}

function withoutBom(text: string): string {
  return text.startsWith(UTF8_BOM) ? text.slice(1) : text;
}

function unifyLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
