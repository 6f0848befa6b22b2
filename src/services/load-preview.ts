import type { DigestModel } from '../domain/digest-model.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import type { TeamPostModel } from '../domain/team-post-model.ts';
import { workingDayFrom } from '../domain/working-days.ts';
import { instantOf, type LocalTime, localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { getTeamToSend } from './get-subject.ts';
import { loadMorning } from './load-morning.ts';
import { loadTeamPost } from './load-team-post.ts';
import { loadTeamCalendar } from './team-calendar.ts';
import { loadWorkCalendar } from './work-calendar.ts';

type When = { on: LocalDate; at: LocalTime; today: LocalDate };

export type Preview = {
  digest: When & { digest: DigestModel | null };
  post: When & { post: TeamPostModel; hasChannel: boolean; locale: string | null };
};

/** The rep's next digest and their team's next post, as they would be if nothing happened until then. */
export async function loadPreview(ctx: RepContext): Promise<Preview> {
  const today = localDateOf(ctx.now, ctx.rep.zone);
  return { digest: await nextDigest(ctx, today), post: await nextPost(ctx, today) };
}

async function nextDigest(ctx: RepContext, today: LocalDate): Promise<Preview['digest']> {
  const { rep } = ctx;
  const tomorrow = addDays(today, 1);
  const on = workingDayFrom(tomorrow, await loadWorkCalendar(ctx, { rep, from: tomorrow }));
  const now = instantOf(on, rep.digestTime, rep.zone);
  const digest = await loadMorning({ ...ctx, now }, { lateSince: null });
  return { digest, on, at: rep.digestTime, today };
}

async function nextPost(ctx: RepContext, today: LocalDate): Promise<Preview['post']> {
  const team = await getTeamToSend(ctx, ctx.rep.teamId);
  const tomorrow = addDays(localDateOf(ctx.now, team.zone), 1);
  const on = workingDayFrom(tomorrow, await loadTeamCalendar(ctx, { team, today: tomorrow }));
  const now = instantOf(on, team.postTime, team.zone);
  const post = await loadTeamPost({ ...ctx, now }, { team });
  const { slackChannelId, postTime, locale } = team;
  return { post, hasChannel: slackChannelId !== null, locale, on, at: postTime, today };
}
