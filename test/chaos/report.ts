import { type ChaosOptions, speedOf } from './options.ts';
import type { ChaosReport } from './run-chaos.ts';

/** What a run found, a line for each figure. */
export function writeReport(options: ChaosOptions, report: ChaosReport): string {
  const { unconfirmed, lateness, kills, freezes } = report;
  const lines = [
    `seed ${options.seed}, divisor ${options.divisor} (business time ${speedOf(options)}x), ${report.replicas} replicas, ${report.seconds} s`,
    `${report.owed} deliveries owed, ${report.delivered} delivered`,
    `${kills} kills, ${report.databaseCrashes} database crashes, ${report.cuts} cuts, ${freezes} freezes, a third of Slack's answers faulty`,
    `lost ${report.lost.length}, repeated ${report.repeated.length}`,
    `unconfirmed ${unconfirmed.inSlack + unconfirmed.notInSlack} (${unconfirmed.inSlack} of them stand in Slack), expired ${report.expired}`,
    `late by more than half an hour ${report.late}; minutes late: p50 ${lateness.p50}, p99 ${lateness.p99}, most ${lateness.max}`,
    ...(options.history ? [] : ['no history scope: what is unclear may not be repeated']),
    ...(report.calm ? [] : [`not calm at the end: ${report.open} still open`]),
    ...mapLines('other recorded ends', report.ended),
    ...mapLines('ended by themselves', report.ownEnds),
    ...mapLines('at which step', report.atStep),
    ...sample('lost', report.lost),
    ...sample('repeated', report.repeated),
  ];
  return `${lines.join('\n')}\n`;
}

function mapLines(title: string, counts: ReadonlyMap<string, number>): string[] {
  if (counts.size === 0) return [];
  const rows = [...counts].sort().map(([name, count]) => `  ${count} ${name}`);
  return [`${title}:`, ...rows];
}

function sample(title: string, entries: readonly string[]): string[] {
  return entries.slice(0, 10).map((entry) => `${title}: ${entry}`);
}
