import { type ChaosOptions, divideTimings, spanOf, speedOf } from './options.ts';
import type { ChaosReport } from './run-chaos.ts';

/** Less than this part delivered is no proof of anything. */
const DELIVERED_AT_LEAST = 0.9;

/** What a run found, a line for each figure. */
export function writeReport(options: ChaosOptions, report: ChaosReport): string {
  const { unconfirmed, lateness, kills, freezes, answers } = report;
  const faults = findFaults(options, report);
  const lines = [
    ...parameterLines(options),
    `${report.replicas} replicas, ${report.recipients} recipients in ${options.workspaces} workspaces, ${report.days.toFixed(2)} days; ${report.troubledSeconds} s of trouble, ${report.seconds} s in all`,
    `business time stood still ${inSeconds(report.stoodForWaitingMs)} for more than ${options.waiting} waiting messages, ${inSeconds(report.stoodForTroubleMs)} for troubles still to come about`,
    `${report.owed} deliveries owed, ${report.delivered} delivered (${percent(report.delivered, report.owed)})`,
    `${kills} kills, ${report.databaseCrashes} database crashes, ${freezes} freezes, ${report.cuts} cuts; ${answers.faulty} of Slack's ${answers.answers} answers faulty (${percent(answers.faulty, answers.answers)})`,
    `lost ${report.lost.length}, repeated ${report.repeated.length}`,
    `unconfirmed ${unconfirmed.inSlack + unconfirmed.notInSlack} (${unconfirmed.inSlack} of them stand in Slack), expired ${report.expired}`,
    `recorded losses ${report.recordedLosses}, announced to managers in ${report.notices} messages, unannounced ${report.unannounced.length}`,
    `late by more than half an hour ${report.late}; minutes late: p50 ${lateness.p50}, p99 ${lateness.p99}, most ${lateness.max}`,
    `a replica starts in ${startsOf(report.startsMs)}`,
    ...mapLines('other recorded ends', report.ended),
    ...mapLines('ended by themselves', report.ownEnds),
    ...mapLines('killed at', report.killedAt),
    ...mapLines('frozen at', report.frozenAt),
    ...sample('lost', report.lost),
    ...sample('repeated', report.repeated),
    ...sample('unannounced', report.unannounced),
    ...(faults.length === 0 ? ['passed'] : faults.map((fault) => `FAILED: ${fault}`)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Why a run proves nothing, or the opposite of what it should. */
export function findFaults(options: ChaosOptions, report: ChaosReport): string[] {
  const done = { kills: report.kills, freezes: report.freezes, cuts: report.cuts };
  const counted = { ...done, databaseCrashes: report.databaseCrashes };
  const fewer = (Object.keys(counted) as (keyof typeof counted)[])
    .filter((what) => counted[what] < options[what])
    .map((what) => `${what}: ${counted[what]} of ${options[what]}`);
  const delivered = report.delivered >= DELIVERED_AT_LEAST * report.owed;
  return [
    ...fewer,
    ...(report.lost.length > 0 ? [`lost ${report.lost.length}`] : []),
    ...(report.repeated.length > 0 ? [`repeated ${report.repeated.length}`] : []),
    ...(report.unannounced.length > 0 ? [`unannounced ${report.unannounced.length}`] : []),
    ...(options.history && !delivered ? ['less than nine tenths were delivered'] : []),
    ...(report.inTime ? [] : ['ended by the bound of its time']),
    ...(report.calm ? [] : [`not calm at the end: ${report.open} still open`]),
  ];
}

function parameterLines(options: ChaosOptions): string[] {
  const { divisor } = options;
  const timings = Object.entries(divideTimings(divisor))
    .map(([name, value]) => `${name} ${Math.round(value)}`)
    .join(', ');
  return [
    `asked: kills ${options.kills}, deliveries ${options.deliveries}, crashes ${options.databaseCrashes}, freezes ${options.freezes}, cuts ${options.cuts}, seconds ${options.seconds}, workspaces ${options.workspaces}, waiting ${options.waiting}, seed ${options.seed}, ${options.history ? 'histories are readable' : 'no history scope: what is unclear may not be repeated'}`,
    `machine times divided by ${divisor}, business time at most ${speedOf({ divisor })}x (${(spanOf(options) / 3_600_000).toFixed(0)} h in ${options.seconds} s): ${timings}`,
  ];
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`;
}

function inSeconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}

function startsOf(startsMs: readonly number[]): string {
  const sorted = startsMs.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return `${at(0.5)} ms (median of ${sorted.length}; nine of ten within ${at(0.9)} ms)`;
}

function mapLines(title: string, counts: ReadonlyMap<string, number>): string[] {
  if (counts.size === 0) return [];
  const rows = [...counts].sort().map(([name, count]) => `  ${count} ${name}`);
  return [`${title}:`, ...rows];
}

function sample(title: string, entries: readonly string[]): string[] {
  return entries.slice(0, 10).map((entry) => `${title}: ${entry}`);
}
