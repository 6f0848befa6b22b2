import type {
  Block,
  Control,
  FormValues,
  InputValue,
  OpenView,
} from '../../src/sandbox/contract.ts';
import { type Choice, choicesOf, type Element, elementsOf, textOf } from './screen.ts';

/** What a person enters: text, a day, a time, the words of one option or of several, people's ids; null empties. */
export type Entries = Record<string, string | null>;

type Place = { control: Control; as: string; view: OpenView };

/** Enters values field by field, as a hand does: a field the app wants to hear of tells it at once. */
export async function fillForm(
  { control, as, settled }: Pick<Place, 'control' | 'as'> & { settled(): Promise<unknown> },
  entries: Entries,
): Promise<FormValues> {
  let values: FormValues = {};
  for (const [label, entry] of Object.entries(entries)) {
    const { modal: view } = await control.snapshot({ as });
    if (!view) throw new Error('No form is open.');
    const { block, element } = findField(view.view.blocks, label);
    const blockId = String(block.block_id);
    const value = await inputOf({ control, as, view }, { blockId, element, entry });
    values = { ...values, [blockId]: { [element.action_id]: value } };
    if (block.dispatch_action !== true) continue;
    const on = { kind: 'modal' as const, viewId: view.id };
    const acted = { as, on, blockId, actionId: element.action_id, element: value, values };
    const answer = await control.act(acted);
    await settled();
    if (!answer.ok) throw new Error(answer.problem);
  }
  return values;
}

export function fieldsOf(blocks: readonly Block[]): string[] {
  return blocks.filter(({ type }) => type === 'input').map(({ label }) => textOf(label));
}

/** The block's id under the label a person reads. */
export function findField(blocks: readonly Block[], label: string) {
  const block = blocks.find((item) => item.type === 'input' && textOf(item.label) === label);
  const [element] = block ? elementsOf(block) : [];
  if (!block || !element) throw new Error(`No field “${label}” in: ${fieldsOf(blocks).join(', ')}`);
  return { block, element };
}

export async function inputOf(
  place: Place,
  { blockId, element, entry }: { blockId: string; element: Element; entry: string | null },
): Promise<InputValue> {
  const { type } = element;
  switch (type) {
    case 'plain_text_input':
    case 'number_input':
      return { type, value: entry };
    case 'datepicker':
      return { type, selected_date: entry };
    case 'timepicker':
      return { type, selected_time: entry };
    case 'conversations_select':
      return { type, selected_conversation: entry };
    case 'checkboxes':
      return { type, selected_options: entry === null ? [] : optionsSaying(element, entry) };
    case 'multi_users_select':
      return { type, selected_users: entry === null ? [] : entry.split(', ') };
    case 'external_select':
      return { type, selected_option: await findSuggestion(place, { blockId, element, entry }) };
    default:
      return { type, selected_option: entry === null ? null : optionSaying(element, entry) };
  }
}

function optionSaying(element: Element, words: string): Choice {
  return pick(choicesOf(element), words);
}

/** One option by its words, else several with commas between. */
function optionsSaying(element: Element, words: string): Choice[] {
  const known = choicesOf(element).some(({ text }) => text.text.startsWith(words));
  return (known ? [words] : words.split(', ')).map((each) => optionSaying(element, each));
}

async function findSuggestion(
  { control, as, view }: Place,
  { blockId, element, entry }: { blockId: string; element: Element; entry: string | null },
) {
  if (entry === null) return null;
  // An entry of the app's own stands in the list before anything is typed.
  const isOwn = /^(As Slack says|No public holidays)/.test(entry);
  const query = isOwn ? '' : entry.replace(/^Add “(.*)”$/, '$1');
  const on = { kind: 'modal' as const, viewId: view.id };
  const answer = await control.suggest({ as, on, blockId, actionId: element.action_id, query });
  return pick(answer.options ?? [], entry);
}

function pick(choices: readonly Choice[], words: string): Choice {
  const found =
    choices.find(({ text }) => text.text === words) ??
    choices.find(({ text }) => text.text.startsWith(words));
  if (found) return found;
  throw new Error(`No “${words}” in: ${choices.map(({ text }) => text.text).join(' | ')}`);
}
