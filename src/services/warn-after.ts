import type { CadenceNumbers } from '../domain/cadence-numbers.ts';
import type { NamedWarning } from '../domain/digest-model.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { warnOfPestering } from '../domain/pest-guard.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Touch } from '../domain/touch.ts';
import type { WorkCalendar } from '../domain/working-days.ts';

/** Whether a prospect's latest touch is too recent to reach out again today, and whose it was. */
export function warnAfter(
  touch: Touch,
  { standing }: Prospect,
  {
    today,
    calendar,
    numbers,
    nameOf,
  }: {
    today: LocalDate;
    calendar: WorkCalendar;
    numbers: CadenceNumbers;
    nameOf: (repId: string | null) => string | null;
  },
): NamedWarning | null {
  const warning = warnOfPestering({
    touches: [touch],
    on: today,
    promisedOn: standing.next?.promised ? standing.next.on : null,
    clearDays: numbers.guardWorkingDays,
    calendar,
  });
  return warning && { ...warning, name: nameOf(warning.repId) };
}
