import type { ActionsBlock, KnownBlock, ModalView } from '@slack/types';
import { INSIGHT_DAYS, REPLY_DAYS } from '../../domain/insights.ts';
import type { InsightsModel } from '../../domain/insights-model.ts';
import { ENOUGH } from '../../domain/wilson.ts';
import type { Words } from '../../domain/words/words.ts';
import { INSIGHTS_BUTTONS, VIEWS } from '../ids.ts';
import { button, context, plainText, section } from './blocks.ts';
import { bold, composeFallback } from './compose.ts';
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
import { writeInsightsValue } from './insights-value.ts';

/** One answer in two forms: with charts, and the same in text for where Slack refuses them. */
export type DrawnMessage = { drawn: { text: string; blocks: DrawnBlock[] }; plain: Message };

/** What the last days teach: when the Yeses came, what is answered, what the Noes said. */
export function buildInsightsMessage(model: InsightsModel, words: Words): DrawnMessage {
  const text = composeFallback([headline(model, words)]);
  const { contacts } = model.insights;
  const heading = bold(words.insights.heading(model));
  if (contacts.of === 0) {
    const empty = section([heading], [words.insights.empty(model.scope)]);
    const blocks = [empty, buttons(model, words)];
    return { drawn: { text, blocks }, plain: { text, blocks } };
  }
  const head = section([heading], [overview(model, words)]);
  const tail = [
    ...promiseBlocks(model, words),
    ...noBlocks(model, words),
    buttons(model, words),
    notes(model, words),
  ];
  const middle = [
    ...contactBlocks(model, words),
    ...channelBlocks(model, words),
    ...weekdayBlocks(model, words),
  ];
  return {
    drawn: {
      text,
      blocks: [head, ...yesChart(model, words), ...middle, ...hourChart(model, words), ...tail],
    },
    plain: {
      text,
      blocks: [head, ...yesBlocks(model, words), ...middle, ...hourBlocks(model, words), ...tail],
    },
  };
}

/** The same in a window, opened from App Home: bars in text, for Slack draws no charts there. */
export function buildInsightsModal(model: InsightsModel, words: Words): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText(words.insights.title, 24),
    close: plainText(words.labels.done, 24),
    blocks: buildInsightsMessage(model, words).plain.blocks,
  };
}

function headline(model: InsightsModel, { insights }: Words): string {
  const { contacts, yeses } = model.insights;
  const heading = insights.heading(model);
  if (contacts.of === 0) return insights.noContacts(heading);
  return insights.headline(heading, { ...contacts, yeses: yeses.late.of });
}

function overview(model: InsightsModel, words: Words): string {
  const { contacts, prospects } = model.insights;
  const since = words.dates.day(model.from, model.today);
  return words.insights.overview({ ...contacts, prospects, since, isCut: model.isCut });
}

function buttons({ scope, days }: InsightsModel, { insights }: Words): ActionsBlock {
  const pressed = (isShown: boolean) => (isShown ? { style: 'primary' as const } : {});
  return {
    type: 'actions',
    elements: [
      ...INSIGHT_DAYS.map((count) =>
        button(INSIGHTS_BUTTONS.days[count], insights.days(count), {
          value: writeInsightsValue({ scope, days: count }),
          ...pressed(count === days),
          says: insights.sayDays(count, count === days),
        }),
      ),
      ...(['me', 'team'] as const).map((one) =>
        button(INSIGHTS_BUTTONS.scope[one], insights.scopes[one], {
          value: writeInsightsValue({ scope: one, days }),
          ...pressed(one === scope),
          says: insights.sayScope(one, one === scope),
        }),
      ),
    ],
  };
}

function notes({ scope }: InsightsModel, { insights }: Words): KnownBlock {
  const how = insights.howCounted({ replyDays: REPLY_DAYS, enough: ENOUGH });
  return context([how, scope === 'team' ? insights.namesNobody : '']);
}
