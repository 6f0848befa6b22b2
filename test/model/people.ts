import { type Model, type ModelProspect, prospectAt } from './model.ts';

/** Beyond doubt one person (2.4): the same e-mail, or the same phone with the same name. */
export function isSamePerson(
  a: Pick<ModelProspect, 'name' | 'email' | 'phone'>,
  b: Pick<ModelProspect, 'name' | 'email' | 'phone'>,
): boolean {
  if (a.email !== null && a.email === b.email) return true;
  return a.phone !== null && a.phone === b.phone && a.name === b.name;
}

/**
 * 2.4: a phone-only match with another name is held for the manager, until one says that it is somebody
 * else; said of one entry of the person who asked us to stop, it holds for all of them.
 */
export function stoppedWhoHolds(model: Model, at: number): number[] {
  const prospect = prospectAt(model, at);
  if (prospect.state.status !== 'open') return [];
  return model.prospects.flatMap((other, stopped) => {
    const isShared = other.phone !== null && other.phone === prospect.phone;
    if (!isShared || other.state.status !== 'stopped' || isSamePerson(prospect, other)) return [];
    const isSettled = model.prospects.some(
      (entry, its) =>
        (its === stopped || isSamePerson(entry, other)) && model.verdicts.has(`${at} ${its}`),
    );
    return isSettled ? [] : [stopped];
  });
}

/** Everybody who is the same person, by however many steps, the prospect itself first. */
export function entriesOf(model: Model, at: number): number[] {
  const found = [at];
  for (const one of found) {
    for (const [other, entry] of model.prospects.entries()) {
      const isSame =
        isSamePerson(prospectAt(model, one), entry) ||
        model.verdicts.get(`${other} ${one}`) === 'same';
      if (!found.includes(other) && isSame) found.push(other);
    }
  }
  return found;
}
