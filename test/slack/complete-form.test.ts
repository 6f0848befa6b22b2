import { describe, expect, test } from 'vitest';
import { completeState } from '../../src/slack/complete-form.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });

function input(element: Record<string, unknown>, change: { optional?: boolean } = {}) {
  const own = { type: 'plain_text_input', action_id: 'field', ...element };
  return { type: 'input', block_id: 'field', optional: true, ...change, element: own };
}

function complete(block: ReturnType<typeof input>, values: Record<string, object>) {
  return completeState({ blocks: [block], state: { values: values as never } }).field?.field;
}

describe('a value Slack left out of a form', () => {
  test.each([
    ['text', { initial_value: 'Send pricing' }, { value: 'Send pricing' }],
    ['a day', { initial_date: '2026-11-20' }, { selected_date: '2026-11-20' }],
    ['a time', { initial_time: '10:00' }, { selected_time: '10:00' }],
    ['an option', { initial_option: option('call') }, { selected_option: option('call') }],
    ['options', { initial_options: [option('yes')] }, { selected_options: [option('yes')] }],
    ['people', { initial_users: ['U1'] }, { selected_users: ['U1'] }],
    ['a channel', { initial_conversation: 'C1' }, { selected_conversation: 'C1' }],
    ['nothing', {}, {}],
  ])('is what the form was drawn with: %s', (_what, element, value) => {
    expect(complete(input(element), {})).toEqual(value);
  });

  test('is that also where a required field has no value', () => {
    const block = input({ initial_option: option('all') }, { optional: false });
    const empty = { type: 'radio_buttons', selected_option: null };

    expect(complete(block, { field: { field: empty } })).toEqual({
      selected_option: option('all'),
    });
  });
});

describe('a value that stands in a form', () => {
  test.each([
    ['typed over what was drawn', { type: 'plain_text_input', value: 'Call' }],
    ['emptied', { type: 'plain_text_input', value: null }],
  ])('counts: %s', (_what, given) => {
    const block = input({ initial_value: 'Send pricing' });

    expect(complete(block, { field: { field: given } })).toEqual(given);
  });

  test('is left out when its field is of an earlier drawing', () => {
    const block = input({});
    const values = { lesson: { lesson: { type: 'plain_text_input', value: 'Ask early.' } } };

    expect(completeState({ blocks: [block], state: { values } })).not.toHaveProperty('lesson');
  });
});
