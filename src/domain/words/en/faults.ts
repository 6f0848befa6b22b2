const managersDeeds = {
  addPeople: 'add people',
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

/** What only managers do. */
export type ManagersDeed = keyof typeof managersDeeds;

const deeds = {
  yes: 'log the Yes',
  no: 'log the No',
  snooze: 'snooze it',
  nurture: 'let it rest',
  revisit: 're-open or drop it',
  not_a_prospect: 'say that it is not a prospect',
  crack_note: 'add a line to it',
};

/** What only a prospect’s owner and the managers do. */
export type OwnersDeed = keyof typeof deeds;

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
  buttonTooOld: 'This button is too old. Use the newest message, or /followup list.',
  noSuchProspect: 'That prospect is not here. Search for it again, or add it with /followup add.',
  staleProspect: 'This changed meanwhile. Look at how it stands now before you try again.',
  sameMoment: 'Somebody else changed this at the same moment. Try again.',
  savedOtherwise: 'This was already saved with other values.',
  dayAfterToday: 'Choose a day after today.',
  ownersOnly: (label: string, deed: OwnersDeed) =>
    `${label} belongs to somebody else: only the owner or a manager can ${deeds[deed]}.`,
  formHasProblems: 'The form has problems.',
  lateForm: 'Slack did not wait long enough. Submit it again: it is saved only once.',
  lateCommand: 'This takes longer than usual. Try again in a moment.',
  notInstalled: 'Followup is not installed in this Slack workspace.',
  refusals: {
    stranger: 'Only members of this Slack workspace can use Followup.',
    guest: 'Guests cannot use Followup. Ask a full member of this workspace.',
    deactivated: 'Your Slack account is deactivated, so Followup cannot be used with it.',
    bot: 'Followup works for people, not for bots and workflows.',
    not_added: 'Only people whom a manager added use Followup here. Ask a manager to add you.',
  },
  workspaceIsGone: 'This workspace is not installed.',

  managersOnly: (deed: ManagersDeed) =>
    `Only a manager can ${managersDeeds[deed]}. Ask one of yours.`,
  holdsNul: 'This text holds a NUL character. Remove it and try again.',
  noRepToSend: 'The rep of this delivery is not here.',
  noTeamToSend: 'The team of this delivery is not here.',
};
