import { expect, test } from 'vitest';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import { VERBS } from '../../../src/slack/listeners/command-verbs.ts';
import { buildHelpMessage } from '../../../src/slack/views/help-message.ts';
import { readBlocks } from '../../support/read-blocks.ts';

const REP = { verbs: VERBS, isManager: false };
const MANAGER = { verbs: VERBS, isManager: true };

test('a rep reads what a rep can do, the command once', () => {
  const help = readBlocks(buildHelpMessage(REP, en).blocks);

  expect(help).toBe(`*What I can do*
Write /followup, then one of these:
*Every day*
*log* [name or sentence]: log a touch, like “Dana at Acme: called, no answer”; I propose the next step
*undo*: take back the touch you logged last, today or yesterday
*add* [name]: add a prospect
*list* [overdue|today|week|@rep]: what is open, soonest first
*show* NAME: one prospect: next step, how to reach them, what happened
*Now and then*
*board* [week|month|FROM..TO] [me]: follow-ups made, and your own place
*insights* [me|team] [30|90|365]: when the Yeses come, what is answered, what the Noes taught
*me*: your digest’s time and days, pace, zone, reminders, leaderboard
*cracks* me: what your manager sees of yours
*preview*: the next digest and team post, only to you
*reopen* NAME: chase somebody again who was won, lost or not a prospect`);
});

test('a manager reads below it what managers can do', () => {
  const help = readBlocks(buildHelpMessage(MANAGER, en).blocks);

  const [everybodys, managers] = help.split('\n*For managers*\n');
  expect(everybodys).toBe(readBlocks(buildHelpMessage(REP, en).blocks));
  expect(managers).toBe(`*list* left: what somebody who left still has open
*cracks*: what is falling through in the team
*handover* @ana to @ben [all|due]: somebody else takes over, dates and promises kept
*settings*: team post, holidays, cadence, who manages
*held*: who shares a phone with somebody stopped; you decide
*status*: what was sent today and what was not
*pause* [until YYYY-MM-DD]: no scheduled messages
*resume*: scheduled messages again`);
});

test('tells of every verb but itself', () => {
  const help = readBlocks(buildHelpMessage(MANAGER, en).blocks);

  const told = VERBS.filter(({ name }) => help.includes(`*${name}*`)).map(({ name }) => name);
  expect([...told, 'help']).toEqual(VERBS.map(({ name }) => name));
});

test('is read in German', () => {
  const help = readBlocks(buildHelpMessage(MANAGER, de).blocks);

  expect(help).toContain('*Was ich kann*\nSchreib /followup und dann eins davon:\n*Jeden Tag*');
  expect(help).toContain('*Ab und zu*\n*board* [week|month|VON..BIS] [me]: gemachte Follow-ups');
  expect(help).toContain('*Für die Teamleitung*\n*list* left: was jemand zurückgelassen hat');
});
