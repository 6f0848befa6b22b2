import { h } from './dom.js';
import { icon } from './icons.js';

const SHOWN_MS = 7000;

/** Says something for a few seconds at the foot of the page. */
export function showToast(text, kind = 'problem') {
  const toasts = document.getElementById('toasts');
  if ([...toasts.children].some((toast) => toast.dataset.text === text)) return;
  const close = h(
    'button',
    { type: 'button', class: 'toast-close', 'aria-label': 'Dismiss' },
    icon('close', 14),
  );
  const toast = h(
    'div',
    { class: `toast toast-${kind}`, 'data-testid': 'toast', 'data-text': text },
    h('span', {}, text),
    close,
  );
  close.addEventListener('click', () => toast.remove());
  toasts.append(toast);
  setTimeout(() => toast.remove(), SHOWN_MS);
}
