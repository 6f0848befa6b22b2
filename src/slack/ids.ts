/**
 * The wire contract. Old messages keep their buttons and installed apps their manifest, so an id is
 * never renamed and never derived from a code name.
 */
export const COMMAND = '/followup';

export const SHORTCUTS = {
  logTouch: 'log_touch_global',
  logMessage: 'log_touch_message',
} as const;

export const VIEWS = {
  logTouch: 'log_touch.submit',
  addProspect: 'add_prospect.submit',
  snoozeTo: 'snooze.submit',
  liftStop: 'stop.lift.submit',
  snoozeAnyway: 'snooze.anyway',
  snoozeWaiting: 'snooze.waiting_for',
  spread: 'spread.submit',
  settings: 'settings.submit',
  holidays: 'settings.holidays',
  cadence: 'settings.cadence',
  people: 'settings.people',
  managers: 'settings.managers',
  ownSettings: 'own_settings.submit',
  answer: 'answer.close',
  giveTo: 'owner.give_submit',
  handOver: 'hand_over.submit',
  crackNote: 'cracks.note_submit',
} as const;

export const ACTIONS = {
  /** Menu of a row: log at once, open the modal, or snooze. */
  rowMenu: 'row.menu',
  revisitMenu: 'row.revisit',
  /** Under "What is in the way?". */
  snoozeAskedLater: 'snooze.asked_later',
  snoozeWaiting: 'snooze.waiting',
  snoozeNoTime: 'snooze.no_time',
  snoozeNo: 'snooze.no',
  snoozeNurture: 'snooze.nurture',
  /** One tap: the next one to call did not answer. */
  noAnswer: 'touch.no_answer',
  openSpread: 'spread.open',
  undoSpread: 'spread.undo',
  undo: 'touch.undo',
  change: 'touch.change',
  changeChosen: 'touch.change_chosen',
  logNext: 'touch.log_next',
  openLog: 'log_touch.open',
  /** Under a question about a sentence: whom it is about, somebody to add, or the form. */
  sentenceWhom: 'sentence.whom',
  sentenceAdd: 'sentence.add',
  sentenceForm: 'sentence.form',
  openAdd: 'add_prospect.open',
  openSettings: 'settings.open',
  changeSettings: 'settings.change',
  openOwnSettings: 'own_settings.open',
  openList: 'list.open',
  openInsights: 'insights_window.open',
  /** On a card: what became of the prospect, and taking that back. */
  notAProspect: 'prospect.not_a_prospect',
  reopen: 'prospect.reopen',
  undoChange: 'change.undo',
  openLift: 'stop.lift',
  /** Whether who shares a phone with somebody stopped is the same person. */
  openHeld: 'held.open',
  heldSame: 'held.same',
  heldOther: 'held.other',
  /** A prospect's new owner, and all of somebody's. */
  openGive: 'owner.give',
  openHandOver: 'hand_over.open',
  confirmHandOver: 'hand_over.confirm',
  undoHandOver: 'hand_over.undo',
  openLeft: 'list.left',
  chooseRep: 'rep.choose',
  /** Of the sweep: one rep's cracks, asking the rep, one's own, and the line beside one. */
  seeCracks: 'cracks.see',
  nudge: 'cracks.nudge',
  openSweep: 'cracks.open',
  openOwnCracks: 'cracks.own',
  openCrackNote: 'cracks.note',
  openImport: 'import.open',
  openPreview: 'preview.open',
  /** Inputs that redraw their form or search while somebody types. */
  chooseProspect: 'log_touch.prospect',
  chooseOutcome: 'log_touch.outcome',
  teamZone: 'settings.zone',
  ownZone: 'own_settings.zone',
  holidaysCountry: 'settings.country',
  holidaysRegion: 'settings.region',
} as const;

/** Under "What happened?" about a sentence: buttons of one row, which need ids of their own. */
export const SENTENCE_OUTCOMES = {
  no_answer: 'sentence.no_answer',
  sent: 'sentence.sent',
  spoke: 'sentence.spoke',
} as const;

/** Each choice of insights is a button, and buttons of one row need ids of their own. */
export const INSIGHTS_BUTTONS = {
  days: { 30: 'insights.days_30', 90: 'insights.days_90', 365: 'insights.days_365' },
  scope: { me: 'insights.me', team: 'insights.team' },
  any: /^insights\./,
} as const;

/** The parts of App Home, and the pages of each. */
export const HOME_BUTTONS = {
  tab: {
    today: 'home.today',
    week: 'home.week',
    nurture: 'home.nurture',
    all: 'home.all',
    recent: 'home.recent',
  },
  pages: { previous: 'home.previous', next: 'home.next' },
  any: /^home\./,
} as const;

/** The pages of a list. */
export const LIST_BUTTONS = {
  pages: { previous: 'list_page.previous', next: 'list_page.next' },
  any: /^list_page\./,
} as const;
