import { describe, expect, test } from 'vitest';
import {
  buildAddProspectModal,
  readAddProspectForm,
  readAddProspectMeta,
} from '../../../src/slack/views/add-prospect-modal.ts';
import {
  buildSettingsModal,
  readSettingsForm,
  readSettingsMeta,
} from '../../../src/slack/views/settings-modal.ts';
import {
  buildSnoozeModal,
  readSnoozeForm,
  readSnoozeMeta,
} from '../../../src/slack/views/snooze-modal.ts';
import { inputIdsOf, stateOf } from '../../support/form.ts';
import { prospectOf, TODAY, uuid } from '../../support/views.ts';

describe('Add a prospect', () => {
  const meta = { v: 1 as const, nonce: 'n1', responseUrl: 'https://hooks.example/1' };
  const build = (name: string | null = 'Dana Reyes') =>
    buildAddProspectModal({ meta, name, today: TODAY });

  test('gives back what it was opened with and what was typed', () => {
    const view = build();

    const read = readAddProspectForm(
      stateOf(view, { company: { value: ' Acme ' }, phone: { value: '+1 512 555 0142' } }),
    );

    expect(read).toEqual({
      ok: true,
      value: {
        person: { name: 'Dana Reyes', company: 'Acme', email: null, phone: '+1 512 555 0142' },
        sameAs: null,
      },
    });
    expect(readAddProspectMeta(view.private_metadata ?? '')).toEqual(meta);
  });

  test.each([
    ['no name and no company', {}, 'name'],
    ['a NUL in the company', { company: { value: 'A\0' } }, 'company'],
  ])('%s is a problem beside its field', (_what, typed, block) => {
    const view = build(null);

    const read = readAddProspectForm(stateOf(view, typed));

    expect(read.ok ? [] : Object.keys(read.problems)).toEqual([block]);
    expect(inputIdsOf(view)).toContain(block);
  });

  test.each([
    [uuid(1), { kind: 'use', prospectId: uuid(1) }],
    ['anyway', { kind: 'anyway' }],
  ])('the answer %s to “is it one of these” is read', (value, sameAs) => {
    const likelySame = [{ prospect: prospectOf(), ownerName: 'Ana', lastTouch: null }];
    const view = buildAddProspectModal({ meta, name: 'Dana', likelySame, today: TODAY });

    const read = readAddProspectForm(stateOf(view, { same_as: { selected_option: { value } } }));

    expect(read).toMatchObject({ ok: true, value: { sameAs } });
  });
});

describe('Snooze', () => {
  const meta = { v: 1 as const, nonce: 'n1', prospectId: uuid(1), version: 3 };
  const build = (change: { on: string | null; promised: boolean }) =>
    buildSnoozeModal({ meta, label: 'Dana Reyes', ...change });

  test.each([
    [
      { on: '2026-11-20', promised: false },
      { on: '2026-11-20', agreed: null },
    ],
    [
      { on: '2026-11-20', promised: true },
      { on: '2026-11-20', agreed: null },
    ],
  ])('%j gives back its day, and nobody answers for the rep', (change, value) => {
    const view = build(change);

    expect(readSnoozeForm(stateOf(view))).toEqual({ ok: true, value });
    expect(readSnoozeMeta(view.private_metadata ?? '')).toEqual(meta);
  });

  test('a new date that was not agreed is read as such', () => {
    const view = build({ on: '2026-11-20', promised: true });

    const read = readSnoozeForm(stateOf(view, { agreed: { selected_option: { value: 'no' } } }));

    expect(read).toMatchObject({ value: { agreed: false } });
  });

  test('no day is a problem beside its field', () => {
    const view = build({ on: null, promised: false });

    const read = readSnoozeForm(stateOf(view));

    expect(read).toEqual({ ok: false, problems: { on: 'Choose the new date.' } });
    expect(inputIdsOf(view)).toContain('on');
  });
});

describe('Team settings', () => {
  const meta = { v: 1 as const, nonce: 'n1', teamId: uuid(7) };
  const team = {
    id: uuid(7),
    name: 'Sales',
    slackChannelId: 'C1',
    zone: 'Europe/Berlin',
    postTime: '09:15',
    weekdays: 0b11111,
    createdAt: new Date('2026-01-05T08:00:00Z'),
  };

  test.each(['C1', null])('gives back the team’s own settings (channel %s)', (slackChannelId) => {
    const view = buildSettingsModal({ meta, team: { ...team, slackChannelId } });

    expect(readSettingsForm(stateOf(view))).toEqual({
      ok: true,
      value: { slackChannelId, postTime: '09:15', zone: 'Europe/Berlin' },
    });
    expect(readSettingsMeta(view.private_metadata ?? '')).toEqual(meta);
  });

  test.each([
    ['Mars/Base', { zone: { value: 'Mars/Base' } }, ['zone']],
    [
      'no zone and no time',
      { zone: { value: '' }, post_time: { selected_time: null } },
      ['post_time', 'zone'],
    ],
  ])('%s is a problem beside its field', (_what, typed, blocks) => {
    const view = buildSettingsModal({ meta, team });

    const read = readSettingsForm(stateOf(view, typed));

    expect(read.ok ? [] : Object.keys(read.problems).sort()).toEqual(blocks);
    expect(inputIdsOf(view)).toEqual(expect.arrayContaining(blocks));
  });
});

test.each([readAddProspectMeta, readSnoozeMeta, readSettingsMeta])(
  'metadata of another form is none of this one’s (%#)',
  (read) => {
    expect([read(''), read('{}'), read('[]'), read('{"v":2,"nonce":"n"}')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  },
);
