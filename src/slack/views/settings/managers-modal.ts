import type { ModalView } from '@slack/types';
import type { Sentence, Words } from '../../../domain/words/words.ts';
import { VIEWS } from '../../ids.ts';
import { plainText } from '../blocks.ts';
import { type FormResult, type FormState, formReader } from '../form-state.ts';
import { peopleInput } from '../inputs.ts';
import type { SettingsMeta } from './meta.ts';

export const MANAGERS_BLOCKS = { managers: 'managers' } as const;

/** More than anybody has; Slack takes no longer list. */
const MOST = 100;

/** Who manages: one at least. */
export function buildManagersModal(
  { meta, slackUserIds }: { meta: SettingsMeta; slackUserIds: readonly string[] },
  { labels, settings }: Words,
): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.managers,
    title: plainText(settings.parts.managers, 24),
    submit: plainText(labels.save, 24),
    close: plainText(labels.cancel, 24),
    private_metadata: JSON.stringify(meta),
    blocks: [
      peopleInput({
        id: MANAGERS_BLOCKS.managers,
        label: settings.parts.managers,
        optional: false,
        hint: settings.managers.hint,
        placeholder: settings.managers.choose,
        most: MOST,
        initial: slackUserIds.slice(0, MOST),
      }),
    ],
  };
}

export function readManagersForm(state: FormState): FormResult<{ slackUserIds: string[] }> {
  const form = formReader(state);
  const slackUserIds = form.people(MANAGERS_BLOCKS.managers);
  if (slackUserIds.length > 0) return { ok: true, value: { slackUserIds } };
  const problem: Sentence = ({ settings }) => settings.managers.oneAtLeast;
  return { ok: false, problems: { [MANAGERS_BLOCKS.managers]: problem } };
}
