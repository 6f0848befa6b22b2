/** What windows are called, also while what they show is on its way. */
const titles = {
  log: 'Log a touch',
  change: 'Change a touch',
  add: 'Add a prospect',
  snooze: 'Snooze',
  waiting: 'Waiting for us',
  spread: 'Spread your day',
  ownSettings: 'My settings',
  settings: 'Team settings',
  list: 'Follow-ups',
  held: 'Held for you',
  insights: 'Insights',
  lift: 'Lift the stop',
  give: 'Give to',
  handOver: 'Hand over',
  cracks: 'Going to the manager',
  sweep: 'Cracks',
  crackNote: 'Add a line',
  importing: 'Import a list',
};

/** A window that opens before its content is there. */
export const windows = {
  titles,
  loading: 'Loading…',
  /** There is nothing to ask after all. */
  nothingMore: 'Done.',
};

/** Or one that has no name before it is there. */
export type WindowName = keyof typeof titles | 'other';
