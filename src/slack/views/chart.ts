import type { Block } from '@slack/types';
import { cutText } from '../../domain/typed-text.ts';

/**
 * Slack's chart, which its types do not know yet. Messages only, two in each, and a client or
 * workspace may still refuse it: whoever sends one has a form without it at hand.
 */
export type ChartBlock = Block & {
  type: 'data_visualization';
  title: string;
  chart: {
    type: 'bar';
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[]; x_label: string; y_label: string };
  };
};

export type ChartInput = {
  title: string;
  /** What one bar's height is called. */
  name: string;
  bars: { label: string; value: number }[];
  xLabel: string;
  yLabel: string;
};

// https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
const TITLE_LENGTH = 50;
const LABEL_LENGTH = 20;
const AXIS_LENGTH = 50;
const BARS = 20;

/** Bars of one kind, side by side; at most 20 are drawn. */
export function barChart({ title, name, bars, xLabel, yLabel }: ChartInput): ChartBlock {
  const data = bars.slice(0, BARS).map(({ label, value }) => ({
    label: cutText(label, LABEL_LENGTH),
    value,
  }));
  return {
    type: 'data_visualization',
    title: cutText(title, TITLE_LENGTH),
    chart: {
      type: 'bar',
      series: [{ name: cutText(name, LABEL_LENGTH), data }],
      axis_config: {
        categories: data.map(({ label }) => label),
        x_label: cutText(xLabel, AXIS_LENGTH),
        y_label: cutText(yLabel, AXIS_LENGTH),
      },
    },
  };
}

/**
 * A bar of text, as long as its part of the longest one; something is never nothing.
 * @example textBar(12, 40) //=> '▇▇'
 */
export function textBar(value: number, longest: number, width = 6): string {
  if (value <= 0 || longest <= 0) return '';
  return '▇'.repeat(Math.max(1, Math.round((value / longest) * width)));
}
