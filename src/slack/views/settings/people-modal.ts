import type { ModalView } from '@slack/types';
import type { Words } from '../../../domain/words/words.ts';
import { VIEWS } from '../../ids.ts';
import { option, plainText } from '../blocks.ts';
import { type FormState, formReader } from '../form-state.ts';
import { checkInput, peopleInput } from '../inputs.ts';
import type { SettingsMeta } from './meta.ts';

export const PEOPLE_BLOCKS = { whoJoins: 'who_joins', people: 'people' } as const;

/** More at once than a team has; Slack takes no longer list. */
const MOST = 100;

/** How people join, and who is to join now. */
export function buildPeopleModal(
  { meta, managersAddPeople }: { meta: SettingsMeta; managersAddPeople: boolean },
  { labels, settings }: Words,
): ModalView {
  const { people } = settings;
  return {
    type: 'modal',
    callback_id: VIEWS.people,
    title: plainText(settings.parts.people, 24),
    submit: plainText(labels.save, 24),
    close: plainText(labels.cancel, 24),
    private_metadata: JSON.stringify(meta),
    blocks: [
      checkInput({
        id: PEOPLE_BLOCKS.whoJoins,
        label: people.whoJoins,
        hint: people.whoJoinsHint,
        option: option('managers', people.managersAdd),
        checked: managersAddPeople,
      }),
      peopleInput({
        id: PEOPLE_BLOCKS.people,
        label: people.add,
        hint: people.addHint,
        placeholder: people.choose,
        most: MOST,
        initial: [],
      }),
    ],
  };
}

export function readPeopleForm(state: FormState) {
  const form = formReader(state);
  return {
    managersAddPeople: form.options(PEOPLE_BLOCKS.whoJoins).length > 0,
    slackUserIds: form.people(PEOPLE_BLOCKS.people),
  };
}
