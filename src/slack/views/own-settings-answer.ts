import type { ModalView } from '@slack/types';
import type { Rep } from '../../domain/rep.ts';
import type { Words } from '../../domain/words/words.ts';
import { plainText } from './blocks.ts';
import { buildNotice } from './notice.ts';
import { sayWeekdays } from './weekdays.ts';

type OwnChange = { before: Rep; after: Rep };

/** What a rep changed of their own settings, in one sentence each. */
export function sayOwnChange({ before, after }: OwnChange, words: Words): string {
  const { settings, ownSettings: own } = words;
  const is = (...names: (keyof Rep)[]) => names.some((name) => before[name] !== after[name]);
  const digest = () =>
    own.saidDigest({ at: after.digestTime, days: sayWeekdays(after.weekdays, words) });
  const said = [
    ...(is('digestTime', 'weekdays') ? [digest()] : []),
    ...(is('pace') ? [own.saidPace(after.pace)] : []),
    ...(is('zone', 'zoneChosen') ? [own.saidZone(after.zone, { isChosen: after.zoneChosen })] : []),
    ...(is('remindsPromises') ? [own.saidReminders(after.remindsPromises)] : []),
    ...(is('tellsWhenClear') ? [own.saidClear(after.tellsWhenClear)] : []),
    ...(is('hiddenOnBoard') ? [own.saidHidden(after.hiddenOnBoard)] : []),
  ];
  return said.length === 0 ? settings.nothingChanged : [own.saved, ...said].join(' ');
}

/** The same in the window of the form. */
export function buildOwnSettingsSaved(change: OwnChange, words: Words): ModalView {
  const title = plainText(words.ownSettings.title, 24);
  return { ...buildNotice(sayOwnChange(change, words), words), title };
}
