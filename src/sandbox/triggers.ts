import { TRIGGER_LIFETIME_MS } from './limits.ts';
import { nextId, randomToken, type Trigger } from './state.ts';
import type { World } from './world.ts';

const KEPT_AFTER_EXPIRY_MS = 60_000;

type TriggerError = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

/** Lets the app open one modal for this person within three seconds. */
export function issueTrigger(
  world: World,
  trigger: Pick<Trigger, 'personId' | 'teamId' | 'viewId'>,
): string {
  const { triggers } = world.state;
  const now = Date.now();
  for (const [id, old] of triggers) {
    if (old.expiresAt + KEPT_AFTER_EXPIRY_MS < now) triggers.delete(id);
  }
  const id = `${nextId(world.state, 'X').slice(1)}.${trigger.teamId}.${randomToken()}`;
  triggers.set(id, { ...trigger, expiresAt: now + TRIGGER_LIFETIME_MS, used: false });
  return id;
}

export function useTrigger(
  world: World,
  teamId: string,
  id: string,
): { ok: true; trigger: Trigger } | { ok: false; error: TriggerError } {
  const trigger = world.state.triggers.get(id);
  if (!trigger || trigger.teamId !== teamId) return { ok: false, error: 'invalid_trigger_id' };
  if (trigger.used) return { ok: false, error: 'exchanged_trigger_id' };
  if (Date.now() > trigger.expiresAt) return { ok: false, error: 'expired_trigger_id' };
  trigger.used = true;
  return { ok: true, trigger };
}
