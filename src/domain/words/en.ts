import { answers } from './en/answers.ts';
import { card } from './en/card.ts';
import { command } from './en/command.ts';
import { cracks } from './en/cracks.ts';
import { dates } from './en/dates.ts';
import { digest } from './en/digest.ts';
import { endings } from './en/endings.ts';
import { faults } from './en/faults.ts';
import { handOver } from './en/hand-over.ts';
import { home } from './en/home.ts';
import { insights } from './en/insights.ts';
import { labels } from './en/labels.ts';
import { logForm } from './en/log-form.ts';
import { ownSettings } from './en/own-settings.ts';
import { sentences } from './en/sentences.ts';
import { settings } from './en/settings.ts';
import { snooze } from './en/snooze.ts';
import { start } from './en/start.ts';
import { status } from './en/status.ts';
import { steps } from './en/steps.ts';
import { team } from './en/team.ts';
import { windows } from './en/windows.ts';

/** Every text a person reads, by surface. Another language is one file of this shape. */
export const en = {
  dates,
  labels,
  steps,
  digest,
  logForm,
  answers,
  sentences,
  home,
  card,
  snooze,
  endings,
  team,
  cracks,
  handOver,
  status,
  settings,
  ownSettings,
  insights,
  start,
  command,
  faults,
  windows,
};

export type Words = typeof en;
