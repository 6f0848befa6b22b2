import { h } from './dom.js';
import { findEmoji } from './emoji.js';
import { showChannel, showDate, showEmojiNode, showLink, showUser } from './text.js';

export function buildRichText(block) {
  return h('div', { class: 'rich-text' }, (block.elements ?? []).map(buildPart));
}

function buildPart(part) {
  switch (part.type) {
    case 'rich_text_section':
      return h('p', { class: 'rich-section' }, part.elements.map(buildLeaf));
    case 'rich_text_list':
      return buildList(part);
    case 'rich_text_quote':
      return h('blockquote', {}, part.elements.map(buildLeaf));
    case 'rich_text_preformatted':
      return h('pre', {}, part.elements.map(buildLeaf));
    default:
      return h('div', { class: 'unsupported' }, `Unsupported rich text: ${part.type}`);
  }
}

function buildList(part) {
  const tag = part.style === 'ordered' ? 'ol' : 'ul';
  const start = part.style === 'ordered' && part.offset ? part.offset + 1 : undefined;
  return h(
    tag,
    { class: 'rich-list', 'data-indent': part.indent ?? 0, start },
    part.elements.map((item) => h('li', {}, item.elements.map(buildLeaf))),
  );
}

function buildLeaf(leaf) {
  return applyStyle(showLeaf(leaf), leaf.style);
}

function showLeaf(leaf) {
  switch (leaf.type) {
    case 'text':
      return leaf.text;
    case 'link':
      return showLink(leaf.url, leaf.text ?? leaf.url);
    case 'emoji':
      return findEmoji(leaf.name)
        ? showEmojiNode(leaf.name, findEmoji(leaf.name))
        : `:${leaf.name}:`;
    case 'user':
      return showUser(leaf.user_id);
    case 'channel':
      return showChannel(leaf.channel_id);
    case 'usergroup':
      return h('span', { class: 'mention' }, `@${leaf.usergroup_id}`);
    case 'broadcast':
      return h('span', { class: 'mention mention-special' }, `@${leaf.range}`);
    case 'date':
      return showDate({
        unix: leaf.timestamp,
        format: leaf.format,
        url: leaf.url,
        fallback: leaf.fallback ?? '',
      });
    case 'color':
      return leaf.value;
    default:
      return `[${leaf.type}]`;
  }
}

function applyStyle(node, style = {}) {
  let styled = node;
  if (style.code) styled = h('code', {}, styled);
  if (style.strike) styled = h('s', {}, styled);
  if (style.italic) styled = h('em', {}, styled);
  if (style.bold) styled = h('strong', {}, styled);
  return styled;
}
