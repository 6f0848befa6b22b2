type VerbHelp = { usage: string; summary: string };

const verbs = {
  log: {
    usage: 'log [name or sentence]',
    summary: 'log a touch, like “Dana at Acme: called, no answer”; I propose the next step',
  },
  undo: { usage: 'undo', summary: 'take back the touch you logged last, today or yesterday' },
  add: { usage: 'add [name]', summary: 'add a prospect' },
  list: { usage: 'list [overdue|today|week|@rep|left]', summary: 'what is open, soonest first' },
  show: {
    usage: 'show NAME',
    summary: 'one prospect: next step, how to reach them, what happened',
  },
  board: {
    usage: 'board [week|month|FROM..TO] [me]',
    summary: 'follow-ups made, and your own place',
  },
  insights: {
    usage: 'insights [me|team] [30|90|365]',
    summary: 'when the Yeses come, what is answered, what the Noes taught',
  },
  me: {
    usage: 'me',
    summary: 'your digest’s time and days, pace, zone, reminders, leaderboard',
  },
  cracks: {
    usage: 'cracks [me]',
    summary: 'what is falling through: the team’s (managers), or what your manager sees of yours',
  },
  handover: {
    usage: 'handover @ana to @ben [all|due]',
    summary: 'somebody else takes over, dates and promises kept (managers)',
  },
  preview: { usage: 'preview', summary: 'the next digest and team post, only to you' },
  settings: {
    usage: 'settings',
    summary: 'team post, holidays, cadence, who manages (managers)',
  },
  reopen: {
    usage: 'reopen NAME',
    summary: 'chase somebody again who was won, lost or not a prospect',
  },
  held: {
    usage: 'held',
    summary: 'who shares a phone with somebody stopped; you decide (managers)',
  },
  status: { usage: 'status', summary: 'what was sent today and what was not (managers)' },
  pause: { usage: 'pause [until YYYY-MM-DD]', summary: 'no scheduled messages (managers)' },
  resume: { usage: 'resume', summary: 'scheduled messages again (managers)' },
  help: { usage: 'help', summary: 'this list' },
};

/** What somebody may write after `/followup`. */
export type VerbName = keyof typeof verbs;

/** The slash command's help and what its verbs answer in words. */
export const command = {
  verbs: verbs as Record<VerbName, VerbHelp>,
  whatICanDo: 'What I can do',
  unknown: <P>(verb: P, closest: string | null) => [
    'I do not know “',
    verb,
    `”. ${closest === null ? '' : `Did you mean /followup ${closest}? `}See /followup help.`,
  ],
};
