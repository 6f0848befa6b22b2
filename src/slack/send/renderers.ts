import type { ClaimedDelivery, DeliveryItem, SentDelivery } from '../../domain/delivery.ts';
import type { DigestModel } from '../../domain/digest-model.ts';
import { readSubject } from '../../domain/subject.ts';
import { localTimeOf } from '../../domain/zone.ts';
import type { RepContext, WorkspaceContext } from '../../services/context.ts';
import { getRepToSend, getTeamToSend } from '../../services/get-subject.ts';
import { loadDay } from '../../services/load-day.ts';
import { loadDigest } from '../../services/load-digest.ts';
import { loadMonthLessons } from '../../services/load-month-lessons.ts';
import { listSweepItems, loadSweep } from '../../services/load-sweep.ts';
import { loadTeamPost } from '../../services/load-team-post.ts';
import { loadWeekSummary } from '../../services/load-week-summary.ts';
import { buildCompactDigest, buildDigestMessage } from '../views/digest-message.ts';
import { buildFridaySummary } from '../views/friday-summary.ts';
import { buildSweep } from '../views/manager-sweep.ts';
import { buildMonthlyLessons } from '../views/monthly-lessons.ts';
import { buildTeamPost } from '../views/team-post.ts';
import { drawNotice, redrawNotice } from './notices.ts';
import type { Redrawers, Renderers, RenderMoment } from './render.ts';

type Db = WorkspaceContext['db'];

/** What each kind of scheduled message says, read when it is sent. */
export function createRenderers(db: Db): Renderers {
  return {
    digest: async (delivery, moment) => {
      const rep = await getRepToSend(contextOf(db, delivery, moment), idIn(delivery));
      const model = await loadDay({ ...contextOf(db, delivery, moment), rep });
      const isClear = model.due.length === 0 && !model.toManager;
      if (isClear && !rep.tellsWhenClear) return { kind: 'skip', reason: 'empty' };
      const { lateSince } = moment;
      const late = { ...model, lateSince: lateSince && localTimeOf(lateSince, rep.zone) };
      return {
        kind: 'message',
        to: { slackUserId: rep.slackUserId },
        ...buildDigestMessage(late),
        items: model.due.map(itemOf),
        announces: model.toManager ? { ...model.toManager, ownerId: rep.id } : undefined,
        compact: () => buildCompactDigest(late),
      };
    },
    manager_sweep: async (delivery, moment) => {
      const ctx = contextOf(db, delivery, moment);
      const rep = await getRepToSend(ctx, idIn(delivery));
      const sweep = await loadSweep({ ...ctx, rep });
      if (sweep.total === 0) return { kind: 'skip', reason: 'empty' };
      const message = buildSweep(sweep);
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
      const message = buildFridaySummary(await loadWeekSummary({ ...ctx, rep }));
      return {
        kind: 'message',
        to: { slackUserId: rep.slackUserId },
        ...message,
        compact: () => message,
      };
    },
    notice: async (delivery, moment) => {
      const ctx = contextOf(db, delivery, moment);
      const rep = await getRepToSend(ctx, idIn(delivery));
      const message = await drawNotice({ ...ctx, rep }, delivery.occurrenceKey);
      if (message === null) return { kind: 'skip', reason: 'changed' };
      return {
        kind: 'message',
        to: { slackUserId: rep.slackUserId },
        ...message,
        compact: () => ({ text: message.text, blocks: message.blocks.slice(0, 1) }),
      };
    },
    monthly_lessons: async (delivery, moment) => {
      const ctx = contextOf(db, delivery, moment);
      const team = await getTeamToSend(ctx, idIn(delivery));
      if (team.slackChannelId === null) return { kind: 'skip', reason: 'no_channel' };
      const lessons = await loadMonthLessons(ctx, { team, on: delivery.occurrenceKey });
      if (lessons === null) return { kind: 'skip', reason: 'empty' };
      const message = buildMonthlyLessons(lessons);
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
      const message = buildTeamPost(await loadTeamPost(ctx, { team }));
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
      return digest?.sent.deliveryId === delivery.id ? buildDigestMessage(digest.model) : null;
    },
    notice: async (delivery, moment) => {
      const ctx = contextOf(db, delivery, moment);
      const rep = await getRepToSend(ctx, idIn(delivery));
      return redrawNotice({ ...ctx, rep }, delivery.occurrenceKey);
    },
  };
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
