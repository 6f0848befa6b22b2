import { app, perform } from './app.js';
import { drawBlocks } from './blocks.js';
import { h, whileBusy } from './dom.js';
import { forgetModals, makeForm } from './form.js';
import { icon } from './icons.js';
import { closePopover } from './popover.js';
import { readPlain } from './text.js';
import { collectValues, findProblems } from './values.js';

let card = null;
let openerOf = null;

/** Draws the top of the viewer's stack of modals, or takes the modal away. */
export function drawModal({ modal }) {
  const layer = document.getElementById('modal-layer');
  if (!modal) return removeCard(layer);
  const key = `${app.as} ${modal.id}`;
  if (card?.key !== key) {
    openerOf ??= document.activeElement;
    closePopover();
    card = makeCard(modal, key);
    layer.replaceChildren(h('div', { class: 'shade' }, card.node));
    document.getElementById('app').inert = true;
  }
  fillCard(card, modal);
  focus(card, modal.view.blocks);
}

export function closeTopModal() {
  if (!card) return false;
  void perform('closeModal', { as: app.as, viewId: card.viewId });
  return true;
}

function removeCard(layer) {
  if (!card) return;
  card = null;
  layer.replaceChildren();
  document.getElementById('app').inert = false;
  forgetModals();
  if (openerOf?.isConnected) openerOf.focus();
  openerOf = null;
}

function makeCard(modal, key) {
  const title = h('h2', { id: 'modal-title' });
  const back = h(
    'button',
    { type: 'button', class: 'modal-x', 'aria-label': 'Back' },
    icon('back'),
  );
  const x = h(
    'button',
    { type: 'button', class: 'modal-x', 'aria-label': 'Close', 'data-testid': 'modal-x' },
    icon('close', 18),
  );
  const banner = h('div', { class: 'alert alert-error', role: 'alert', hidden: true });
  const body = h('div', { class: 'modal-blocks' });
  const close = h('button', { type: 'button', class: 'button', 'data-testid': 'modal-close' });
  const submit = h('button', {
    type: 'submit',
    class: 'button button-primary',
    'data-testid': 'modal-submit',
  });
  const node = h(
    'form',
    {
      class: 'modal',
      role: 'dialog',
      'aria-modal': 'true',
      'aria-labelledby': 'modal-title',
      'data-testid': 'modal',
      novalidate: true,
    },
    h('header', { class: 'modal-head' }, back, title, x),
    h('div', { class: 'modal-body' }, banner, body),
    h('footer', { class: 'modal-foot' }, close, submit),
  );
  const made = {
    key,
    viewId: modal.id,
    node,
    title,
    back,
    banner,
    body,
    close,
    submit,
    form: null,
    focused: null,
  };
  for (const button of [back, x, close]) button.addEventListener('click', closeTopModal);
  node.addEventListener('submit', (event) => {
    event.preventDefault();
    if (submit.getAttribute('aria-busy') !== 'true') void submitCard(made);
  });
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) node.requestSubmit();
  });
  return made;
}

function fillCard(made, modal) {
  const { view } = modal;
  made.title.textContent = readPlain(view.title);
  made.back.hidden = modal.depth < 2;
  made.close.textContent = readPlain(view.close) || 'Close';
  made.submit.hidden = !view.submit;
  made.submit.disabled = !view.submit;
  made.submit.textContent = readPlain(view.submit);
  made.node.dataset.callbackId = view.callback_id;
  made.form = makeForm({ kind: 'modal', viewId: modal.id }, view.blocks);
  made.form.onEdit = (blockId) => clearError(made, blockId);
  drawBlocks(made.body, view.blocks, made.form);
}

/**
 * The first field, unless the view asks for another, also one that a redraw brought; a modal without
 * fields keeps the keyboard itself.
 */
function focus(made, blocks) {
  const asked = blocks.flatMap((block) => [block.element]).find((one) => one?.focus_on_load);
  const id = asked?.action_id ?? '';
  const isNew = made.focused === null || (asked && made.focused !== id);
  made.focused = id;
  if (!isNew) return;
  const field = asked && made.body.querySelector(`[data-action-id="${CSS.escape(id)}"]`);
  const wanted = field?.querySelector('input') ?? field;
  const first = made.body.querySelector('button[data-action-id], input, textarea');
  (wanted ?? first ?? made.submit).focus();
  field?.closest('[data-block-id]')?.scrollIntoView({ block: 'center' });
}

async function submitCard(made) {
  showErrors(made, {});
  const values = collectValues(made.form.blocks, made.form.store);
  const problems = findProblems(made.form.blocks, values);
  if (Object.keys(problems).length > 0) return showErrors(made, problems);
  const answer = await whileBusy(made.submit, () =>
    perform('submit', { as: app.as, viewId: made.viewId, values }),
  );
  if (answer.errors) showErrors(made, answer.errors);
}

function showErrors(made, errors) {
  const unplaced = [];
  for (const field of made.body.querySelectorAll('.field-error:not([hidden])')) {
    clearError(made, field.closest('[data-block-id]').dataset.blockId);
  }
  for (const [blockId, text] of Object.entries(errors)) {
    if (!placeError(made, blockId, text)) unplaced.push(text);
  }
  made.banner.hidden = unplaced.length === 0;
  made.banner.textContent = unplaced.join(' ');
  const first = made.body.querySelector('.has-error');
  first?.scrollIntoView({ block: 'center' });
  (first?.querySelector('[data-action-id]:not(div)') ?? first?.querySelector('input'))?.focus();
}

function findBlock(made, blockId) {
  return made.body.querySelector(`[data-block-id="${CSS.escape(blockId)}"]`);
}

function placeError(made, blockId, text) {
  const block = findBlock(made, blockId);
  const place = block?.querySelector('.field-error');
  if (!place) return false;
  block.classList.add('has-error');
  place.id ||= `error-${blockId}`;
  place.textContent = text;
  place.hidden = false;
  const control = block.querySelector('[data-action-id]');
  control?.setAttribute('aria-invalid', 'true');
  control?.setAttribute('aria-describedby', place.id);
  return true;
}

function clearError(made, blockId) {
  const block = findBlock(made, blockId);
  const place = block?.querySelector('.field-error');
  if (!place) return;
  block.classList.remove('has-error');
  place.hidden = true;
  const control = block.querySelector('[data-action-id]');
  control?.removeAttribute('aria-invalid');
  control?.removeAttribute('aria-describedby');
}
