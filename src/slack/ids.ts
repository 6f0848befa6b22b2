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
  settings: 'settings.submit',
  answer: 'answer.close',
  giveTo: 'owner.give_submit',
  handOver: 'hand_over.submit',
} as const;

export const ACTIONS = {
  /** Menu of a row: log at once, open the modal, or snooze. */
  rowMenu: 'row.menu',
  revisitMenu: 'row.revisit',
  undo: 'touch.undo',
  change: 'touch.change',
  logNext: 'touch.log_next',
  openLog: 'log_touch.open',
  /** Under a question about a sentence: whom it is about, somebody to add, or the form. */
  sentenceWhom: 'sentence.whom',
  sentenceAdd: 'sentence.add',
  sentenceForm: 'sentence.form',
  openAdd: 'add_prospect.open',
  openSettings: 'settings.open',
  openList: 'list.open',
  /** A prospect's new owner, and all of somebody's. */
  openGive: 'owner.give',
  openHandOver: 'hand_over.open',
  confirmHandOver: 'hand_over.confirm',
  undoHandOver: 'hand_over.undo',
  openLeft: 'list.left',
  chooseRep: 'rep.choose',
  /** Inputs that redraw their form or search while somebody types. */
  chooseProspect: 'log_touch.prospect',
  chooseOutcome: 'log_touch.outcome',
} as const;

/** Each choice of insights is a button, and buttons of one row need ids of their own. */
export const INSIGHTS_BUTTONS = {
  days: { 30: 'insights.days_30', 90: 'insights.days_90', 365: 'insights.days_365' },
  scope: { me: 'insights.me', team: 'insights.team' },
  any: /^insights\./,
} as const;
