import { app, perform } from './app.js';
import { buildAvatar, buildBotAvatar } from './avatar.js';
import { drawBlocks } from './blocks.js';
import { formatClock, formatTime } from './dates.js';
import { h } from './dom.js';
import { makeForm } from './form.js';
import { icon } from './icons.js';
import { openListbox } from './listbox.js';
import { closePopover, isPopoverOpenFor } from './popover.js';
import { showMrkdwn } from './text.js';

/** One message, drawn again in place when it was edited. `grouped` leaves the name out. */
export function drawMessage(node, message, { snapshot, grouped }) {
  const made = node ?? makeMessage(message);
  const { clock } = snapshot;
  made.className = `message${grouped ? ' is-grouped' : ''}${message.ephemeralFor ? ' is-ephemeral' : ''}`;
  made
    .querySelector('.message-gutter')
    .replaceChildren(buildGutter(message, { snapshot, grouped }));
  made
    .querySelector('.message-head')
    .replaceChildren(...(grouped ? [] : buildHead(message, snapshot)));
  made.querySelector('.message-only').hidden = !message.ephemeralFor;
  made.querySelector('.message-edited').hidden = !message.edited;
  made.querySelector('.message-edited').title = formatClock(message.shownAt, clock.zone);
  drawBody(made, message);
  drawTools(made, message, snapshot);
  return made;
}

function makeMessage(message) {
  return h(
    'article',
    { class: 'message', 'data-ts': message.ts, 'data-testid': 'message' },
    h('div', { class: 'message-gutter' }),
    h(
      'div',
      { class: 'message-main' },
      h('p', { class: 'message-only', hidden: true }, icon('eye', 14), 'Only visible to you'),
      h('div', { class: 'message-head' }),
      h('div', { class: 'message-body' }),
      h('span', { class: 'message-edited', hidden: true }, '(edited)'),
    ),
    h('div', { class: 'message-tools' }),
  );
}

function findAuthor(message, snapshot) {
  if (message.from === snapshot.botUserId) return { bot: true, name: snapshot.appName };
  const person = snapshot.people.find((one) => one.id === message.from);
  return { bot: false, name: person?.realName ?? message.from, person };
}

function buildGutter(message, { snapshot, grouped }) {
  if (grouped)
    return h('time', { class: 'message-time' }, formatTime(message.shownAt, snapshot.clock.zone));
  const { bot, name, person } = findAuthor(message, snapshot);
  return bot ? buildBotAvatar() : buildAvatar(person ?? { id: message.from, realName: name });
}

function buildHead(message, snapshot) {
  const { bot, name } = findAuthor(message, snapshot);
  const { zone } = snapshot.clock;
  return [
    h('strong', { class: 'message-name' }, name),
    bot ? h('span', { class: 'tag' }, 'APP') : '',
    h(
      'time',
      { class: 'message-time', title: formatClock(message.shownAt, zone) },
      formatTime(message.shownAt, zone),
    ),
  ];
}

function drawBody(made, message) {
  const body = made.querySelector('.message-body');
  if (message.blocks.length > 0) {
    const form = makeForm(
      { kind: 'message', channelId: message.channelId, ts: message.ts },
      message.blocks,
    );
    if (!body.drawnBlocks) body.replaceChildren();
    drawBlocks(body, message.blocks, form);
    return;
  }
  if (body.dataset.text === message.text && !body.drawnBlocks) return;
  body.drawnBlocks = undefined;
  body.dataset.text = message.text;
  const content = message.typedCommand
    ? h('code', { class: 'typed-command' }, message.text)
    : showMrkdwn(message.text);
  body.replaceChildren(h('div', { class: 'text' }, content));
}

function drawTools(made, message, snapshot) {
  const tools = made.querySelector('.message-tools');
  const shortcuts = snapshot.shortcuts.filter((one) => one.type === 'message');
  tools.hidden =
    shortcuts.length === 0 || Boolean(message.ephemeralFor) || message.typedCommand === true;
  if (tools.childElementCount > 0) return;
  const more = h(
    'button',
    {
      type: 'button',
      class: 'tool',
      'aria-label': 'More actions',
      title: 'More actions',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-testid': 'message-menu',
    },
    icon('more'),
  );
  more.addEventListener('click', () => openTools(more, message));
  tools.append(more);
}

function openTools(anchor, message) {
  if (isPopoverOpenFor(anchor)) return closePopover();
  const { shortcuts, appName } = app.snapshot;
  const items = shortcuts
    .filter((one) => one.type === 'message')
    .map((one) => ({
      id: one.callbackId,
      label: one.name,
      description: appName,
      icon: buildBotAvatar('small'),
    }));
  openListbox(anchor, {
    role: 'menu',
    label: 'More actions',
    alignEnd: true,
    load: () => [{ items }],
    onPick: (item) =>
      void perform('messageShortcut', {
        as: app.as,
        callbackId: item.id,
        channelId: message.channelId,
        ts: message.ts,
      }),
  });
}
