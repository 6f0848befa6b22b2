import { callControl } from './api.js';
import { showToast } from './toast.js';

const STORED_PERSON = 'local-slack.person';

/** What the page knows: who sits in front of it, what is open, and the last answer of the server. */
export const app = {
  as: '',
  channelId: undefined,
  tab: 'messages',
  snapshot: null,
  draft: new Map(),
};

const renderers = [];
let current = Promise.resolve();
let queued = null;

export function onSnapshot(renderer) {
  renderers.push(renderer);
}

export function redraw() {
  if (!app.snapshot) return;
  for (const renderer of renderers) renderer(app.snapshot);
}

/** Asks for a new snapshot. Calls during a running request share the one that follows it. */
export function refresh() {
  queued ??= current.then(() => {
    queued = null;
    current = load();
    return current;
  });
  return queued;
}

/** Sends one action of a person's hands, shows what went wrong, and draws what changed. */
export async function perform(name, input) {
  let answer;
  try {
    answer = await callControl(name, input);
  } catch (error) {
    answer = { ok: false, problem: error.message };
  }
  if (!answer.ok && answer.problem) showToast(answer.problem);
  await refresh();
  return answer;
}

export function start() {
  const hash = new URLSearchParams(location.hash.slice(1));
  app.as = hash.get('as') ?? localStorage.getItem(STORED_PERSON) ?? '';
  app.channelId = hash.get('in') ?? undefined;
  return refresh();
}

export async function switchPerson(id) {
  if (id === app.as) return;
  const open = app.snapshot?.conversations.find((one) => one.id === app.channelId);
  app.as = id;
  if (open?.kind === 'im') app.channelId = undefined;
  await refresh();
  if (app.tab === 'home') await perform('openHome', { as: app.as });
}

export async function openConversation(id) {
  app.channelId = id;
  app.tab = 'messages';
  redraw();
  await refresh();
}

export async function openHomeTab() {
  app.channelId = findBotDm(app.snapshot)?.id ?? app.channelId;
  app.tab = 'home';
  redraw();
  await perform('openHome', { as: app.as });
}

export function findBotDm(snapshot) {
  return snapshot.conversations.find(
    (one) => one.kind === 'im' && one.members.includes(snapshot.botUserId),
  );
}

export function isBotDmOpen(snapshot) {
  return app.channelId !== undefined && findBotDm(snapshot)?.id === app.channelId;
}

async function load() {
  const wanted = { as: app.as, channelId: app.channelId };
  let snapshot;
  try {
    snapshot = await callControl('snapshot', wanted);
  } catch (error) {
    if (wanted.as !== '' && !app.snapshot) return startAsAnybody();
    if (app.snapshot) showToast(error.message);
    else document.getElementById('conversation').dataset.problem = error.message;
    return;
  }
  if (app.as !== wanted.as || app.channelId !== wanted.channelId) return;
  if (!snapshot.conversations.some((one) => one.id === app.channelId)) {
    const fallback = (findBotDm(snapshot) ?? snapshot.conversations[0])?.id;
    app.as = snapshot.me.id;
    app.channelId = fallback;
    if (fallback !== undefined) return load();
  }
  app.snapshot = snapshot;
  app.as = snapshot.me.id;
  remember();
  redraw();
}

/** The remembered person may belong to a sandbox that was started over. */
function startAsAnybody() {
  app.as = '';
  app.channelId = undefined;
  return load();
}

function remember() {
  localStorage.setItem(STORED_PERSON, app.as);
  history.replaceState(null, '', `#as=${app.as}&in=${app.channelId ?? ''}`);
}
