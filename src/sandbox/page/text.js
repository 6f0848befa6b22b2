import { app, openConversation } from './app.js';
import { formatSlackDate } from './dates.js';
import { h } from './dom.js';
import { showEmoji } from './emoji.js';
import { parseMrkdwn } from './mrkdwn.js';

const SAFE_URL = /^(https?:|mailto:|tel:)/i;

/** Slack's text object as nodes; plain_text is never read as mrkdwn. */
export function showText(text) {
  if (!text) return [];
  if (text.type === 'mrkdwn') {
    return showNodes(parseMrkdwn(text.text, { verbatim: text.verbatim === true }));
  }
  return [readPlain(text)];
}

/** A plain_text object, or a bare string, as a string. */
export function readPlain(text) {
  if (text === undefined || text === null) return '';
  if (typeof text === 'string') return text;
  return text.emoji === false ? text.text : showEmoji(text.text);
}

export function showMrkdwn(text) {
  return showNodes(parseMrkdwn(text));
}

function showNodes(nodes) {
  return nodes.map((node) => showNode(node));
}

function showNode(node) {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'break':
      return h('br');
    case 'bold':
      return h('strong', {}, showNodes(node.children));
    case 'italic':
      return h('em', {}, showNodes(node.children));
    case 'strike':
      return h('s', {}, showNodes(node.children));
    case 'code':
      return h('code', {}, node.text);
    case 'pre':
      return h('pre', {}, node.text);
    case 'quote':
      return h('blockquote', {}, showNodes(node.children));
    case 'emoji':
      return showEmojiNode(node.name, node.text);
    case 'link':
      return showLink(node.url, node.label);
    case 'user':
      return showUser(node.id, node.label);
    case 'channel':
      return showChannel(node.id, node.label);
    case 'special':
      return h('span', { class: 'mention mention-special' }, node.name);
    case 'date':
      return showDate(node);
    default:
      return '';
  }
}

export function showEmojiNode(name, character) {
  return h(
    'span',
    { class: 'emoji', role: 'img', 'aria-label': name, title: `:${name}:` },
    character,
  );
}

export function showLink(url, label) {
  if (!SAFE_URL.test(url)) return label;
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label);
}

export function showUser(id, label) {
  const snapshot = app.snapshot;
  const person = snapshot.people.find((one) => one.id === id);
  const name = id === snapshot.botUserId ? snapshot.appName : person?.realName;
  const mine = id === app.as ? ' mention-me' : '';
  return h('span', { class: `mention${mine}` }, `@${name ?? label ?? id}`);
}

export function showChannel(id, label) {
  const channel = app.snapshot.conversations.find((one) => one.id === id);
  const name = channel?.name ?? label ?? id;
  if (!channel) return h('span', { class: 'mention' }, `#${name}`);
  const open = () => openConversation(id);
  return h('button', { type: 'button', class: 'mention', on: { click: open } }, `#${name}`);
}

export function showDate(node) {
  const { now, zone } = app.snapshot.clock;
  const text = formatSlackDate(node, { now, zone });
  return node.url ? showLink(node.url, text) : h('span', { class: 'date' }, text);
}
