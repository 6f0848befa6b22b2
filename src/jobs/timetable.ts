/** A job and when it runs, in cron's words with seconds, at Greenwich: local days are the schedules' affair. */
export type Entry = { name: string; cron: string; run: () => Promise<unknown> };

/**
 * What runs when. A tick only means "do what is due": one that is missed costs nothing, and one that
 * comes twice changes nothing.
 */
export function timetable(jobs: {
  sweep: () => Promise<unknown>;
  refreshSchedules: () => Promise<unknown>;
}): Entry[] {
  return [
    { name: 'sweep', cron: '*/15 * * * * *', run: jobs.sweep },
    { name: 'refresh-schedules', cron: '30 7 * * * *', run: jobs.refreshSchedules },
  ];
}
