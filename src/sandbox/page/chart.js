import { h, nextId, svg } from './dom.js';

const COLOURS = [
  '#1264a3',
  '#2eb67d',
  '#ecb22e',
  '#e01e5a',
  '#7c3085',
  '#36c5f0',
  '#b5651d',
  '#4a6b8a',
  '#8fbc5a',
  '#d977a4',
  '#5b5fc7',
  '#8c8c8c',
];
const BOX = { width: 560, height: 240, left: 44, right: 12, top: 24, bottom: 40 };

/** A `data_visualization` block: the drawing, its legend, and the same numbers as words for screen readers. */
export function buildChart(block) {
  const chart = block.chart ?? {};
  const titleId = nextId('chart');
  const draw = { pie: drawPie, bar: drawXY, line: drawXY, area: drawXY }[chart.type];
  if (!draw) return h('div', { class: 'unsupported' }, `Unsupported chart: ${chart.type}`);
  const { drawing, legend, words } = draw(chart);
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', words);
  return h(
    'figure',
    { class: 'chart', 'aria-labelledby': titleId },
    h('figcaption', { id: titleId }, block.title ?? ''),
    drawing,
    h(
      'ul',
      { class: 'chart-legend' },
      legend.map((text, index) =>
        h('li', {}, h('span', { class: 'swatch', style: `background:${colour(index)}` }), text),
      ),
    ),
  );
}

function colour(index) {
  return COLOURS[index % COLOURS.length];
}

function drawPie({ segments = [] }) {
  const total = segments.reduce((sum, segment) => sum + segment.value, 0) || 1;
  let from = -Math.PI / 2;
  const slices = segments.map((segment, index) => {
    const to = from + (segment.value / total) * Math.PI * 2;
    const slice = drawSlice(from, to, colour(index), `${segment.label}: ${segment.value}`);
    from = to;
    return slice;
  });
  const share = (segment) =>
    `${segment.label} ${segment.value} (${Math.round((segment.value / total) * 100)}%)`;
  const legend = segments.map(share);
  return {
    drawing: svg('svg', { viewBox: '0 0 200 200', class: 'chart-pie' }, slices),
    legend,
    words: `Pie chart. ${legend.join(', ')}.`,
  };
}

function drawSlice(from, to, fill, title) {
  const point = (angle) => `${100 + 92 * Math.cos(angle)} ${100 + 92 * Math.sin(angle)}`;
  const whole = to - from > Math.PI * 2 - 0.001;
  const d = whole
    ? 'M100 8a92 92 0 1 1-.01 0z'
    : `M100 100 L${point(from)} A92 92 0 ${to - from > Math.PI ? 1 : 0} 1 ${point(to)} Z`;
  return svg('path', { d, fill, stroke: '#fff', 'stroke-width': 2 }, svg('title', {}, title));
}

function drawXY(chart) {
  const series = chart.series ?? [];
  const axis = chart.axis_config ?? {};
  const categories = axis.categories ?? series[0]?.data.map((point) => point.label) ?? [];
  const scale = makeScale(series, categories.length);
  const shapes = series.map((one, index) => drawSeries(chart.type, one, index, { scale, series }));
  const words = series.map(
    (one) => `${one.name}: ${one.data.map((point) => `${point.label} ${point.value}`).join(', ')}`,
  );
  return {
    drawing: svg(
      'svg',
      { viewBox: `0 0 ${BOX.width} ${BOX.height}`, class: 'chart-xy' },
      drawAxes(scale, categories, axis),
      shapes,
    ),
    legend: series.map((one) => one.name),
    words: `${chart.type} chart. ${words.join('. ')}.`,
  };
}

function makeScale(series, count) {
  const values = series.flatMap((one) => one.data.map((point) => point.value));
  const step = niceStep(Math.max(...values, 1) / 4);
  const high = Math.ceil(Math.max(...values, 1) / step) * step;
  const low = Math.floor(Math.min(...values, 0) / step) * step;
  const inner = {
    width: BOX.width - BOX.left - BOX.right,
    height: BOX.height - BOX.top - BOX.bottom,
  };
  const band = inner.width / Math.max(count, 1);
  return {
    step,
    low,
    high,
    band,
    x: (index) => BOX.left + band * (index + 0.5),
    y: (value) => BOX.top + inner.height * (1 - (value - low) / (high - low || 1)),
  };
}

function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  const nice = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10;
  return Math.max(nice * power, Number.EPSILON);
}

function drawAxes(scale, categories, axis) {
  const lines = [];
  for (let value = scale.low; value <= scale.high + scale.step / 2; value += scale.step) {
    const y = scale.y(value);
    lines.push(
      svg('line', { x1: BOX.left, x2: BOX.width - BOX.right, y1: y, y2: y, class: 'grid' }),
      svg('text', { x: BOX.left - 8, y: y + 4, 'text-anchor': 'end' }, formatTick(value)),
    );
  }
  const every = Math.ceil(categories.length / 10);
  const labels = categories.map((text, index) =>
    index % every === 0
      ? svg('text', { x: scale.x(index), y: BOX.height - 22, 'text-anchor': 'middle' }, text)
      : null,
  );
  const xLabel = axis.x_label ?? axis.x_axis_label;
  const yLabel = axis.y_label ?? axis.y_axis_label;
  return [
    lines,
    labels,
    xLabel &&
      svg(
        'text',
        { x: BOX.width / 2, y: BOX.height - 4, 'text-anchor': 'middle', class: 'axis' },
        xLabel,
      ),
    yLabel && svg('text', { x: 2, y: 11, class: 'axis' }, yLabel),
  ];
}

function formatTick(value) {
  return new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(
    value,
  );
}

function drawSeries(type, one, index, { scale, series }) {
  const title = (point) => svg('title', {}, `${one.name}, ${point.label}: ${point.value}`);
  if (type === 'bar') {
    const width = Math.min((scale.band * 0.7) / series.length, 36);
    const offset = (index - series.length / 2) * width;
    return one.data.map((point, at) => {
      const top = Math.min(scale.y(point.value), scale.y(0));
      const height = Math.abs(scale.y(point.value) - scale.y(0));
      const box = { x: scale.x(at) + offset, y: top, width: width - 2, height, rx: 2 };
      return svg('rect', { ...box, fill: colour(index) }, title(point));
    });
  }
  const points = one.data.map((point, at) => `${scale.x(at)},${scale.y(point.value)}`);
  const base = scale.y(Math.max(scale.low, 0));
  const area = [`${scale.x(0)},${base}`, ...points, `${scale.x(one.data.length - 1)},${base}`];
  return [
    type === 'area' &&
      svg('polygon', { points: area.join(' '), fill: colour(index), 'fill-opacity': 0.25 }),
    svg('polyline', {
      points: points.join(' '),
      fill: 'none',
      stroke: colour(index),
      'stroke-width': 2.5,
    }),
    one.data.map((point, at) =>
      svg(
        'circle',
        { cx: scale.x(at), cy: scale.y(point.value), r: 3.5, fill: colour(index) },
        title(point),
      ),
    ),
  ];
}
