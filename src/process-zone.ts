/**
 * Puts the process into UTC, whatever zone its computer lives in. Nothing of ours reads local time, but
 * node-cron rounds "now" with a local setter, which in the hour that clocks repeat answers an hour
 * before: until that hour is over no tick would come and the process would spin.
 */
export function pinProcessZone(environment: NodeJS.ProcessEnv): void {
  environment.TZ = 'Etc/UTC';
}
