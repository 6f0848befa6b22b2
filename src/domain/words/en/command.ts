type VerbLine = {
  /** What follows the verb. */
  takes?: string;
  summary: string;
};

const verbs = {
  log: {
    takes: '[name or sentence]',
    summary: 'log a touch, like “Dana at Acme: called, no answer”; I propose the next step',
  },
  undo: { summary: 'take back the touch you logged last, today or yesterday' },
  add: { takes: '[name]', summary: 'add a prospect' },
  list: { takes: '[overdue|today|week|@rep]', summary: 'what is open, soonest first' },
  show: { takes: 'NAME', summary: 'one prospect: next step, how to reach them, what happened' },
  board: { takes: '[week|month|FROM..TO] [me]', summary: 'follow-ups made, and your own place' },
  insights: {
    takes: '[me|team] [30|90|365]',
    summary: 'when the Yeses come, what is answered, what the Noes taught',
  },
  me: { summary: 'your digest’s time and days, pace, zone, reminders, leaderboard' },
  cracks: { takes: 'me', summary: 'what your manager sees of yours' },
  handover: {
    takes: '@ana to @ben [all|due]',
    summary: 'somebody else takes over, dates and promises kept',
  },
  preview: { summary: 'the next digest and team post, only to you' },
  settings: { summary: 'team post, holidays, cadence, who manages' },
  reopen: { takes: 'NAME', summary: 'chase somebody again who was won, lost or not a prospect' },
  held: { summary: 'who shares a phone with somebody stopped; you decide' },
  status: { summary: 'what was sent today and what was not' },
  pause: { takes: '[until YYYY-MM-DD]', summary: 'no scheduled messages' },
  resume: { summary: 'scheduled messages again' },
  help: { summary: 'this list' },
};

/** What somebody may write after `/followup`. */
export type VerbName = keyof typeof verbs;

/** The slash command's help and what its verbs answer in words. */
export const command = {
  verbs: verbs as Record<VerbName, VerbLine>,
  /** What some verbs do besides, for managers alone. */
  managersVerbs: {
    list: { takes: 'left', summary: 'what somebody who left still has open' },
    cracks: { summary: 'what is falling through in the team' },
  } as Partial<Record<VerbName, VerbLine>>,
  whatICanDo: 'What I can do',
  writeFirst: 'Write /followup, then one of these:',
  groups: { daily: 'Every day', rarely: 'Now and then', managers: 'For managers' },
  unknown: <P>(verb: P, closest: string | null) => [
    'I do not know “',
    verb,
    `”. ${closest === null ? '' : `Did you mean /followup ${closest}? `}See /followup help.`,
  ],
};
