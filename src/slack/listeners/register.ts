import type {
  App,
  BlockAction,
  ButtonAction,
  ExternalSelectAction,
  StaticSelectAction,
} from '@slack/bolt';
import {
  ACTIONS,
  COMMAND,
  HOME_BUTTONS,
  INSIGHTS_BUTTONS,
  LIST_BUTTONS,
  SENTENCE_OUTCOMES,
  SHORTCUTS,
  VIEWS,
} from '../ids.ts';
import { openAddFromButton, submitAddProspect } from './add-prospect.ts';
import { answerCommand } from './command.ts';
import {
  nudge,
  openCrackNote,
  openOwnCracks,
  openSweep,
  seeCracks,
  submitCrackNote,
} from './cracks.ts';
import { answerDirectMessage } from './direct-message.ts';
import { markFromCard, reopenFromButton, undoFromButton } from './endings.ts';
import { openImport, previewFromButton } from './first-run.ts';
import { openGive, submitGive } from './give-prospect.ts';
import { confirmHandOver, undoHandedOver } from './hand-over.ts';
import { decideFromButton, openHeldFromButton } from './held.ts';
import { openHome, turnHomePage } from './home.ts';
import { openInsights, redrawInsights } from './insights.ts';
import { openHandOver, submitHandOver } from './left-behind.ts';
import { openLiftFromButton, submitLift } from './lift-stop.ts';
import { openListFromButton, turnListPage } from './list.ts';
import type { ListenerDeps } from './listener-deps.ts';
import { logNoAnswer } from './log-no-answer.ts';
import { unlessOldDigest } from './old-digest.ts';
import { openOwnSettingsFromButton, submitOwnSettings } from './own-settings.ts';
import { redrawLogForm } from './redraw-log.ts';
import { answerRowMenu } from './row-menu.ts';
import { searchForProspect } from './search-prospects.ts';
import { searchForRep } from './search-reps.ts';
import { searchForOwnZone, searchForZone } from './search-zones.ts';
import { logSentenceWith, openSentenceForm } from './sentence-buttons.ts';
import { changeSettingsPart, openSettingsFromButton } from './settings.ts';
import { redrawHolidays, searchForCountry, searchForRegion } from './settings-holidays.ts';
import { logFromAnywhere, logFromMessage } from './shortcuts.ts';
import {
  askWaitingFor,
  logInstead,
  makeRoom,
  nurtureFromButton,
  snoozeAnyway,
  submitWaitingFor,
} from './snooze-question.ts';
import { openSpread, submitSpread, undoSpreadFromButton } from './spread.ts';
import { submitLog } from './submit-log.ts';
import {
  submitCadence,
  submitHolidays,
  submitManagers,
  submitPeople,
  submitTeam,
} from './submit-settings.ts';
import { submitSnooze } from './submit-snooze.ts';
import {
  changeChosenTouch,
  changeLoggedTouch,
  openLogFromButton,
  undoLoggedTouch,
} from './touch-buttons.ts';
import { forgetInstallation, forgetRevokedTokens } from './uninstalled.ts';
import { refreshChangedPerson } from './user-change.ts';

