import { expect, test } from 'vitest';
import { divideTimings, readOptions } from './options.ts';
import { findFaults, writeReport } from './report.ts';
import type { ChaosReport } from './run-chaos.ts';

const asked = readOptions('--kills 10 --deliveries 60 --crashes 1 --freezes 2'.split(' '));
if (!asked) throw new Error('no options');
const options = asked;

/** A run that did all it was asked for and found nothing. */
function report(change: Partial<ChaosReport> = {}): ChaosReport {
  return {
    ...{ owed: 60, delivered: 58, expired: 2, open: 0, late: 3, lost: [], repeated: [] },
    ...{ unconfirmed: { inSlack: 0, notInSlack: 0 }, ended: new Map() },
    lateness: { p50: 1, p99: 40, max: 50 },
    ...{ kills: 10, freezes: 2, databaseCrashes: 1, cuts: 1, startsMs: [90, 100, 400] },
    ...{ killedAt: new Map([['claim: after', 10]]), frozenAt: new Map(), ownEnds: new Map() },
    ...{ stoodForWaitingMs: 0, stoodForTroubleMs: 0, inTime: true, calm: true },
    ...{ recordedLosses: 2, notices: 1, unannounced: [] },
    ...{ answers: { answers: 300, faulty: 100 }, replicas: 3, recipients: 70, days: 2 },
    ...{ troubledSeconds: 30, seconds: 60, ...change },
  };
}

test('a run that did and found what it should passes', () => {
  expect(findFaults(options, report())).toEqual([]);
  expect(writeReport(options, report())).toMatch(/^passed$/m);
});

test.each<[string, Partial<ChaosReport>]>([
  ['kills: 9 of 10', { kills: 9 }],
  ['freezes: 1 of 2', { freezes: 1 }],
  ['databaseCrashes: 0 of 1', { databaseCrashes: 0 }],
  ['lost 1', { lost: ['one'] }],
  ['repeated 1', { repeated: ['one'] }],
  ['unannounced 1', { unannounced: ['one'] }],
  ['less than nine tenths were delivered', { delivered: 53 }],
  ['ended by the bound of its time', { inTime: false }],
  ['not calm at the end: 4 still open', { calm: false, open: 4 }],
])('a run fails by “%s”', (fault, change) => {
  expect(findFaults(options, report(change))).toEqual([fault]);
  expect(writeReport(options, report(change))).toContain(`FAILED: ${fault}`);
});

test('without the scope to look there is no least part delivered', () => {
  const blind = { ...options, history: false };

  expect(findFaults(blind, report({ delivered: 30 }))).toEqual([]);
});

test('every parameter stands in the report, the divided times included', () => {
  const said = writeReport(options, report());

  expect(said).toContain('kills 10, deliveries 60, crashes 1, freezes 2, cuts 1');
  expect(said).toContain('divided by 40');
  for (const name of Object.keys(divideTimings(40))) expect(said).toContain(`${name} `);
});
