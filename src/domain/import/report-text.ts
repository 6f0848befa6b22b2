import {
  type ImportReport,
  type ImportResult,
  ownerLineSentence,
  type RowResult,
} from './report.ts';

const PROBLEMS_SHOWN = 20;
const LINES_SHOWN = 5;

const WORDS: Record<ImportResult, string> = {
  new: 'new',
  updated: 'updated (only what was empty)',
  duplicate: 'duplicate',
  stopped: 'stopped (they asked us to)',
  held: 'held for a manager',
  left_out: 'left out',
  invalid: 'invalid',
};

/**
 * The report as plain lines for a terminal: counts first, then what needs a person. Rows with the same
 * reason are one line unless `full` lists every row.
 * @example importReportText(report, { full: false }).split('\n')[0] //=> '8,800 rows read, 2,089 imported.'
 */
export function importReportText(report: ImportReport, { full }: { full: boolean }): string {
  const blocks = [
    [headline(report)],
    Object.entries(WORDS).map(([result, words]) => countLine(report, result, words)),
    columnLines(report),
    section('Worth a look:', report.notices),
    section(full ? 'Rows:' : 'Why:', full ? everyRow(report.results) : reasons(report)),
    section(
      'Without an owner here:',
      report.owners.unmatched.map(
        ({ reason, rows }) => `${reason} ${rows === 1 ? '1 row' : `${number(rows)} rows`}.`,
      ),
    ),
    report.lines.map(ownerLineSentence),
  ];
  const shown = blocks.filter((lines) => lines.length > 0);
  return `${shown.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function headline({ rows, counts, dryRun }: ImportReport): string {
  if (dryRun) return `${number(rows)} rows read. Dry run: nothing was written.`;
  return `${number(rows)} rows read, ${number(counts.new + counts.held)} imported.`;
}

function countLine({ counts }: ImportReport, result: string, words: string): string {
  return `${number(counts[result as ImportResult]).padStart(9)}  ${words}`;
}

function columnLines({ columns, unusedHeaders }: ImportReport): string[] {
  const read = columns.map(({ field, headers }) => `${headers.join(' + ')} as ${field}`);
  const unused = unusedHeaders.length > 0 ? [`Columns not read: ${unusedHeaders.join(', ')}.`] : [];
  return [`Columns read: ${read.join(', ')}.`, ...unused];
}

function reasons({ results, owners }: ImportReport): string[] {
  const toldBelow = new Set(owners.unmatched.map(({ reason }) => reason));
  const groups = new Map<string, { result: ImportResult; reason: string; lines: number[] }>();
  for (const { line, result, reason } of results) {
    if (reason === null || toldBelow.has(reason)) continue;
    const shared = SAME_AS_LINE.test(reason) ? 'The same as an earlier line.' : reason;
    const group = groups.get(result + shared) ?? { result, reason: shared, lines: [] };
    group.lines.push(line);
    groups.set(result + shared, group);
  }
  const sorted = [...groups.values()].sort((a, b) => URGENCY[a.result] - URGENCY[b.result]);
  const shown = sorted.slice(0, PROBLEMS_SHOWN).map(({ reason, lines }) => {
    return `${place(lines)}: ${reason}`;
  });
  const more = sorted.slice(PROBLEMS_SHOWN).reduce((sum, group) => sum + group.lines.length, 0);
  return more > 0 ? [...shown, `And ${number(more)} more; --report full lists them.`] : shown;
}

const SAME_AS_LINE = /^The same as line \d+\.$/;

const URGENCY: Record<ImportResult, number> = {
  invalid: 0,
  held: 1,
  stopped: 2,
  left_out: 3,
  updated: 4,
  duplicate: 5,
  new: 6,
};

function place(lines: readonly number[]): string {
  if (lines.length === 1) return `Line ${lines[0]}`;
  const shown = lines.slice(0, LINES_SHOWN).join(', ');
  const more = lines.length > LINES_SHOWN ? ', …' : '';
  return `${number(lines.length)} rows (lines ${shown}${more})`;
}

function everyRow(results: readonly RowResult[]): string[] {
  return results.map(({ line, result, reason }) => {
    return `Line ${line}: ${WORDS[result]}${reason === null ? '' : `. ${reason}`}`;
  });
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

function number(value: number): string {
  return value.toLocaleString('en');
}
