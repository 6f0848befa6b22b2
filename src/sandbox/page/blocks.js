import { app } from './app.js';
import { buildChart } from './chart.js';
import { arrange, h, nextId } from './dom.js';
import { buildElement, buildImage } from './elements.js';
import { buildRichText } from './rich-text.js';
import { readPlain, showText } from './text.js';
import { keepValues } from './values.js';

const BUILDERS = {
  section: buildSection,
  header: (block) => h('h3', { class: 'header' }, readPlain(block.text)),
  context: buildContext,
  divider: () => h('hr'),
  actions: (block, form) =>
    h(
      'div',
      { class: 'actions' },
      block.elements.map((element) => buildElement(element, { form, block })),
    ),
  input: buildInput,
  image: buildImageBlock,
  rich_text: buildRichText,
  markdown: (block) => h('div', { class: 'text' }, block.text),
  table: buildTable,
  data_visualization: buildChart,
  alert: (block) =>
    h(
      'div',
      { class: `alert alert-${block.level ?? 'default'}`, role: 'note' },
      showText(block.text),
    ),
};

/**
 * Draws blocks into `container`, leaving those alone that did not change: what is typed, opened or focused stays.
 */
export function drawBlocks(container, blocks, form) {
  keepValues(form.store, blocks);
  const before = container.drawnBlocks ?? new Map();
  const after = new Map();
  const focus = readFocus(container);
  const nodes = blocks.map((block, index) => {
    const key = block.block_id ?? `block-${index}`;
    const signature = `${app.as} ${JSON.stringify(block)}`;
    const known = before.get(key);
    const node = known?.signature === signature ? known.node : buildBlock(block, form);
    after.set(key, { signature, node });
    return node;
  });
  container.drawnBlocks = after;
  arrange(container, nodes);
  restoreFocus(container, focus);
}

function buildBlock(block, form) {
  const build = BUILDERS[block.type];
  const content = build
    ? build(block, form)
    : h('div', { class: 'unsupported' }, `Unsupported block: ${block.type}`);
  return h('div', { class: `block block-${block.type}`, 'data-block-id': block.block_id }, content);
}

function buildSection(block, form) {
  const fields = block.fields
    ? h(
        'div',
        { class: 'fields' },
        block.fields.map((field) => h('div', { class: 'text' }, showText(field))),
      )
    : null;
  const text = block.text ? h('div', { class: 'text' }, showText(block.text)) : null;
  const accessory = block.accessory
    ? h(
        'div',
        { class: 'accessory' },
        buildElement(block.accessory, { form, block, alignEnd: true }),
      )
    : null;
  return h(
    'div',
    { class: 'section' },
    h('div', { class: 'section-words' }, text, fields),
    accessory,
  );
}

function buildContext(block) {
  return h(
    'div',
    { class: 'context' },
    block.elements.map((element) =>
      element.type === 'image'
        ? buildImage(element)
        : h('span', { class: 'text' }, showText(element)),
    ),
  );
}

function buildInput(block, form) {
  const controlId = nextId('control');
  const labelId = nextId('label');
  const labelText = readPlain(block.label);
  const isGroup = ['radio_buttons', 'checkboxes'].includes(block.element.type);
  const context = { form, block, inInput: true, controlId, labelId, labelText };
  return h(
    'div',
    { class: 'field' },
    h(
      isGroup ? 'div' : 'label',
      { class: 'field-label', id: labelId, for: isGroup ? undefined : controlId },
      labelText,
      block.optional ? h('span', { class: 'optional' }, ' (optional)') : null,
    ),
    buildElement(block.element, context),
    h('p', { class: 'field-error', hidden: true }),
    block.hint ? h('p', { class: 'hint' }, readPlain(block.hint)) : null,
  );
}

function buildImageBlock(block) {
  return h(
    'figure',
    { class: 'image' },
    block.title ? h('figcaption', {}, readPlain(block.title)) : null,
    h('img', { src: block.image_url, alt: block.alt_text, loading: 'lazy' }),
    h('p', { class: 'alt' }, block.alt_text),
  );
}

function buildTable(block) {
  const settings = block.column_settings ?? [];
  const cell = (tag) => (value, column) => {
    const { align = 'left', is_wrapped: wrapped = false } = settings[column] ?? {};
    const content =
      value.type === 'rich_text' ? buildRichText(value) : String(value.text ?? value.value ?? '');
    const scope = tag === 'th' ? 'col' : undefined;
    return h(tag, { scope, class: `align-${align}${wrapped ? ' is-wrapped' : ''}` }, content);
  };
  const [head, ...rows] = block.rows;
  return h(
    'div',
    { class: 'table', tabindex: 0, role: 'region', 'aria-label': 'Table' },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, (head ?? []).map(cell('th')))),
      h(
        'tbody',
        {},
        rows.map((row) => h('tr', {}, row.map(cell('td')))),
      ),
    ),
  );
}

/** Where the person was typing, so that a redraw around it does not take the keyboard away. */
function readFocus(container) {
  const node = document.activeElement;
  if (!container.contains(node) || !node.dataset.actionId) return null;
  return {
    node,
    block: node.closest('[data-block-id]')?.dataset.blockId,
    action: node.dataset.actionId,
    selection:
      typeof node.selectionStart === 'number' ? [node.selectionStart, node.selectionEnd] : null,
  };
}

function restoreFocus(container, focus) {
  if (!focus || focus.node.isConnected) return;
  const block = container.querySelector(`[data-block-id="${CSS.escape(focus.block ?? '')}"]`);
  const node = block?.querySelector(`[data-action-id="${CSS.escape(focus.action)}"]`);
  node?.focus();
  if (focus.selection && node?.setSelectionRange) node.setSelectionRange(...focus.selection);
}
