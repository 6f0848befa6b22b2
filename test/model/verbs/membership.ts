import fc from 'fast-check';
import { refreshPerson } from '../../../src/services/refresh-person.ts';
import { ownedBy, repOf } from '../model.ts';
import { attempt, defineVerb } from '../verb.ts';
import type { World } from '../world.ts';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
];

/** What Slack tells of a rep: gone, back, or in another zone. The manager stays, so that somebody may act. */
export const membership = defineVerb({
  name: 'membership',
  weight: 1,
  drawn: fc.record({ rep: fc.nat(3), zone: fc.option(fc.constantFrom(...ZONES), { nil: null }) }),
  intend(world, { rep: at, zone }) {
    const rep = repOf(world.model, at);
    const isGone = zone === null ? !rep.isGone : rep.isGone;
    const what = zone === null ? (isGone ? 'leaves Slack' : 'comes back') : `moves to ${zone}`;
    return {
      words: `${rep.name} ${what}`,
      actor: null,
      refusals: [],
      answers: [],
      attempt: attempt(
        () => tellSlack(world, at, { zone: zone ?? rep.zone, isDeleted: isGone }),
        (changed) => {
          Object.assign(rep, { isGone, ...(zone === null ? {} : { zone, city: zone }) });
          if (changed) world.reps[at] = changed;
          redate(world, at);
        },
      ),
    };
  },
});

function tellSlack(
  { db, workspaceId, slackTeamId, model, reps }: World,
  at: number,
  { zone, isDeleted }: { zone: string; isDeleted: boolean },
) {
  const rep = reps[at];
  const person = {
    ...{ slackUserId: rep?.slackUserId ?? '', slackTeamIds: [slackTeamId], email: null },
    ...{
      name: rep?.name ?? '',
      zone,
      locale: null,
      isAdmin: false,
      isBot: false,
      isGuest: false,
      isDeleted,
    },
  };
  const ctx = { db, workspaceId, now: new Date(model.now) };
  return refreshPerson(ctx, { slackTeamId, person, onRepChanged: async () => {} });
}

function redate({ model }: World, rep: number): void {
  for (const prospect of model.prospects) {
    if (prospect.state.owner === rep) prospect.state = ownedBy(model, rep, prospect.state);
  }
}
