/** A job and when it runs, in cron's words with seconds, at Greenwich: local days are the schedules' affair. */
export type Entry = {
  name: string;
  cron: string;
  run: () => Promise<unknown>;
  /** Also when the process starts; so unless told. */
  atStart?: boolean;
};

/**
 * What runs when. A tick only means "do what is due": one that is missed costs nothing, and one that
 * comes twice changes nothing.
 */
export function timetable(jobs: {
  sweep: () => Promise<unknown>;
  refreshSchedules: () => Promise<unknown>;
  refreshHolidays: () => Promise<unknown>;
  audit: () => Promise<unknown>;
  planUnsentNotices: () => Promise<unknown>;
}): Entry[] {
  return [
    { name: 'sweep', cron: '*/15 * * * * *', run: jobs.sweep },
    { name: 'refresh-schedules', cron: '30 7 * * * *', run: jobs.refreshSchedules },
    // They are known years ahead: a start need not wait for them.
    { name: 'refresh-holidays', cron: '10 20 3 * * *', run: jobs.refreshHolidays, atStart: false },
    // After a start the first sweep has yet to catch up.
    { name: 'audit', cron: '45 */10 * * * *', run: jobs.audit, atStart: false },
    { name: 'unsent', cron: '15 */10 * * * *', run: jobs.planUnsentNotices, atStart: false },
  ];
}
