import { findRepBySlackUser, type RepChange, updateRep } from '../db/reps.ts';
import type { Rep } from '../domain/rep.ts';
import { languageOf } from '../domain/words/words.ts';
import { isZone } from '../domain/zone.ts';
import type { WorkspaceContext } from './context.ts';
import { type OnRepChanged, refusalOf, type SlackPerson } from './recognise-rep.ts';
import { redateTimedSteps } from './redate-timed-steps.ts';
import { requestDigestRedrawOf } from './request-digest-redraw.ts';

/**
 * Takes over what Slack says about a rep: name, e-mail, zone, language, and whether they are still a full
 * member. Somebody who never used the bot stays unknown. Today's digest is asked for anew in another
 * language. Answers the rep when something changed.
 */
export async function refreshPerson(
  ctx: WorkspaceContext,
  input: { slackTeamId: string; person: SlackPerson; onRepChanged: OnRepChanged },
): Promise<Rep | null> {
  const { workspaceId, now } = ctx;
  const { person, slackTeamId, onRepChanged } = input;
  return ctx.db.transaction(async (db) => {
    const before = await findRepBySlackUser(db, { workspaceId, slackUserId: person.slackUserId });
    if (!before) return null;
    const gone = refusalOf(person, slackTeamId) !== null;
    const change = changeOf(before, { person, gone, now });
    if (Object.keys(change).length === 0) return null;
    const rep = await updateRep(db, { workspaceId, repId: before.id, change });
    if (rep && change.zone) await redateTimedSteps({ db, workspaceId }, { owner: rep });
    if (rep && languageOf(rep.locale) !== languageOf(before.locale)) {
      await requestDigestRedrawOf({ ...ctx, db }, [rep.id]);
    }
    if (rep) await onRepChanged({ ...ctx, db }, rep, { before });
    return rep;
  });
}

/**
 * A zone the rep chose is kept, as are an e-mail address and a language Slack does not show: the scope
 * may have been withdrawn, and an event may leave the language out.
 */
function changeOf(
  before: Rep,
  { person, gone, now }: { person: SlackPerson; gone: boolean; now: Date },
): RepChange {
  const { name, email, zone, locale } = person;
  return {
    ...(name !== before.name ? { name } : {}),
    ...(email && email !== before.email ? { email } : {}),
    ...(zone && !before.zoneChosen && zone !== before.zone && isZone(zone) ? { zone } : {}),
    ...(locale && locale !== before.locale ? { locale } : {}),
    ...(gone && !before.deactivatedAt ? { deactivatedAt: now } : {}),
    ...(!gone && before.deactivatedAt ? { deactivatedAt: null } : {}),
  };
}
