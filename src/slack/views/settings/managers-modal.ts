import type { ModalView } from '@slack/types';
import { VIEWS } from '../../ids.ts';
import { plainText } from '../blocks.ts';
import { type FormResult, type FormState, formReader } from '../form-state.ts';
import { peopleInput } from '../inputs.ts';
import type { SettingsMeta } from './meta.ts';

export const MANAGERS_BLOCKS = { managers: 'managers' } as const;

/** More than anybody has; Slack takes no longer list. */
const MOST = 100;

/** Who manages: one at least. */
export function buildManagersModal({
  meta,
  slackUserIds,
}: {
  meta: SettingsMeta;
  slackUserIds: readonly string[];
}): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.managers,
    title: plainText('Managers', 24),
    submit: plainText('Save', 24),
    close: plainText('Cancel', 24),
    private_metadata: JSON.stringify(meta),
    blocks: [
      peopleInput({
        id: MANAGERS_BLOCKS.managers,
        label: 'Managers',
        optional: false,
        hint: 'Full members of this Slack. Somebody new becomes a rep as well.',
        placeholder: 'Choose people',
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
  const problem = () => 'Somebody must manage: leave one manager at least.';
  return { ok: false, problems: { [MANAGERS_BLOCKS.managers]: problem } };
}
