import { findEmoji } from './emoji.js';

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' };
const WORD = /[\p{L}\p{N}]/u;
const URL_HERE = /^https?:\/\/[^\s<>|]+/;
const EMAIL_HERE = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const EMOJI_HERE = /^:([a-z0-9_+-]+):(?::skin-tone-\d:)?/;

/**
 * Reads Slack's mrkdwn into a tree of plain nodes, for instance `*hi* <@U1>` into
 * `[{type:'bold', children:[{type:'text', text:'hi'}]}, {type:'text', text:' '}, {type:'user', id:'U1'}]`.
 */
export function parseMrkdwn(text, { verbatim = false } = {}) {
  const nodes = [];
  let rest = text;
  while (rest !== '') {
    const found = /```\n?([\s\S]+?)\n?```\n?/.exec(rest);
    const before = found ? rest.slice(0, found.index) : rest;
    nodes.push(...parseLines(found ? before.replace(/\n$/, '') : before, verbatim));
    if (!found) break;
    nodes.push({ type: 'pre', text: readLiteral(found[1]) });
    rest = rest.slice(found.index + found[0].length);
  }
  return nodes;
}

/** The tree as a person would read it aloud: for notifications, labels and tests. */
export function flatten(nodes) {
  return nodes
    .map((node) => {
      if (node.type === 'break') return '\n';
      if (node.children) return flatten(node.children);
      return node.text ?? node.label ?? node.fallback ?? node.id ?? node.name ?? '';
    })
    .join('');
}

export function decodeText(text) {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

function parseLines(text, verbatim) {
  if (text === '') return [];
  const nodes = [];
  let quote = null;
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const block = /^(?:>|&gt;){3}/.exec(line);
    if (block) {
      const quoted = [line.slice(block[0].length), ...lines.slice(index + 1)];
      return [...nodes, { type: 'quote', children: joinLines(quoted, verbatim) }];
    }
    const mark = /^(?:>|&gt;) ?/.exec(line);
    if (mark) {
      if (quote) {
        quote.children.push({ type: 'break' });
      } else {
        quote = { type: 'quote', children: [] };
        nodes.push(quote);
      }
      quote.children.push(...parseInline(line.slice(mark[0].length), verbatim));
      continue;
    }
    if (index > 0 && !quote) nodes.push({ type: 'break' });
    quote = null;
    nodes.push(...parseInline(line, verbatim));
  }
  return nodes;
}

function joinLines(lines, verbatim) {
  return lines.flatMap((line, index) => [
    ...(index > 0 ? [{ type: 'break' }] : []),
    ...parseInline(line, verbatim),
  ]);
}

function parseInline(text, verbatim) {
  const nodes = [];
  let plain = '';
  let at = 0;
  const flush = () => {
    if (plain !== '') nodes.push({ type: 'text', text: decodeText(plain) });
    plain = '';
  };
  while (at < text.length) {
    const found = readNode(text, at, verbatim);
    if (found) {
      flush();
      nodes.push(found.node);
      at += found.length;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  flush();
  return nodes;
}

function readNode(text, at, verbatim) {
  const rest = text.slice(at);
  const char = rest[0];
  if (char === '<') return readEntity(rest);
  if (char === '`') return readCode(rest);
  if (Object.hasOwn(MARKS, char)) return readMarked(text, at, verbatim);
  if (char === ':') return readEmoji(rest);
  if (verbatim || isWord(text[at - 1])) return null;
  return readAddress(rest);
}

function readEntity(rest) {
  const found = /^<([^<>\n]+)>/.exec(rest);
  if (!found) return null;
  return { node: readEntityBody(found[1]), length: found[0].length };
}

function readEntityBody(body) {
  const bar = body.indexOf('|');
  const target = bar < 0 ? body : body.slice(0, bar);
  const label = bar < 0 ? '' : decodeText(body.slice(bar + 1));
  const id = target.slice(1);
  if (target[0] === '@') return { type: 'user', id, ...(label && { label }) };
  if (target[0] === '#') return { type: 'channel', id, ...(label && { label }) };
  if (target[0] === '!') return readSpecial(id, label);
  const url = decodeText(target);
  return { type: 'link', url, label: label || url.replace(/^mailto:/, '') };
}

function readSpecial(id, label) {
  const [name, ...parts] = id.split('^');
  if (name === 'date') {
    return {
      type: 'date',
      unix: Number(parts[0]),
      format: parts[1] ?? '',
      url: parts[2],
      fallback: label,
    };
  }
  if (name === 'subteam') return { type: 'special', name: label || `@${parts[0]}` };
  return { type: 'special', name: label || `@${name}` };
}

function readCode(rest) {
  const found = /^`([^`\n]+)`/.exec(rest);
  return found && { node: { type: 'code', text: readLiteral(found[1]) }, length: found[0].length };
}

/** Inside code only entities are read, and shown by their words. */
function readLiteral(text) {
  return decodeText(text.replace(/<([^<>\n]+)>/g, (_, body) => flatten([readEntityBody(body)])));
}

function readMarked(text, at, verbatim) {
  const mark = text[at];
  const next = text[at + 1];
  if (isWord(text[at - 1]) || text[at - 1] === mark) return null;
  if (next === undefined || next === mark || /\s/.test(next)) return null;
  const end = findEnd(text, at + 1, mark);
  if (end < 0) return null;
  const children = parseInline(text.slice(at + 1, end), verbatim);
  return { node: { type: MARKS[mark], children }, length: end + 1 - at };
}

function findEnd(text, from, mark) {
  for (let at = from; at < text.length; at++) {
    const skipped = /^(?:<[^<>\n]+>|`[^`\n]+`)/.exec(text.slice(at));
    if (skipped) {
      at += skipped[0].length - 1;
    } else if (text[at] === mark && at > from && !/\s/.test(text[at - 1])) {
      if (!isWord(text[at + 1]) && text[at + 1] !== mark) return at;
    }
  }
  return -1;
}

function readEmoji(rest) {
  const found = EMOJI_HERE.exec(rest);
  const emoji = found && findEmoji(found[1]);
  return emoji
    ? { node: { type: 'emoji', name: found[1], text: emoji }, length: found[0].length }
    : null;
}

function readAddress(rest) {
  const url = URL_HERE.exec(rest)?.[0].replace(/[.,;:!?)'"]+$/, '');
  if (url) {
    return {
      node: { type: 'link', url: decodeText(url), label: decodeText(url) },
      length: url.length,
    };
  }
  const email = EMAIL_HERE.exec(rest)?.[0];
  return email
    ? { node: { type: 'link', url: `mailto:${email}`, label: email }, length: email.length }
    : null;
}

function isWord(char) {
  return char !== undefined && WORD.test(char);
}
