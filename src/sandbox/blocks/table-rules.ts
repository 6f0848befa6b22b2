import * as limits from '../limits.ts';
import { richText } from './rich-text-rules.ts';
import {
  among,
  byType,
  type Fields,
  fields,
  flag,
  list,
  number,
  type Problem,
  type Rule,
  string,
} from './rules.ts';

const blockId: Fields = { block_id: string(limits.BLOCK_ID, 1) };
const ANY_NUMBER = number(-Number.MAX_VALUE, Number.MAX_VALUE);

const cell: Rule = byType({
  raw_text: fields({ text: string(limits.TABLE_TEXT, 1) }),
  raw_number: fields({ value: ANY_NUMBER }, { text: string(255, 1) }),
  rich_text: richText,
});
const row = list(cell, { min: 1, max: limits.TABLE_COLUMNS });

const columnSetting = fields({}, { align: among('left', 'center', 'right'), is_wrapped: flag });
const nullableSetting: Rule = (value, pointer): Problem[] =>
  value === null ? [] : columnSetting(value, pointer);

export const table: Rule = fields(
  { rows: list(row, { min: 1, max: limits.TABLE_ROWS }) },
  { ...blockId, column_settings: list(nullableSetting, { max: limits.TABLE_COLUMNS }) },
);

export const dataTable: Rule = fields(
  {
    rows: list(row, { min: limits.DATA_TABLE_ROWS_MIN, max: limits.DATA_TABLE_ROWS }),
    caption: string(limits.DATA_TABLE_TEXT, 1),
  },
  {
    ...blockId,
    page_size: number(1, limits.DATA_TABLE_PAGE),
    row_header_column_index: number(0, limits.TABLE_COLUMNS - 1),
  },
);

const point = fields({ label: string(limits.CHART_LABEL, 1), value: ANY_NUMBER });
const series = fields({
  name: string(limits.CHART_LABEL, 1),
  data: list(point, { min: 1, max: limits.CHART_POINTS }),
});
const axes = fields(
  { categories: list(string(limits.CHART_LABEL, 1), { min: 1, max: limits.CHART_POINTS }) },
  { x_label: string(limits.CHART_AXIS_LABEL), y_label: string(limits.CHART_AXIS_LABEL) },
);
const plotted = fields({
  series: list(series, { min: 1, max: limits.CHART_SERIES }),
  axis_config: axes,
});

export const dataVisualization: Rule = fields(
  {
    title: string(limits.CHART_TITLE, 1),
    chart: byType({
      pie: fields({ segments: list(point, { min: 1, max: limits.CHART_SERIES }) }),
      bar: plotted,
      area: plotted,
      line: plotted,
    }),
  },
  blockId,
);
