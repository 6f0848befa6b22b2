import { callControl } from './api.js';
import { h } from './dom.js';

const KEPT = 300;

let entries = [];
let loading = false;
let pane = null;

/** Fetches what was said between Slack and the app since the last look. */
export async function loadTraffic() {
  if (loading) return;
  loading = true;
  try {
    const after = entries[0]?.id;
    const fresh = await callControl('traffic', after === undefined ? {} : { after });
    const known = new Set(entries.map((entry) => entry.id));
    const added = fresh.filter((entry) => !known.has(entry.id)).sort((a, b) => b.id - a.id);
    entries = [...added, ...entries].slice(0, KEPT);
  } catch {
    // The next change asks again.
  } finally {
    loading = false;
  }
  if (pane) drawTraffic(pane);
}

export function drawTraffic(host) {
  pane = host;
  pane.rows ??= new Map();
  if (entries.length === 0) {
    pane.rows.clear();
    pane.replaceChildren(
      h('p', { class: 'empty' }, 'Nothing has been said between Slack and the app yet.'),
    );
    return;
  }
  const rows = entries.map((entry) => pane.rows.get(entry.id) ?? buildEntry(entry));
  pane.rows = new Map(entries.map((entry, index) => [entry.id, rows[index]]));
  if (pane.firstChild !== rows[0] || pane.childElementCount !== rows.length)
    pane.replaceChildren(...rows);
}

function buildEntry(entry) {
  const toApp = entry.direction === 'to app';
  const failed = entry.status >= 400 || entry.status === 0 || entry.response?.ok === false;
  const time = new Date(entry.at).toISOString().slice(11, 19);
  const node = h(
    'details',
    { class: 'entry', 'data-testid': 'traffic-entry', 'data-title': entry.title },
    h(
      'summary',
      {},
      h(
        'span',
        { class: `arrow ${toApp ? 'arrow-in' : 'arrow-out'}`, title: entry.direction },
        toApp ? '→ app' : '← app',
      ),
      h('span', { class: 'entry-title', title: entry.title }, entry.title),
      h('span', { class: failed ? 'status is-failed' : 'status' }, String(entry.status)),
      h('span', { class: 'ms' }, `${Math.round(entry.ms)} ms`),
    ),
  );
  node.addEventListener('toggle', () => {
    if (!node.open || node.childElementCount > 1) return;
    node.append(
      h(
        'div',
        { class: 'entry-body' },
        h(
          'p',
          { class: 'entry-note' },
          `${toApp ? 'Slack to the app' : 'The app to Slack'}, ${entry.transport}, ${time} UTC`,
        ),
        buildJson('Request', entry.request),
        buildJson('Response', entry.response),
      ),
    );
  });
  return node;
}

function buildJson(title, value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return h(
    'div',
    { class: 'json' },
    h('h3', {}, title),
    h('pre', { tabindex: 0 }, text === undefined || text === '' ? '(empty)' : text),
  );
}
