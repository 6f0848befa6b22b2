import { updateWorkspace } from '../db/workspaces.ts';
import {
  type CadenceNumbers,
  cadenceNumbersSchema,
  changedNumbers,
} from '../domain/cadence-numbers.ts';
import { InvalidError } from '../domain/errors.ts';
import { loadCadenceNumbers } from './cadence-numbers.ts';
import type { RepContext } from './context.ts';
import { mustManage } from './permissions.ts';

export type CadenceChanged = { before: CadenceNumbers; after: CadenceNumbers };

/** The numbers as they stand, for who may change them. */
export async function loadCadenceSettings(ctx: RepContext): Promise<CadenceNumbers> {
  mustManage(ctx.rep, 'changeCadence');
  return loadCadenceNumbers(ctx);
}

/**
 * Changes the cadence's numbers. They count for what is planned from now on: next steps that have
 * their date keep it.
 * @throws NotAllowedError for a rep who is not a manager; InvalidError with the number out of range.
 */
export async function changeCadence(
  ctx: RepContext,
  numbers: CadenceNumbers,
): Promise<CadenceChanged> {
  mustManage(ctx.rep, 'changeCadence');
  const read = cadenceNumbersSchema.safeParse(numbers);
  if (!read.success) {
    const [field] = read.error.issues[0]?.path ?? [];
    throw new InvalidError(
      ({ settings }) => settings.number.outOfRange,
      field === undefined ? null : `${String(field)}`,
    );
  }
  const before = await loadCadenceNumbers(ctx);
  const { db, workspaceId } = ctx;
  await updateWorkspace(db, { workspaceId, change: { cadence: changedNumbers(read.data) } });
  return { before, after: read.data };
}
