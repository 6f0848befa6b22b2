import type { ActionsBlock, KnownBlock, ModalView } from '@slack/types';
import { INSIGHT_DAYS, REPLY_DAYS } from '../../domain/insights.ts';
import type { InsightsModel } from '../../domain/insights-model.ts';
import { ENOUGH, estimate } from '../../domain/wilson.ts';
import { INSIGHTS_BUTTONS, VIEWS } from '../ids.ts';
import { button, context, plainText, section } from './blocks.ts';
import { bold, composeFallback } from './compose.ts';
import { sayDay } from './dates.ts';
import type { Message } from './digest-message.ts';
import {
  channelBlocks,
  contactBlocks,
  type DrawnBlock,
  hourBlocks,
  hourChart,
  noBlocks,
  promiseBlocks,
  weekdayBlocks,
  yesBlocks,
  yesChart,
} from './insight-blocks.ts';
import { sayShare } from './insight-words.ts';
import { writeInsightsValue } from './insights-value.ts';
import { plural } from './words.ts';

/** One answer in two forms: with charts, and the same in text for where Slack refuses them. */
export type DrawnMessage = { drawn: { text: string; blocks: DrawnBlock[] }; plain: Message };

/** What the last days teach: when the Yeses came, what is answered, what the Noes said. */
export function buildInsightsMessage(model: InsightsModel): DrawnMessage {
  const text = composeFallback([headline(model)]);
  const { contacts } = model.insights;
  if (contacts.of === 0) {
    const blocks = [...emptyBlocks(model), buttons(model)];
    return { drawn: { text, blocks }, plain: { text, blocks } };
  }
  const head = section([bold(title(model))], [overview(model)]);
  const tail = [...promiseBlocks(model), ...noBlocks(model), buttons(model), notes(model)];
  const middle = [...contactBlocks(model), ...channelBlocks(model), ...weekdayBlocks(model)];
  return {
    drawn: {
      text,
      blocks: [head, ...yesChart(model), ...middle, ...hourChart(model), ...tail],
    },
    plain: {
      text,
      blocks: [head, ...yesBlocks(model), ...middle, ...hourBlocks(model), ...tail],
    },
  };
}

/** The same in a window, opened from App Home: bars in text, for Slack draws no charts there. */
export function buildInsightsModal(model: InsightsModel): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText('Insights', 24),
    close: plainText('Done', 24),
    blocks: buildInsightsMessage(model).plain.blocks,
  };
}

function title({ scope, days }: InsightsModel): string {
  return `${scope === 'me' ? 'Your insights' : 'Your team’s insights'}, last ${days} days`;
}

function headline(model: InsightsModel): string {
  const { contacts, yeses } = model.insights;
  if (contacts.of === 0) return `${title(model)}: no contacts yet.`;
  return `${title(model)}: ${contacts.hits} of ${plural(contacts.of, 'contact')} answered, ${plural(yeses.late.of, 'Yes', 'Yeses')}.`;
}

function overview({ insights, from, today, isCut }: InsightsModel): string {
  const found = estimate(insights.contacts);
  const { hits, of } = insights.contacts;
  const share = found ? sayShare(found) : 'too few yet for a share';
  const cut = isCut ? ' Older touches are too many to read at once.' : '';
  return `${plural(of, 'contact')} with ${plural(insights.prospects, 'prospect')} since ${sayDay(from, today)}, ${hits} answered: ${share}.${cut}`;
}

function emptyBlocks(model: InsightsModel): KnownBlock[] {
  const whose = model.scope === 'me' ? 'You have' : 'Your team has';
  return [
    section(
      [bold(title(model))],
      [`${whose} no contacts in these days. Log touches, and this page learns from them.`],
    ),
  ];
}

function buttons(model: InsightsModel): ActionsBlock {
  const { scope, days } = model;
  const pressed = (isShown: boolean) => (isShown ? { style: 'primary' as const } : {});
  return {
    type: 'actions',
    elements: [
      ...INSIGHT_DAYS.map((count) =>
        button(INSIGHTS_BUTTONS.days[count], `${count} days`, {
          value: writeInsightsValue({ scope, days: count }),
          ...pressed(count === days),
          says: `Insights of the last ${count} days${count === days ? ', shown' : ''}`,
        }),
      ),
      ...(['me', 'team'] as const).map((one) =>
        button(INSIGHTS_BUTTONS.scope[one], one === 'me' ? 'Me' : 'Team', {
          value: writeInsightsValue({ scope: one, days }),
          ...pressed(one === scope),
          says: `${one === 'me' ? 'My own' : 'My team’s'} insights${one === scope ? ', shown' : ''}`,
        }),
      ),
    ],
  };
}

function notes({ scope }: InsightsModel): KnownBlock {
  const whose = scope === 'team' ? ' The team’s figures name nobody.' : '';
  return context([
    `Answered: they spoke with us that day, or got in touch within ${REPLY_DAYS} days and before our next contact. In brackets the range the share is in with 95% certainty; under ${ENOUGH} it says too few yet.${whose}`,
  ]);
}
