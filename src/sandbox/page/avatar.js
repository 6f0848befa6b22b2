import { h, svg } from './dom.js';

const COLOURS = [
  '#7c3085',
  '#1264a3',
  '#007a5a',
  '#b5651d',
  '#c2185b',
  '#4a6b8a',
  '#5b5fc7',
  '#8a6d00',
];

export function readInitials(name) {
  const words = name.trim().split(/\s+/);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => [...word][0]?.toUpperCase() ?? '').join('');
}

export function buildAvatar(person, size = 'large') {
  const sum = [...person.id].reduce((total, char) => total * 31 + char.codePointAt(0), 7);
  const style = `background:${COLOURS[Math.abs(sum) % COLOURS.length]}`;
  return h(
    'span',
    { class: `avatar avatar-${size}`, style, 'aria-hidden': 'true' },
    readInitials(person.realName),
  );
}

/** The bot's sign: a step that comes back. */
export function buildBotAvatar(size = 'large') {
  return h(
    'span',
    { class: `avatar avatar-bot avatar-${size}`, 'aria-hidden': 'true' },
    svg(
      'svg',
      {
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: 'currentColor',
        'stroke-width': 2.4,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      },
      svg('path', { d: 'M18.5 8.2A7.6 7.6 0 1 0 19.6 13' }),
      svg('path', { d: 'M19.4 4.4v4.2h-4.2' }),
      svg('path', { d: 'm8.8 12.2 2.4 2.4 4-4.4' }),
    ),
  );
}
