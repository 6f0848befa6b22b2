import type { Person } from './contract.ts';
import { hasScope, type World } from './world.ts';

/** A person as `users.info` and `user_change` tell it; the email only with its scope. */
export function describeUser(
  world: World,
  person: Person,
  { includeLocale = false } = {},
): Record<string, unknown> {
  const user = {
    id: person.id,
    team_id: person.teamId,
    name: person.name,
    deleted: person.deleted,
    is_bot: person.isBot,
    is_app_user: false,
    updated: Math.floor(Date.now() / 1000),
    profile: {
      real_name: person.realName,
      display_name: person.name,
      title: person.title,
      team: person.teamId,
      ...(hasScope(world, 'users:read.email') && !person.isBot ? { email: person.email } : {}),
    },
  };
  // Slack says nothing of the time zone and the role of somebody who left.
  if (person.deleted) return user;
  return {
    ...user,
    real_name: person.realName,
    tz: person.zone,
    tz_label: person.zone,
    tz_offset: offsetSeconds(person.zone, world.options.clock.now()),
    is_admin: person.isAdmin,
    is_owner: person.isOwner,
    is_primary_owner: false,
    is_restricted: person.isGuest,
    is_ultra_restricted: false,
    ...(includeLocale ? { locale: person.locale } : {}),
  };
}

/** Seconds that this zone is ahead of UTC at this instant. */
export function offsetSeconds(zone: string, at: Date): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return Math.round((local - Math.floor(at.getTime() / 1000) * 1000) / 1000);
}
