import { unsaidChannel } from '../../domain/unsaid-channel.ts';
import type { RepContext } from '../../services/context.ts';
import { findOneProspect } from '../../services/get-prospect.ts';
import { type KeptTouch, keepTouch } from '../../services/kept-touch.ts';
import { logTouch } from '../../services/log-touch.ts';
import { markNotAProspect } from '../../services/mark-not-a-prospect.ts';
import { hashOf, once } from '../../services/once.ts';
import { revisitProspect } from '../../services/revisit-prospect.ts';
import { snoozeProspect } from '../../services/snooze-prospect.ts';
import type { RowValue } from '../views/values.ts';

export type RowResult =
  | { kind: 'done' }
  | { kind: 'logged'; kept: KeptTouch }
  | { kind: 'no prospect' }
  /** A promise: ask whether the new day was agreed. */
  | { kind: 'ask_agreed'; on: string }
  /** The third snooze in a row: ask what is in the way. */
  | { kind: 'ask_why'; on: string };
const DONE: RowResult = { kind: 'done' };

/** Does what a row's menu or button says, once for each key; a promise is asked about instead of moved. */
export async function changeRow(
  ctx: RepContext,
  { row, key }: { row: RowValue; key: string },
): Promise<RowResult> {
  const { deed, prospectId, version } = row;
  return once(ctx, { key, hash: hashOf(row) }, async (inside): Promise<RowResult> => {
    switch (deed) {
      case 'no_answer':
      case 'sent': {
        const prospect = await findOneProspect(inside, prospectId);
        const channel = unsaidChannel(deed, prospect);
        const logged = await logTouch(inside, { prospectId, version, channel, outcome: deed });
        return { kind: 'logged', kept: keepTouch(logged) };
      }
      case 'tomorrow':
      case 'in_three': {
        const snoozed = await snoozeProspect(inside, { prospectId, version, to: deed });
        return snoozed.kind === 'snoozed' ? DONE : { kind: snoozed.kind, on: snoozed.on };
      }
      case 'reopen':
      case 'later':
      case 'drop':
        await revisitProspect(inside, { prospectId, version, deed });
        return DONE;
      case 'duplicate':
      case 'existing_customer':
      case 'company_gone':
      case 'added_by_mistake':
        await markNotAProspect(inside, { prospectId, version, reason: deed });
        return { kind: 'no prospect' };
      default:
        return DONE;
    }
  });
}
