const managerDeeds = {
  changeCadence: 'change the cadence',
  changeHolidays: 'change the holidays',
  changeSettings: 'change the team settings',
  decideWhoItIs: 'say who it is',
  giveProspect: 'give a prospect to somebody else',
  handOver: 'hand over prospects',
  liftStop: 'lift a stop',
  nameManagers: 'name managers',
  pause: 'pause the scheduled messages',
  resume: 'resume the scheduled messages',
  seeCracks: 'see the team’s cracks',
  seeCracksOfOthers: 'see the cracks of others',
  seeLeftBehind: 'list what somebody left behind',
  seeSent: 'see what was sent',
  takeBackHandOver: 'take back a hand-over',
};

const ownerDeeds = {
  addLine: 'add a line to it',
  letRest: 'let it rest',
  logNo: 'log the No',
  logYes: 'log the Yes',
  markNotAProspect: 'say that it is not a prospect',
  reopenOrDrop: 're-open or drop it',
  snooze: 'snooze it',
};

export type ManagerDeed = keyof typeof managerDeeds;
export type OwnerDeed = keyof typeof ownerDeeds;

/** What went wrong, with what, and what to do. */
export const faults = {
  unavailable: {
    lost: 'Followup cannot reach its database. Nothing was saved: please try again in a minute.',
    busy: 'The database is busy. Nothing was saved: please try again in a moment.',
    unclear:
      'The database went away while saving. Please submit this again: it is saved only once.',
  },
  /** With the code that finds the log line. */
  withCode: (sentence: string, code: string) => `${sentence} (Code ${code})`,
  ours: (code: string) => `Something went wrong. Tell your admin the code ${code}.`,
  slackDidNotWait: 'Slack did not wait long enough. Please try again.',
  changedMeanwhile: 'This changed while you looked at it. Please try again.',
  slackIsBusy: 'Slack is busy. Try again in a minute.',
  doesNothing: 'This no longer does anything. Type /followup to see what does.',
  formTooOld: 'This form is too old. Close it and open a new one.',
  formHasProblems: 'The form has problems.',

  onlyManager: (deed: ManagerDeed) => `Only a manager can ${managerDeeds[deed]}. Ask one of yours.`,
  onlyOwner: (label: string, deed: OwnerDeed) =>
    `${label} belongs to somebody else: only the owner or a manager can ${ownerDeeds[deed]}.`,
  noProspect: 'That prospect is not here. Search for it again, or add it with /followup add.',
  changedSince: 'This changed meanwhile. Look at how it stands now before you try again.',
  changedAtOnce: 'Somebody else changed this at the same moment. Try again.',
  holdsNul: 'This text holds a NUL character. Remove it and try again.',
  noRepToSend: 'The rep of this delivery is not here.',
  noTeamToSend: 'The team of this delivery is not here.',
};
