import fc from 'fast-check';
import { undoTouch } from '../../../src/services/undo-touch.ts';
import { mustEqual } from '../broken.ts';
import {
  change,
  type Model,
  type ModelProspect,
  ownedBy,
  prospectAt,
  repOf,
  standingChanges,
  touchAt,
} from '../model.ts';
import { attempt, defineVerb } from '../verb.ts';
import { actorAt, contextOf } from '../world.ts';
import { sayProspect } from './log.ts';

const drawn = fc.record({
  rep: fc.nat(4),
  /** The author asks more often than others do. */
  byAuthor: fc.oneof(
    { weight: 3, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  /** Counted from the latest touch. */
  back: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(6) }),
});

/** DESIGN 2.1: undo works while the touch is the prospect's last change; undoing twice is once. */
export const undo = defineVerb({
  name: 'undo',
  weight: 5,
  drawn,
  intend(world, { rep, byAuthor, back }) {
    const { model } = world;
    if (model.touches.length === 0) return null;
    const touch = model.touches.length - 1 - (back % model.touches.length);
    const { prospect: at, rep: author, undone, id } = touchAt(model, touch);
    const actor = actorAt(world, byAuthor ? author : rep);
    if (actor === null) return null;
    const last = standingChanges(prospectAt(model, at)).at(-1);
    const isLast = last?.verb === 'log' && last.touch === touch;
    const isTheirs = author === actor || repOf(model, actor).isManager;
    return {
      words: `${repOf(model, actor).name} undoes touch ${touch + 1}, ${sayProspect(model, at)}`,
      actor,
      refusals: [
        ...(isTheirs ? [] : ['not_allowed' as const]),
        ...(undone || isLast ? [] : ['conflict' as const]),
      ],
      answers: world.model.prospects.map((_, each) => each),
      attempt: attempt(
        () => undoTouch(contextOf(world, actor), { touchId: id }),
        (answer) => {
          mustEqual('2.1: undoing twice is once', answer.already, undone);
          if (!undone) settle(model, touch);
        },
      ),
    };
  },
});

function settle(model: Model, touch: number): void {
  const { prospect } = touchAt(model, touch);
  Object.assign(touchAt(model, touch), { undone: true });
  takeBack(model, { prospect: prospectAt(model, prospect), touch });
  takeBackElsewhere(model, touch);
}

export function takeBackElsewhere(model: Model, touch: number): void {
  const { prospect } = touchAt(model, touch);
  for (const [at, other] of model.prospects.entries()) {
    if (at !== prospect) takeBackStop(model, { prospect: other, at, touch });
  }
}

/**
 * What the stop ended or closed elsewhere comes back where nothing changed since; where something did,
 * the channel alone is opened, unless they asked again there.
 */
function takeBackStop(
  model: Model,
  { prospect, at, touch }: { prospect: ModelProspect; at: number; touch: number },
): void {
  const place = prospect.changes.findLastIndex((one) => one.verb === 'stop' && one.touch === touch);
  if (place < 0) return;
  // Whose it is by now says nothing about the stop.
  if (prospect.changes.slice(place + 1).every(({ verb }) => verb === 'change_owner')) {
    takeBack(model, { prospect, touch });
    return;
  }
  const before = prospect.changes[place]?.before?.stopped ?? [];
  const after = prospect.changes[place + 1]?.before?.stopped ?? [];
  const closed = after.filter((way) => !before.includes(way));
  const askedAgain = model.touches.some(
    (one, number) => one.prospect === at && one.outcome === 'stop' && !one.undone && number > touch,
  );
  if (closed.length === 0 || askedAgain) return;
  const stopped = prospect.state.stopped.filter((way) => !closed.includes(way));
  change(prospect, { verb: 'unblock', state: { ...prospect.state, stopped } });
}

function takeBack(
  model: Model,
  { prospect, touch }: { prospect: ModelProspect; touch: number },
): void {
  const before = prospect.changes.findLast(
    (one) => one.touch === touch && (one.verb === 'log' || one.verb === 'stop'),
  )?.before;
  if (!before) return;
  // The owner may have moved to another zone since.
  const state = ownedBy(model, prospect.state.owner, before);
  change(prospect, { verb: 'undo', touch, state });
}
