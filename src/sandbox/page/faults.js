import { perform } from './app.js';
import { h } from './dom.js';

const METHODS = [
  '*',
  'chat.postMessage',
  'chat.update',
  'chat.postEphemeral',
  'response_url',
  'views.open',
  'views.push',
  'views.update',
  'views.publish',
  'conversations.open',
  'users.info',
  'auth.test',
];
const KINDS = [
  ['rate_limited', 'Rate limited (429)'],
  ['error_before', '5xx, nothing done'],
  ['error_after', '5xx, but it was done'],
  ['reset_after', 'Connection reset after it was done'],
  ['hang_after', 'No answer after it was done'],
  ['cut_body', 'Half an answer'],
  ['html', 'A page of HTML'],
  ['platform_error', 'ok: false with an error'],
];
const ERRORS = [
  'invalid_auth',
  'token_revoked',
  'account_inactive',
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'user_not_found',
  'msg_blocks_too_long',
  'ratelimited',
  'fatal_error',
];

let form = null;

export function drawFaults(pane, { faults }) {
  if (!form) {
    form = buildForm();
    pane.append(form.node, h('div', { class: 'faults' }));
  }
  const list = pane.querySelector('.faults');
  const clear = h(
    'button',
    {
      type: 'button',
      class: 'button',
      'data-testid': 'clear-faults',
      on: { click: () => void perform('clearFaults', {}) },
    },
    'Clear all',
  );
  list.replaceChildren(
    h('h3', {}, 'Waiting to happen'),
    ...(faults.length === 0
      ? [h('p', { class: 'quiet' }, 'None. Slack behaves.')]
      : [...faults.map(buildFault), clear]),
  );
}

function buildFault(fault) {
  const kind = KINDS.find(([id]) => id === fault.kind)?.[1] ?? fault.kind;
  const detail =
    fault.error ?? (fault.retryAfter ? `Retry-After ${fault.retryAfter}` : fault.status);
  return h(
    'p',
    { class: 'fault', 'data-testid': 'fault' },
    h('code', {}, fault.method === '*' ? 'every method' : fault.method),
    h('span', {}, [kind, detail].filter(Boolean).join(', ')),
    h('span', { class: 'badge' }, `${fault.times} left`),
  );
}

function buildForm() {
  const method = h('input', {
    class: 'text-field',
    name: 'method',
    list: 'fault-methods',
    value: 'chat.postMessage',
    required: true,
  });
  const kind = h(
    'select',
    { class: 'text-field', name: 'kind' },
    KINDS.map(([id, words]) => h('option', { value: id }, words)),
  );
  const times = h('input', {
    class: 'text-field',
    name: 'times',
    type: 'number',
    min: 1,
    value: '1',
  });
  const retryAfter = h('input', { class: 'text-field', name: 'retryAfter', value: '30' });
  const error = h('input', {
    class: 'text-field',
    name: 'error',
    list: 'fault-errors',
    value: 'invalid_auth',
  });
  const status = h('input', {
    class: 'text-field',
    name: 'status',
    type: 'number',
    min: 400,
    max: 599,
    value: '500',
  });
  const extras = [
    makeField('Retry-After, seconds', retryAfter, ['rate_limited']),
    makeField('Error', error, ['platform_error']),
    makeField('Status', status, ['error_before', 'error_after']),
  ];
  const showExtras = () => {
    for (const extra of extras) extra.hidden = !extra.dataset.kinds.split(' ').includes(kind.value);
  };
  kind.addEventListener('change', showExtras);
  showExtras();
  const node = h(
    'form',
    { class: 'fault-form' },
    h(
      'p',
      { class: 'quiet' },
      'The next calls of the app to Slack go wrong, the way Slack goes wrong.',
    ),
    makeField('Method', method),
    makeField('What happens', kind),
    h('div', { class: 'fault-pair' }, makeField('Times', times), extras),
    h(
      'button',
      { type: 'submit', class: 'button button-primary', 'data-testid': 'add-fault' },
      'Make it fail',
    ),
    makeDatalist('fault-methods', METHODS),
    makeDatalist('fault-errors', ERRORS),
  );
  node.addEventListener('submit', (event) => {
    event.preventDefault();
    void perform('fail', readFault(new FormData(node)));
  });
  return { node };
}

function readFault(data) {
  const kind = data.get('kind');
  return {
    method: data.get('method').trim() || '*',
    kind,
    times: Number(data.get('times')) || 1,
    ...(kind === 'rate_limited' && { retryAfter: data.get('retryAfter') }),
    ...(kind === 'platform_error' && { error: data.get('error') }),
    ...(kind.startsWith('error_') && { status: Number(data.get('status')) }),
  };
}

function makeField(label, control, kinds) {
  return h(
    'label',
    { class: 'fault-field', 'data-kinds': kinds?.join(' ') },
    h('span', {}, label),
    control,
  );
}

function makeDatalist(id, options) {
  return h(
    'datalist',
    { id },
    options.map((value) => h('option', { value })),
  );
}
