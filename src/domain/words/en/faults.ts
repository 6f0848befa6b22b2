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
  lateForm: 'Slack did not wait long enough. Submit it again: it is saved only once.',
  lateCommand: 'This takes longer than usual. Try again in a moment.',
  notInstalled: 'Followup is not installed in this Slack workspace.',
  refusals: {
    stranger: 'Only members of this Slack workspace can use Followup.',
    guest: 'Guests cannot use Followup. Ask a full member of this workspace.',
    deactivated: 'Your Slack account is deactivated, so Followup cannot be used with it.',
    bot: 'Followup works for people, not for bots and workflows.',
  },
  workspaceIsGone: 'This workspace is not installed.',
  holdsNul: 'This text holds a NUL character. Remove it and try again.',
};
