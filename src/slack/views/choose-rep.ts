import type { InputBlock } from '@slack/types';
import { ACTIONS } from '../ids.ts';
import { searchInput } from './inputs.ts';

export const NEW_OWNER = 'new_owner';

/** Type to search among those who are still here. */
export function buildNewOwnerInput(): InputBlock {
  return searchInput({
    id: NEW_OWNER,
    label: 'New owner',
    optional: false,
    actionId: ACTIONS.chooseRep,
    initial: null,
    placeholder: 'Type a name',
    quiet: true,
  });
}
