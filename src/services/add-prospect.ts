import { insertHistory } from '../db/history.ts';
import { insertProspect } from '../db/prospects.ts';
import { findSuppression } from '../db/suppressions.ts';
import { findWorkspace } from '../db/workspaces.ts';
import { InvalidError } from '../domain/errors.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import { takeSnapshot } from '../domain/snapshot.ts';
import { cleanLine, emailKey, hasNul, NAME_LENGTH, sameNameKey } from '../domain/typed-text.ts';
import { workingDayFrom } from '../domain/working-days.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { describeStop } from './describe-stop.ts';
import type { PersonInput } from './find-likely-same.ts';
import { holdSharedPhones } from './hold-shared-phones.ts';
import { phoneKey } from './phone.ts';
import { suppressionHashes } from './suppression-hash.ts';
import { loadWorkCalendar } from './work-calendar.ts';

/**
 * Adds a prospect, owned by the rep and due on their next working day from today. Whether others look
 * the same is asked before, with `findLikelySamePeople`.
 * @throws InvalidError with the field that is wrong, or by which they are known to have asked us to stop.
 */
export async function addProspect(ctx: RepContext, input: PersonInput): Promise<Prospect> {
  const person = readPerson(input);
  const { workspaceId, now, rep } = ctx;
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const sharedWith = await mustNotBeStopped(inside, person);
    const today = localDateOf(now, rep.zone);
    const calendar = await loadWorkCalendar({ db, workspaceId }, { rep, from: today });
    const on = workingDayFrom(today, calendar);
    const prospect = await insertProspect(db, {
      workspaceId,
      now,
      prospect: { ...person, ownerId: rep.id, next: firstStep(person, on) },
    });
    await insertHistory(db, {
      workspaceId,
      entry: {
        prospectId: prospect.id,
        repId: rep.id,
        touchId: null,
        verb: 'add',
        before: null,
        after: takeSnapshot(prospect),
        version: prospect.version,
        at: now,
      },
    });
    const { id: prospectId } = prospect;
    const known = sharedWith.map((stoppedProspectId) => ({ prospectId, stoppedProspectId }));
    await holdSharedPhones(inside, { prospectIds: [prospectId], known });
    return prospect;
  });
}

type Person = ReturnType<typeof readPerson>;

function readPerson(input: PersonInput) {
  for (const [field, text] of Object.entries(input)) {
    if (typeof text === 'string' && hasNul(text)) {
      throw new InvalidError(({ faults }) => faults.holdsNul, field);
    }
  }
  const name = cleanLine(input.name);
  const company = cleanLine(input.company);
  if (name === null && company === null) {
    throw new InvalidError(({ logForm }) => logForm.problems.nobodyNamed, 'name');
  }
  if ((name?.length ?? 0) > NAME_LENGTH || (company?.length ?? 0) > NAME_LENGTH) {
    throw new InvalidError(({ logForm }) => logForm.problems.longName(NAME_LENGTH), 'name');
  }
  const email = cleanLine(input.email);
  if (email !== null && emailKey(email) === null) {
    throw new InvalidError(({ logForm }) => logForm.problems.noEmail, 'email');
  }
  const phone = cleanLine(input.phone);
  if (phone !== null && !/\d.*\d.*\d/.test(phone)) {
    throw new InvalidError(({ logForm }) => logForm.problems.noPhone, 'phone');
  }
  return { name, company, email, phone, phoneKey: phoneKey(phone) };
}

/**
 * Who asked us to stop stays stopped, whoever meets them next. A shared phone alone proves nothing:
 * answers the entry of who may be the same person, for a manager to decide.
 */
async function mustNotBeStopped(ctx: RepContext, person: Person): Promise<string[]> {
  const { db, workspaceId } = ctx;
  const workspace = await findWorkspace(db, workspaceId);
  if (!workspace) return [];
  const { email, phoneAndName, phone } = suppressionHashes(workspace.hashKey, {
    nameKey: person.name === null ? null : sameNameKey(person.name),
    emailKey: emailKey(person.email),
    phoneKey: person.phoneKey,
  });
  const find = (hashes: (Buffer | null)[]) =>
    findSuppression(db, { workspaceId, hashes: hashes.filter((hash) => hash !== null) });
  const stop = await find([email, phoneAndName]);
  if (stop) {
    throw new InvalidError(await describeStop(ctx, stop), person.email ? 'email' : 'phone');
  }
  const shared = await find([phone]);
  return shared ? [shared.prospectId] : [];
}

/** What there is to do for somebody new. */
export function firstStep(person: Pick<Person, 'phone' | 'email'>, on: LocalDate) {
  return {
    on,
    at: null,
    action: 'first_contact' as const,
    step: null,
    channel: person.phone ? ('call' as const) : person.email ? ('email' as const) : null,
    promised: false,
    rule: { kind: 'new' as const },
  };
}
