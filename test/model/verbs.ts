import type { Verb } from './verb.ts';
import { add } from './verbs/add.ts';
import { giveProspect } from './verbs/change-owner.ts';
import { dayOff } from './verbs/day-off.ts';
import { edit } from './verbs/edit.ts';
import { handOverAll, undoHandedOver } from './verbs/hand-over.ts';
import { decideHeld } from './verbs/held.ts';
import { importFile } from './verbs/import.ts';
import { lift } from './verbs/lift-stop.ts';
import { log } from './verbs/log.ts';
import { membership } from './verbs/membership.ts';
import { mark, undoDecision } from './verbs/not-a-prospect.ts';
import { nurture } from './verbs/nurture.ts';
import { passTime } from './verbs/pass-time.ts';
import { revisit } from './verbs/revisit.ts';
import { snooze } from './verbs/snooze.ts';
import { spread, undoSpreadDay } from './verbs/spread.ts';
import { undo } from './verbs/undo.ts';

/** Everything that may happen in a sequence; a new verb joins with a file and a line here. */
export const VERBS: readonly Verb[] = [
  log,
  snooze,
  nurture,
  undo,
  edit,
  revisit,
  add,
  importFile,
  lift,
  decideHeld,
  mark,
  undoDecision,
  giveProspect,
  handOverAll,
  undoHandedOver,
  membership,
  spread,
  undoSpreadDay,
  dayOff,
  passTime,
];
