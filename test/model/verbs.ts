import type { Verb } from './verb.ts';
import { add } from './verbs/add.ts';
import { giveProspect } from './verbs/change-owner.ts';
import { dayOff } from './verbs/day-off.ts';
import { handOverAll, undoHandedOver } from './verbs/hand-over.ts';
import { importFile } from './verbs/import.ts';
import { log } from './verbs/log.ts';
import { membership } from './verbs/membership.ts';
import { passTime } from './verbs/pass-time.ts';
import { revisit } from './verbs/revisit.ts';
import { snooze } from './verbs/snooze.ts';
import { undo } from './verbs/undo.ts';

/** Everything that may happen in a sequence; a new verb joins with a file and a line here. */
export const VERBS: readonly Verb[] = [
  log,
  snooze,
  undo,
  revisit,
  add,
  importFile,
  giveProspect,
  handOverAll,
  undoHandedOver,
  membership,
  dayOff,
  passTime,
];
