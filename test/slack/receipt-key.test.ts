import { expect, test } from 'vitest';
import {
  receiptKeyOfAction,
  receiptKeyOfCommand,
  receiptKeyOfEvent,
  receiptKeyOfView,
} from '../../src/slack/receipt-key.ts';

const action = { action_id: 'log', action_ts: '9.1' };

test.each([
  [receiptKeyOfView({ id: 'V1' }, 'n1'), 'view:V1:n1'],
  [receiptKeyOfCommand({ trigger_id: '1.2.abc' }), 'cmd:1.2.abc'],
  [receiptKeyOfAction({ container: { message_ts: '5.5' }, actions: [action] }), 'act:5.5:log:9.1'],
  [receiptKeyOfAction({ view: { id: 'V1' }, actions: [action] }), 'act:V1:log:9.1'],
  [
    receiptKeyOfEvent({ type: 'message', channel: 'D1', user: 'U1', ts: '7.7', event_ts: '7.8' }),
    'evt:message:D1:7.7',
  ],
  [
    receiptKeyOfEvent({ type: 'app_home_opened', user: 'U1', event_ts: '7.8' }),
    'evt:app_home_opened:U1:7.8',
  ],
])('%s', (key, expected) => {
  expect(key).toBe(expected);
});
