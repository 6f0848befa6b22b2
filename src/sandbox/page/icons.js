import { svg } from './dom.js';

const PATHS = {
  chevron: 'M4.5 6.5 8 10l3.5-3.5',
  close: 'm4 4 8 8m0-8-8 8',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  plus: 'M8 3v10M3 8h10',
  more: 'M8 3.5v.01M8 8v.01M8 12.5v.01',
  dots: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  send: 'M3 13.2 13.8 8 3 2.8v4L9 8l-6 1.2z',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  hash: 'M6.2 2.5 4.8 13.5M11.2 2.5 9.8 13.5M3 5.8h10.5M2.5 10.2H13',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5M10.5 2.5V5',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.8V8l2.2 1.6',
  check: 'm3 8.5 3.2 3.2L13 5',
  bolt: 'M9 1.8 3.5 9H8l-1 5.2L12.5 7H8z',
  pulse: 'M1.5 8.5h3l2-5 3 9 2-4h3',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M12.6 3.4l-.7.7M4.1 11.9l-.7.7',
  next: 'M3 3.5 8 8l-5 4.5zM9 3.5 13.5 8 9 12.5z',
};

const FILLED = new Set(['send', 'next']);

export function icon(name, size = 16) {
  const filled = FILLED.has(name);
  return svg(
    'svg',
    {
      viewBox: '0 0 16 16',
      width: size,
      height: size,
      fill: filled ? 'currentColor' : 'none',
      stroke: filled ? 'none' : 'currentColor',
      'stroke-width': name === 'more' || name === 'dots' ? 2.2 : 1.5,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
      'aria-hidden': 'true',
      class: 'icon',
    },
    svg('path', { d: PATHS[name] }),
  );
}
