import type { ClaimedDelivery, DeliveryItem, SentDelivery } from '../../domain/delivery.ts';
import type { DigestModel } from '../../domain/digest-model.ts';
import type { Rep } from '../../domain/rep.ts';
import { readSubject } from '../../domain/subject.ts';
import { wordsFor } from '../../domain/words/words.ts';
import type { RepContext, WorkspaceContext } from '../../services/context.ts';
import { getRepToSend, getTeamToSend } from '../../services/get-subject.ts';
import { loadDigest } from '../../services/load-digest.ts';
import { loadMonthLessons } from '../../services/load-month-lessons.ts';
import { loadMorning } from '../../services/load-morning.ts';
import { loadPromiseReminder } from '../../services/load-promise-reminder.ts';
import { listSweepItems, loadSweep } from '../../services/load-sweep.ts';
import { loadTeamPost } from '../../services/load-team-post.ts';
import { loadWeekSummary } from '../../services/load-week-summary.ts';
import { buildCompactDigest, buildDigestMessage } from '../views/digest-message.ts';
import { buildFridaySummary } from '../views/friday-summary.ts';
import { buildSweep } from '../views/manager-sweep.ts';
import { buildMonthlyLessons } from '../views/monthly-lessons.ts';
import { buildPromiseReminder } from '../views/promise-reminder.ts';
import { buildTeamPost } from '../views/team-post.ts';
import { drawNotice, redrawNotice } from './notices.ts';
import type { Content, Redrawers, Rendered, Renderers, RenderMoment } from './render.ts';

type Db = WorkspaceContext['db'];

/** What each kind of scheduled message says, read when it is sent. */
export function createRenderers(db: Db): Renderers {
  return {
    digest: async (delivery, moment) => {
      const ctx = contextOf(db, delivery, moment);
      const rep = await getRepToSend(ctx, idIn(delivery));
      const morning = await loadMorning({ ...ctx, rep }, moment);
      if (morning === null) return { kind: 'skip', reason: 'empty' };
      const words = wordsFor(rep.locale);
      return {
        kind: 'message',
        to: { slackUserId: rep.slackUserId },
        ...buildDigestMessage(morning, words),
        items: morning.due.map(itemOf),
        announces: morning.toManager ? { ...morning.toManager, ownerId: rep.id } : undefined,
        compact: () => buildCompactDigest(morning, words),
      };
    },
    manager_sweep: async (delivery, moment) => {
      const ctx = contextOf(db, delivery, moment);
      const rep = await getRepToSend(ctx, idIn(delivery));
      const sweep = await loadSweep({ ...ctx, rep });
      if (sweep.total === 0) return { kind: 'skip', reason: 'empty' };
      const message = buildSweep(sweep, wordsFor(rep.locale));
      return {
        kind: 'message',
        to: { slackUserId: rep.slackUserId },
        ...message,
        items: await listSweepItems({ ...ctx, rep }, sweep),
        compact: () => ({ text: message.text, blocks: message.blocks.slice(0, 1) }),
      };
    },
    friday_summary: async (delivery, moment) => {
      const ctx = contextOf(db, delivery, moment);
      const rep = await getRepToSend(ctx, idIn(delivery));
      const summary = await loadWeekSummary({ ...ctx, rep });
      return toRep(rep, buildFridaySummary(summary, wordsFor(rep.locale)));
    },
    promise_reminder: async (delivery, moment) => {
      const ctx = contextOf(db, delivery, moment);
      const rep = await getRepToSend(ctx, idIn(delivery));
      const reminder = await loadPromiseReminder({ ...ctx, rep }, delivery.occurrenceKey);
      if (reminder.kind === 'skip') return reminder;
      return toRep(rep, buildPromiseReminder(reminder, wordsFor(rep.locale)));
    },
    notice: async (delivery, moment) => {
      const ctx = contextOf(db, delivery, moment);
      const rep = await getRepToSend(ctx, idIn(delivery));
      const notice = await drawNotice({ ...ctx, rep }, delivery.occurrenceKey);
      return notice ? toRep(rep, notice) : { kind: 'skip', reason: 'changed' };
    },
    monthly_lessons: async (delivery, moment) => {
      const ctx = contextOf(db, delivery, moment);
      const team = await getTeamToSend(ctx, idIn(delivery));
      if (team.slackChannelId === null) return { kind: 'skip', reason: 'no_channel' };
      const lessons = await loadMonthLessons(ctx, { team, on: delivery.occurrenceKey });
      if (lessons === null) return { kind: 'skip', reason: 'empty' };
      const message = buildMonthlyLessons(lessons, wordsFor(team.locale));
      return {
        kind: 'message',
        to: { slackChannelId: team.slackChannelId },
        ...message,
        compact: () => ({ text: message.text, blocks: message.blocks.slice(0, 1) }),
      };
    },
    team_post: async (delivery, moment) => {
      const ctx = contextOf(db, delivery, moment);
      const team = await getTeamToSend(ctx, idIn(delivery));
      if (team.slackChannelId === null) return { kind: 'skip', reason: 'no_channel' };
      const message = buildTeamPost(await loadTeamPost(ctx, { team }), wordsFor(team.locale));
      return {
        kind: 'message',
        to: { slackChannelId: team.slackChannelId },
        ...message,
        compact: () => ({ text: message.text, blocks: message.blocks.slice(0, 1) }),
      };
    },
  };
}

/** What a sent message shows by now. Today's digest changes and a brief; an older one is what it was. */
export function createRedrawers(db: Db): Redrawers {
  return {
    digest: async (delivery, moment) => {
      const ctx = contextOf(db, delivery, moment);
      const rep = await getRepToSend(ctx, idIn(delivery));
      const digest = await loadDigest({ ...ctx, rep } satisfies RepContext);
      return digest?.sent.deliveryId === delivery.id
        ? buildDigestMessage(digest.model, wordsFor(rep.locale))
        : null;
    },
    notice: async (delivery, moment) => {
      const ctx = contextOf(db, delivery, moment);
      const rep = await getRepToSend(ctx, idIn(delivery));
      return redrawNotice({ ...ctx, rep }, delivery.occurrenceKey);
    },
  };
}

/** A short direct message, which is its own compact form. */
function toRep(rep: Rep, message: Content): Rendered {
  const to = { slackUserId: rep.slackUserId };
  return { kind: 'message', to, ...message, compact: () => message };
}

function contextOf(
  db: Db,
  { workspaceId }: { workspaceId: number },
  { now }: Pick<RenderMoment, 'now'>,
): WorkspaceContext {
  return { db, workspaceId, now };
}

function idIn({ subjectKey }: ClaimedDelivery | SentDelivery): string {
  const subject = readSubject(subjectKey);
  if (!subject) throw new Error('A delivery has a subject nobody knows.');
  return subject.id;
}

function itemOf({ position, prospect, section }: DigestModel['due'][number]): DeliveryItem {
  const { next, revisitOn } = prospect.standing;
  const drawnOn = next?.on ?? revisitOn;
  if (drawnOn === null) throw new Error('A row of a digest has no day.');
  return { position, prospectId: prospect.id, section, drawnOn, drawnVersion: prospect.version };
}
