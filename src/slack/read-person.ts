import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { SlackPerson } from '../services/recognise-rep.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value === true);

const userSchema = z.object({
  id: z.string(),
  team_id: text,
  name: text,
  real_name: text,
  tz: text,
  locale: text,
  deleted: flag,
  is_bot: flag,
  is_admin: flag,
  is_owner: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_stranger: flag,
  enterprise_user: z.object({ teams: z.array(z.string()).nullish() }).nullish(),
  profile: z.object({ real_name: text, display_name: text, email: text }).nullish(),
});

/** Asked and not told: people of other workspaces have none. Nobody is asked about again. */
const UNTOLD_LOCALE = 'en-US';

const NOBODY = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);

/** Asks Slack who somebody is; null when this workspace cannot see them. */
export async function readPerson(
  client: WebClient,
  slackUserId: string,
): Promise<SlackPerson | null> {
  try {
    const { user } = await client.users.info({ user: slackUserId, include_locale: true });
    const person = toPerson(user);
    return person && { ...person, locale: person.locale ?? UNTOLD_LOCALE };
  } catch (error) {
    if (error instanceof WebAPIPlatformError && NOBODY.has(error.data.error)) return null;
    throw error;
  }
}

/** A user of Slack's as we need them, from `users.info` or a `user_change` event; null when unreadable. */
export function toPerson(user: unknown): SlackPerson | null {
  const parsed = userSchema.safeParse(user);
  if (!parsed.success) return null;
  const { data } = parsed;
  const { profile, enterprise_user: enterprise } = data;
  const names = [profile?.real_name, data.real_name, profile?.display_name, data.name, data.id];
  return {
    slackUserId: data.id,
    slackTeamIds: [...(data.team_id ? [data.team_id] : []), ...(enterprise?.teams ?? [])],
    name: names.find((name) => name) ?? data.id,
    email: profile?.email ?? null,
    zone: data.tz,
    locale: data.locale,
    isAdmin: data.is_admin || data.is_owner,
    isBot: data.is_bot || data.id === 'USLACKBOT',
    isGuest: data.is_restricted || data.is_ultra_restricted || data.is_stranger,
    isDeleted: data.deleted,
  };
}
