import { callControl } from './api.js';
import { app, perform } from './app.js';
import { askConfirm } from './dialog.js';
import { whileBusy } from './dom.js';
import {
  collectValues,
  listInputs,
  makeKey,
  makeValue,
  readChosen,
  readInitial,
} from './values.js';

const stores = new Map();

/**
 * What was typed and chosen on one surface, kept while the surface lives. `on` is the contract's Surface;
 * `blocks` are the ones on the screen now.
 */
export function makeForm(on, blocks) {
  const key = `${app.as} ${JSON.stringify(on)}`;
  if (!stores.has(key)) stores.set(key, { on, store: new Map(), blocks, onEdit: null });
  const form = stores.get(key);
  form.blocks = blocks;
  return form;
}

/** Forgets modals that are no longer open; a modal that comes later begins anew. */
export function forgetModals() {
  for (const [key, form] of [...stores]) if (form.on.kind === 'modal') stores.delete(key);
}

export function readValue({ form, block }, element) {
  return readChosen(element, form.store.get(makeKey(block, element)) ?? readInitial(element));
}

/** Keeps a value without telling the app. */
export function writeValue({ form, block }, element, chosen) {
  form.store.set(makeKey(block, element), makeValue(element, chosen));
  form.onEdit?.(block.block_id);
}

/** Keeps a choice, and tells the app when the element acts at once; false when the person thought again. */
export async function choose(context, element, chosen, node) {
  if (element.confirm && !(await askConfirm(element.confirm))) return false;
  writeValue(context, element, chosen);
  if (actsAtOnce(context)) await sendAction(context, element, makeValue(element, chosen), node);
  return true;
}

/** Inputs of input blocks wait for the submit, unless the block says otherwise. */
export function actsAtOnce({ block }) {
  return block.type !== 'input' || block.dispatch_action === true;
}

export function sendAction({ form, block }, element, payload, node) {
  const inputs = listInputs(form.blocks);
  return whileBusy(node, () =>
    perform('act', {
      as: app.as,
      on: form.on,
      blockId: block.block_id,
      actionId: element.action_id,
      element: payload,
      ...(inputs.length > 0 && { values: collectValues(form.blocks, form.store) }),
    }),
  );
}

export async function suggest({ form, block }, element, query) {
  try {
    return await callControl('suggest', {
      as: app.as,
      on: form.on,
      blockId: block.block_id,
      actionId: element.action_id,
      query,
      values: collectValues(form.blocks, form.store),
    });
  } catch (error) {
    return { ok: false, problem: error.message };
  }
}
