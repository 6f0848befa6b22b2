import type { LocalDate } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { RepContext } from './context.ts';
import { holdSharedPhones } from './hold-shared-phones.ts';
import { stopSamePerson } from './stop-same-person.ts';
import { suppressPerson } from './suppress-person.ts';

/**
 * What follows when somebody asked us to stop: no import brings them back, their other entries end too,
 * and who only shares their phone is held for a manager.
 */
export async function stopPerson(
  ctx: RepContext,
  { prospect, touchId, today }: { prospect: Prospect; touchId: string; today: LocalDate },
): Promise<void> {
  await suppressPerson(ctx, { prospect, today });
  const others = await stopSamePerson(ctx, { prospect, touchId, today });
  const prospectIds = [prospect, ...others].map(({ id }) => id);
  await holdSharedPhones(ctx, { prospectIds });
}
