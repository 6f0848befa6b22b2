/** Where each element keeps what was chosen, and what its initial value is called. */
const STATEFUL = {
  plain_text_input: { key: 'value', initial: 'initial_value' },
  email_text_input: { key: 'value', initial: 'initial_value' },
  url_text_input: { key: 'value', initial: 'initial_value' },
  number_input: { key: 'value', initial: 'initial_value' },
  datepicker: { key: 'selected_date', initial: 'initial_date' },
  timepicker: { key: 'selected_time', initial: 'initial_time' },
  radio_buttons: { key: 'selected_option', initial: 'initial_option' },
  checkboxes: { key: 'selected_options', initial: 'initial_options', many: true },
  static_select: { key: 'selected_option', initial: 'initial_option' },
  external_select: { key: 'selected_option', initial: 'initial_option' },
  users_select: { key: 'selected_user', initial: 'initial_user' },
  channels_select: { key: 'selected_channel', initial: 'initial_channel' },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation' },
  multi_static_select: { key: 'selected_options', initial: 'initial_options', many: true },
  multi_external_select: { key: 'selected_options', initial: 'initial_options', many: true },
  multi_users_select: { key: 'selected_users', initial: 'initial_users', many: true },
  multi_channels_select: { key: 'selected_channels', initial: 'initial_channels', many: true },
  multi_conversations_select: {
    key: 'selected_conversations',
    initial: 'initial_conversations',
    many: true,
  },
};

export function isStateful(element) {
  return Object.hasOwn(STATEFUL, element.type);
}

export function isMany(element) {
  return STATEFUL[element.type].many === true;
}

export function readChosen(element, value) {
  return value[STATEFUL[element.type].key];
}

/** A value in Slack's form: `{type:'datepicker', selected_date:'2026-11-20'}`. */
export function makeValue(element, chosen) {
  return { type: element.type, [STATEFUL[element.type].key]: chosen };
}

export function readInitial(element) {
  const { initial, many } = STATEFUL[element.type];
  return makeValue(element, element[initial] ?? (many ? [] : null));
}

/** The inputs of a form in reading order: of input blocks, section accessories and actions. */
export function listInputs(blocks) {
  return blocks.flatMap((block) => {
    const elements = [block.element, block.accessory, ...(block.elements ?? [])];
    return elements
      .filter((element) => element && element.action_id !== undefined && isStateful(element))
      .map((element) => ({ block, element, key: makeKey(block, element) }));
  });
}

export function makeKey(block, element) {
  return `${block.block_id} ${element.action_id}`;
}

/** Forgets what was typed into inputs that are gone, so that a new block_id begins anew. */
export function keepValues(store, blocks) {
  const keys = new Set(listInputs(blocks).map((input) => input.key));
  for (const key of [...store.keys()]) if (!keys.has(key)) store.delete(key);
}

/** Slack's `view.state.values`, from what was typed and the initial values of the rest. */
export function collectValues(blocks, store) {
  const values = {};
  for (const { block, element, key } of listInputs(blocks)) {
    values[block.block_id] ??= {};
    values[block.block_id][element.action_id] = store.get(key) ?? readInitial(element);
  }
  return values;
}

/** What Slack refuses on the screen before the app hears of it, by block id. */
export function findProblems(blocks, values) {
  const problems = {};
  for (const { block, element } of listInputs(blocks)) {
    if (block.type !== 'input') continue;
    const chosen = readChosen(element, values[block.block_id][element.action_id]);
    const problem = isBlank(chosen)
      ? !block.optional && 'Please complete this required field.'
      : findElementProblem(element, chosen);
    if (problem) problems[block.block_id] = problem;
  }
  return problems;
}

function isBlank(chosen) {
  return chosen === null || chosen === undefined || chosen.length === 0;
}

function findElementProblem(element, chosen) {
  if (element.type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(chosen)) {
    return 'Must be a valid email address.';
  }
  if (element.type === 'url_text_input' && !/^https?:\/\/\S+$/.test(chosen)) {
    return 'Must be a valid address that begins with http:// or https://.';
  }
  if (element.type === 'number_input') return findNumberProblem(element, chosen);
  if (element.type !== 'plain_text_input') return null;
  if (element.min_length && chosen.length < element.min_length) {
    return `Must be at least ${element.min_length} characters.`;
  }
  if (element.max_length && chosen.length > element.max_length) {
    return `Must be at most ${element.max_length} characters.`;
  }
  return null;
}

function findNumberProblem(element, chosen) {
  const pattern = element.is_decimal_allowed ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(chosen)) {
    return element.is_decimal_allowed ? 'Must be a number.' : 'Must be a whole number.';
  }
  if (element.min_value !== undefined && Number(chosen) < Number(element.min_value)) {
    return `Must be ${element.min_value} or more.`;
  }
  if (element.max_value !== undefined && Number(chosen) > Number(element.max_value)) {
    return `Must be ${element.max_value} or less.`;
  }
  return null;
}
