import { ANSWERS } from './groups/answers.ts';
import { DIGEST, MORNING } from './groups/digest.ts';
import { HOME } from './groups/home.ts';
import { EMPTY_FORM, LOG_FORM } from './groups/log-form.ts';
import { HELD, MANAGING, SETTINGS } from './groups/manager.ts';
import { FIRST_RUN, NEWCOMERS } from './groups/newcomers.ts';
import { EVERYDAY, PROSPECTS } from './groups/prospects.ts';
import { SENTENCES } from './groups/sentences.ts';
import { SNOOZE, THIRD_SNOOZE } from './groups/snooze.ts';
import { FRIDAY, OVER_PACE, REMINDER } from './groups/week.ts';
import type { Group } from './surface.ts';

/** Every surface a rep or manager meets, in the order of one week. */
export const ALBUM: readonly Group[] = [
  MORNING,
  EMPTY_FORM,
  DIGEST,
  SNOOZE,
  LOG_FORM,
  ANSWERS,
  SENTENCES,
  EVERYDAY,
  PROSPECTS,
  HOME,
  SETTINGS,
  MANAGING,
  NEWCOMERS,
  REMINDER,
  HELD,
  OVER_PACE,
  THIRD_SNOOZE,
  FRIDAY,
  FIRST_RUN,
];
