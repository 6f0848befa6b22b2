import fc from 'fast-check';
import { listHeldMatches } from '../../../src/db/held-matches.ts';
import { decideHeldMatch } from '../../../src/services/decide-held-match.ts';
import { change, closedAs, type Model, prospectAt, repOf } from '../model.ts';
import { entriesOf, stoppedWhoHolds } from '../people.ts';
import { attempt, defineVerb } from '../verb.ts';
import { actorAt, contextOf, type World } from '../world.ts';
import { sayProspect } from './log.ts';
import { manager } from './who.ts';

/** DESIGN 2.4: a manager says of who shares a phone with somebody stopped whether it is the same person. */
export const decideHeld = defineVerb({
  name: 'held',
  weight: 3,
  drawn: fc.record({
    ...{ rep: manager, which: fc.nat(5) },
    verdict: fc.constantFrom('same' as const, 'other' as const),
  }),
  intend(world, { rep, which, verdict }) {
    const { model } = world;
    const actor = actorAt(world, rep);
    const held = model.prospects.flatMap((_, at) =>
      stoppedWhoHolds(model, at).length > 0 ? [at] : [],
    );
    const at = held[which % Math.max(held.length, 1)];
    if (actor === null || at === undefined) return null;
    const isManager = repOf(model, actor).isManager;
    return {
      words: `${repOf(model, actor).name} says that ${sayProspect(model, at)} is ${verdict === 'same' ? 'the same person' : 'somebody else'}`,
      actor,
      refusals: isManager ? [] : ['not_allowed'],
      answers: [at],
      attempt: attempt(
        () => decide(world, { actor, at, verdict }),
        (stopped) => settle(model, { at, stopped, verdict }),
      ),
    };
  },
});

/** The pair is the one a manager sees first. */
async function decide(
  world: World,
  { actor, at, verdict }: { actor: number; at: number; verdict: 'same' | 'other' },
): Promise<number> {
  const { db, workspaceId, model } = world;
  const prospectId = prospectAt(model, at).id;
  const [match] = await listHeldMatches(db, { workspaceId, prospectIds: [prospectId], limit: 1 });
  const stoppedProspectId = match?.stopped.id ?? prospectId;
  await decideHeldMatch(contextOf(world, actor), { prospectId, stoppedProspectId, verdict });
  return model.prospects.findIndex(({ id }) => id === stoppedProspectId);
}

function settle(
  model: Model,
  { at, stopped, verdict }: { at: number; stopped: number; verdict: 'same' | 'other' },
): void {
  model.verdicts.set(`${at} ${stopped}`, verdict);
  if (verdict === 'other') return;
  const touch = prospectAt(model, stopped).changes.findLast(
    ({ verb }) => verb === 'stop' || verb === 'log',
  )?.touch;
  for (const one of entriesOf(model, at)) {
    const prospect = prospectAt(model, one);
    if (prospect.state.status === 'stopped') continue;
    const state = { ...closedAs('stopped', prospect.state), snoozes: 0 };
    change(prospect, { verb: 'stop', touch: touch ?? null, state });
  }
}
