import { h } from './dom.js';

const GAP = 4;
const EDGE = 8;

let open = null;

/** Opens one floating panel beside `anchor`, above or below, wherever it fits. */
export function openPopover(
  anchor,
  content,
  { width, role = 'dialog', label, alignEnd, onClose } = {},
) {
  closePopover();
  const panel = h('div', { class: 'popover', role, 'aria-label': label }, content);
  document.getElementById('popover-layer').append(panel);
  open = { anchor, panel, width, alignEnd, onClose };
  anchor.setAttribute('aria-expanded', 'true');
  place();
  return panel;
}

export function closePopover({ focusAnchor = false } = {}) {
  if (!open) return false;
  const { anchor, panel, onClose } = open;
  open = null;
  panel.remove();
  anchor.setAttribute('aria-expanded', 'false');
  onClose?.();
  if (focusAnchor) anchor.focus();
  return true;
}

export function isPopoverOpenFor(anchor) {
  return open?.anchor === anchor;
}

/** A redraw may have taken the control away under its panel. */
export function closeOrphanPopover() {
  if (open && !open.anchor.isConnected) closePopover();
}

/** Places the open panel again, after its content grew. */
export function place() {
  if (!open) return;
  const { anchor, panel, width, alignEnd } = open;
  const box = anchor.getBoundingClientRect();
  if (width === 'anchor') {
    panel.style.width = `${Math.max(box.width, 220)}px`;
    panel.style.maxWidth = 'none';
  }
  panel.style.maxHeight = '';
  const size = panel.getBoundingClientRect();
  const below = window.innerHeight - box.bottom - GAP - EDGE;
  const above = box.top - GAP - EDGE;
  const upward = size.height > below && above > below;
  const height = Math.min(size.height, upward ? above : below);
  panel.style.maxHeight = `${upward ? above : below}px`;
  panel.style.top = `${upward ? box.top - GAP - height : box.bottom + GAP}px`;
  const left = alignEnd ? box.right - size.width : box.left;
  const rightmost = document.documentElement.clientWidth - size.width - EDGE;
  panel.style.left = `${Math.max(EDGE, Math.min(left, rightmost))}px`;
}

function closeFromOutside(event) {
  if (!open || open.panel.contains(event.target) || open.anchor.contains(event.target)) return;
  closePopover();
}

document.addEventListener('pointerdown', closeFromOutside, true);
window.addEventListener('resize', place);
document.addEventListener(
  'scroll',
  (event) => {
    if (open && !open.panel.contains(event.target)) place();
  },
  true,
);
