import fc from 'fast-check';
import { holidays } from '../../../src/db/schema.ts';
import { plus, wallClock } from '../days.ts';
import { attempt, defineVerb } from '../verb.ts';

/** DESIGN 2.1: days that become off later move only in display; nothing that is dated changes. */
export const dayOff = defineVerb({
  name: 'day off',
  weight: 1,
  drawn: fc.integer({ min: 0, max: 9 }),
  intend({ db, model, workspaceId, reps }, ahead) {
    const on = plus(wallClock(model.now, 'UTC').slice(0, 10), ahead);
    const teamId = reps[0]?.teamId ?? '';
    return {
      words: `${on} becomes a holiday of the team`,
      actor: null,
      refusals: [],
      answers: [],
      attempt: attempt(
        async () => {
          const row = { workspaceId, teamId, on, name: 'Bridge day' };
          await db.insert(holidays).values(row).onConflictDoNothing();
        },
        () => {
          model.holidays.add(on);
        },
      ),
    };
  },
});