/** The table of contents: everything Slack can send that the bot answers. */
export function registerListeners(app: App, deps: ListenerDeps): void {
  app.command(COMMAND, answerCommand(deps));
  app.shortcut({ callback_id: SHORTCUTS.logTouch, type: 'shortcut' }, logFromAnywhere);
  app.shortcut({ callback_id: SHORTCUTS.logMessage, type: 'message_action' }, logFromMessage);

  app.options(ACTIONS.chooseProspect, searchForProspect);
  app.action(ACTIONS.chooseProspect, redrawLogForm);
  app.action(ACTIONS.chooseOutcome, redrawLogForm);
  app.view(VIEWS.logTouch, submitLog(deps));

  app.action<BlockAction<StaticSelectAction>>(
    ACTIONS.rowMenu,
    unlessOldDigest,
    answerRowMenu(deps),
  );
  app.action<BlockAction<StaticSelectAction>>(
    ACTIONS.revisitMenu,
    unlessOldDigest,
    answerRowMenu(deps),
  );
  app.action<BlockAction<ButtonAction>>(ACTIONS.noAnswer, unlessOldDigest, logNoAnswer(deps));
  app.view(VIEWS.snoozeTo, submitSnooze(deps));
  app.view(VIEWS.snoozeAnyway, snoozeAnyway(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.snoozeAskedLater, logInstead('not_now'));
  app.action<BlockAction<ButtonAction>>(ACTIONS.snoozeWaiting, askWaitingFor);
  app.view(VIEWS.snoozeWaiting, submitWaitingFor(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.snoozeNoTime, makeRoom(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.snoozeNo, logInstead('no'));
  app.action<BlockAction<ButtonAction>>(ACTIONS.snoozeNurture, nurtureFromButton(deps));

  app.action<BlockAction<ButtonAction>>(ACTIONS.openSpread, unlessOldDigest, openSpread);
  app.view(VIEWS.spread, submitSpread(deps));
  app.action<BlockAction<ButtonAction>>(
    ACTIONS.undoSpread,
    unlessOldDigest,
    undoSpreadFromButton(deps),
  );

  app.action<BlockAction<ButtonAction>>(ACTIONS.undo, unlessOldDigest, undoLoggedTouch(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.change, unlessOldDigest, changeLoggedTouch);
  app.action<BlockAction<StaticSelectAction>>(ACTIONS.changeChosen, changeChosenTouch);
  app.action<BlockAction<ButtonAction>>(ACTIONS.logNext, openLogFromButton);
  app.action<BlockAction<ButtonAction>>(ACTIONS.openLog, openLogFromButton);

  app.action<BlockAction<StaticSelectAction>>(ACTIONS.notAProspect, markFromCard(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.reopen, reopenFromButton(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.undoChange, undoFromButton(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.openLift, openLiftFromButton);
  app.view(VIEWS.liftStop, submitLift(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.openHeld, openHeldFromButton);
  app.action<BlockAction<ButtonAction>>(ACTIONS.heldSame, decideFromButton(deps, 'same'));
  app.action<BlockAction<ButtonAction>>(ACTIONS.heldOther, decideFromButton(deps, 'other'));

  app.action<BlockAction<ButtonAction>>(ACTIONS.openAdd, openAddFromButton);
  app.view(VIEWS.addProspect, submitAddProspect(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.openSettings, openSettingsFromButton);
  app.action<BlockAction<ButtonAction>>(ACTIONS.changeSettings, changeSettingsPart);
  app.options(ACTIONS.teamZone, searchForZone);
  app.view(VIEWS.settings, submitTeam);
  app.options(ACTIONS.holidaysCountry, searchForCountry);
  app.action<BlockAction<ExternalSelectAction>>(ACTIONS.holidaysCountry, redrawHolidays);
  app.options(ACTIONS.holidaysRegion, searchForRegion);
  app.view(VIEWS.holidays, submitHolidays);
  app.view(VIEWS.cadence, submitCadence);
  app.view(VIEWS.people, submitPeople(deps));
  app.view(VIEWS.managers, submitManagers(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.openOwnSettings, openOwnSettingsFromButton);
  app.options(ACTIONS.ownZone, searchForOwnZone);
  app.view(VIEWS.ownSettings, submitOwnSettings(deps));

  app.options(ACTIONS.chooseRep, searchForRep);
  app.action<BlockAction<ButtonAction>>(ACTIONS.openGive, openGive);
  app.view(VIEWS.giveTo, submitGive(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.openHandOver, openHandOver);
  app.view(VIEWS.handOver, submitHandOver(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.confirmHandOver, confirmHandOver(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.undoHandOver, undoHandedOver(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.openLeft, openListFromButton('left'));

  app.action<BlockAction<ButtonAction>>(ACTIONS.openSweep, openSweep);
  app.action<BlockAction<ButtonAction>>(ACTIONS.seeCracks, seeCracks);
  app.action<BlockAction<ButtonAction>>(ACTIONS.nudge, nudge);
  app.action<BlockAction<ButtonAction>>(ACTIONS.openOwnCracks, openOwnCracks);
  app.action<BlockAction<ButtonAction>>(ACTIONS.openCrackNote, openCrackNote);
  app.view(VIEWS.crackNote, submitCrackNote);
  app.action<BlockAction<ButtonAction>>(ACTIONS.openImport, openImport);
  app.action<BlockAction<ButtonAction>>(ACTIONS.openPreview, previewFromButton(deps));

  app.action<BlockAction<ButtonAction>>(ACTIONS.openInsights, openInsights);
  app.action<BlockAction<ButtonAction>>(INSIGHTS_BUTTONS.any, redrawInsights(deps));

  app.event('message', answerDirectMessage(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.sentenceWhom, logSentenceWith(deps));
  for (const actionId of Object.values(SENTENCE_OUTCOMES)) {
    app.action<BlockAction<ButtonAction>>(actionId, logSentenceWith(deps));
  }
  app.action<BlockAction<ButtonAction>>(ACTIONS.sentenceAdd, openSentenceForm);
  app.action<BlockAction<ButtonAction>>(ACTIONS.sentenceForm, openSentenceForm);
  app.event('app_home_opened', openHome(deps));
  app.action<BlockAction<ButtonAction>>(HOME_BUTTONS.any, turnHomePage(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.openList, openListFromButton('open'));
  app.action<BlockAction<ButtonAction>>(LIST_BUTTONS.any, turnListPage);

  app.event('app_uninstalled', forgetInstallation(deps));
  app.event('tokens_revoked', forgetRevokedTokens(deps));
  app.event('user_change', refreshChangedPerson(deps));
}
