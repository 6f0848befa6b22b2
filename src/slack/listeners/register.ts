import type { App, BlockAction, ButtonAction, StaticSelectAction } from '@slack/bolt';
import { ACTIONS, COMMAND, INSIGHTS_BUTTONS, SHORTCUTS, VIEWS } from '../ids.ts';
import { openAddFromButton, submitAddProspect } from './add-prospect.ts';
import { answerCommand } from './command.ts';
import { answerDirectMessage } from './direct-message.ts';
import { openGive, submitGive } from './give-prospect.ts';
import { confirmHandOver, undoHandedOver } from './hand-over.ts';
import { openHome, openListFromButton } from './home.ts';
import { redrawInsights } from './insights.ts';
import { openHandOver, openLeftFromButton, submitHandOver } from './left-behind.ts';
import type { ListenerDeps } from './listener-deps.ts';
import { redrawLogForm } from './redraw-log.ts';
import { answerRowMenu } from './row-menu.ts';
import { searchForProspect } from './search-prospects.ts';
import { searchForRep } from './search-reps.ts';
import { logSentenceWith, openSentenceForm } from './sentence-buttons.ts';
import { openSettingsFromButton, submitSettings } from './settings.ts';
import { logFromAnywhere, logFromMessage } from './shortcuts.ts';
import { submitLog } from './submit-log.ts';
import { submitSnooze } from './submit-snooze.ts';
import { changeLoggedTouch, openLogFromButton, undoLoggedTouch } from './touch-buttons.ts';
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

  app.action<BlockAction<StaticSelectAction>>(ACTIONS.rowMenu, answerRowMenu(deps));
  app.action<BlockAction<StaticSelectAction>>(ACTIONS.revisitMenu, answerRowMenu(deps));
  app.view(VIEWS.snoozeTo, submitSnooze(deps));

  app.action<BlockAction<ButtonAction>>(ACTIONS.undo, undoLoggedTouch(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.change, changeLoggedTouch);
  app.action<BlockAction<ButtonAction>>(ACTIONS.logNext, openLogFromButton);
  app.action<BlockAction<ButtonAction>>(ACTIONS.openLog, openLogFromButton);

  app.action<BlockAction<ButtonAction>>(ACTIONS.openAdd, openAddFromButton);
  app.view(VIEWS.addProspect, submitAddProspect(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.openSettings, openSettingsFromButton);
  app.view(VIEWS.settings, submitSettings);

  app.options(ACTIONS.chooseRep, searchForRep);
  app.action<BlockAction<ButtonAction>>(ACTIONS.openGive, openGive);
  app.view(VIEWS.giveTo, submitGive(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.openHandOver, openHandOver);
  app.view(VIEWS.handOver, submitHandOver(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.confirmHandOver, confirmHandOver(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.undoHandOver, undoHandedOver(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.openLeft, openLeftFromButton);

  app.action<BlockAction<ButtonAction>>(INSIGHTS_BUTTONS.any, redrawInsights(deps));

  app.event('message', answerDirectMessage(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.sentenceWhom, logSentenceWith(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.sentenceAdd, openSentenceForm);
  app.action<BlockAction<ButtonAction>>(ACTIONS.sentenceForm, openSentenceForm);
  app.event('app_home_opened', openHome(deps));
  app.action<BlockAction<ButtonAction>>(ACTIONS.openList, openListFromButton);

  app.event('app_uninstalled', forgetInstallation(deps));
  app.event('tokens_revoked', forgetRevokedTokens(deps));
  app.event('user_change', refreshChangedPerson(deps));
}
