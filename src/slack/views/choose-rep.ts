import type { InputBlock } from '@slack/types';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS } from '../ids.ts';
import { searchInput } from './inputs.ts';

export const NEW_OWNER = 'new_owner';

/** Type to search among those who are still here. */
export function buildNewOwnerInput({ handOver }: Words): InputBlock {
  return searchInput({
    id: NEW_OWNER,
    label: handOver.newOwner,
    optional: false,
    actionId: ACTIONS.chooseRep,
    initial: null,
    placeholder: handOver.typeAName,
    quiet: true,
  });
}
