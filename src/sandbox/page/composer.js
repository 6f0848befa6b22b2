import { app, isBotDmOpen, perform } from './app.js';
import { buildBotAvatar } from './avatar.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { openListbox } from './listbox.js';
import { closePopover, isPopoverOpenFor } from './popover.js';

let parts = null;
let active = 0;
let dismissed = false;

export function drawComposer(snapshot, host) {
  parts ??= makeComposer();
  if (!parts.box.isConnected) host.append(parts.box);
  const home = app.tab === 'home';
  const deactivated = snapshot.me.deleted;
  parts.box.hidden = home;
  parts.input.disabled = home || deactivated;
  parts.input.placeholder = deactivated
    ? 'This account is deactivated'
    : `Message ${nameConversation(snapshot)}`;
  const key = `${app.as} ${app.channelId}`;
  if (parts.key !== key) {
    parts.key = key;
    parts.input.value = app.draft.get(key) ?? '';
  }
  update();
}

/** Puts a line where the person would type it, ready to send. */
export function putInComposer(text) {
  parts.input.value = text;
  dismissed = true;
  update();
  parts.input.focus();
  parts.input.setSelectionRange(text.length, text.length);
}

function nameConversation(snapshot) {
  if (isBotDmOpen(snapshot)) return snapshot.appName;
  const one = snapshot.conversations.find((conversation) => conversation.id === app.channelId);
  if (!one) return '';
  return one.kind === 'im' ? one.label : `#${one.name}`;
}

function makeComposer() {
  const input = h('textarea', {
    rows: 1,
    'data-testid': 'composer',
    'aria-label': 'Message',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const commands = h('div', {
    class: 'commands',
    role: 'listbox',
    id: 'commands',
    'aria-label': 'Commands',
    hidden: true,
  });
  const hint = h('span', { class: 'composer-hint' });
  const shortcuts = h(
    'button',
    {
      type: 'button',
      class: 'composer-button',
      'aria-label': 'Shortcuts',
      title: 'Shortcuts',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-testid': 'shortcuts',
    },
    icon('plus'),
  );
  const send = h(
    'button',
    {
      type: 'button',
      class: 'composer-send',
      'aria-label': 'Send',
      title: 'Send (Enter)',
      'data-testid': 'send',
    },
    icon('send'),
  );
  input.addEventListener('input', () => {
    dismissed = false;
    active = 0;
    update();
  });
  input.addEventListener('keydown', onKey);
  send.addEventListener('click', () => void submit());
  shortcuts.addEventListener('click', () => openShortcuts(shortcuts));
  const foot = h('div', { class: 'composer-foot' }, shortcuts, hint, send);
  const box = h(
    'div',
    { class: 'composer-area' },
    commands,
    h('div', { class: 'composer' }, input, foot),
  );
  return { box, input, commands, hint, send, key: null };
}

function update() {
  const { input, send } = parts;
  app.draft.set(parts.key, input.value);
  input.style.height = 'auto';
  input.style.height = `${Math.min(input.scrollHeight, 200)}px`;
  send.disabled = input.value.trim() === '' || input.disabled;
  drawCommands();
}

/** While the command itself is being typed; after it, the usage of the one typed. */
function listMatches() {
  const text = parts.input.value;
  if (!text.startsWith('/') || text.includes('\n') || dismissed) return [];
  return app.snapshot.commands.filter((one) => one.command.startsWith(text));
}

function drawCommands() {
  const matches = listMatches();
  const { commands, hint, input } = parts;
  commands.hidden = matches.length === 0;
  active = Math.min(active, Math.max(matches.length - 1, 0));
  commands.replaceChildren(
    h('div', { class: 'commands-head' }, 'Commands'),
    ...matches.map((one, index) => drawCommand(one, index)),
  );
  if (matches.length > 0) input.setAttribute('aria-activedescendant', `command-${active}`);
  else input.removeAttribute('aria-activedescendant');
  const typed = app.snapshot.commands.find((one) => input.value.startsWith(`${one.command} `));
  hint.textContent = typed ? typed.usage : '';
}

function drawCommand(one, index) {
  return h(
    'div',
    {
      id: `command-${index}`,
      role: 'option',
      class: `command${index === active ? ' is-active' : ''}`,
      'aria-selected': String(index === active),
      on: { click: () => pickCommand(one) },
    },
    buildBotAvatar('small'),
    h(
      'span',
      { class: 'command-words' },
      h(
        'span',
        {},
        h('strong', {}, one.command),
        ' ',
        h('span', { class: 'command-usage' }, one.usage),
      ),
      h('span', { class: 'command-description' }, one.description),
    ),
  );
}

function pickCommand(one) {
  putInComposer(`${one.command} `);
}

function onKey(event) {
  const matches = listMatches();
  const open = matches.length > 0;
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    const whole = matches.some((one) => one.command === parts.input.value);
    if (open && !whole) pickCommand(matches[active]);
    else void submit();
  } else if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    active = (active + (event.key === 'ArrowDown' ? 1 : -1) + matches.length) % matches.length;
    drawCommands();
  } else if (open && event.key === 'Tab') {
    event.preventDefault();
    pickCommand(matches[active]);
  } else if (open && event.key === 'Escape') {
    event.stopPropagation();
    dismissed = true;
    drawCommands();
  }
}

async function submit() {
  const text = parts.input.value.trim();
  if (text === '' || parts.input.disabled) return;
  const { key } = parts;
  parts.input.value = '';
  update();
  parts.box.setAttribute('aria-busy', 'true');
  const answer = await perform('type', { as: app.as, channelId: app.channelId, text });
  parts.box.removeAttribute('aria-busy');
  if (!answer.ok && parts.key === key && parts.input.value === '') putInComposer(text);
}

function openShortcuts(anchor) {
  if (isPopoverOpenFor(anchor)) return closePopover();
  const items = app.snapshot.shortcuts
    .filter((one) => one.type === 'global')
    .map((one) => ({
      id: one.callbackId,
      label: one.name,
      description: app.snapshot.appName,
      icon: buildBotAvatar('small'),
    }));
  openListbox(anchor, {
    role: 'menu',
    label: 'Shortcuts',
    load: () => [{ label: 'Shortcuts', items }],
    onPick: (item) => void perform('shortcut', { as: app.as, callbackId: item.id }),
  });
}
