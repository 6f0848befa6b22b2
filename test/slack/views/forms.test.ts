import { describe, expect, test } from 'vitest';
import { en } from '../../../src/domain/words/en.ts';
import {
  buildAddProspectModal,
  readAddProspectForm,
  readAddProspectMeta,
} from '../../../src/slack/views/add-prospect-modal.ts';
import { readOwnSettingsMeta } from '../../../src/slack/views/own-settings-modal.ts';
import { readSettingsMeta } from '../../../src/slack/views/settings/meta.ts';
import {
  buildSnoozeModal,
  readSnoozeForm,
  readSnoozeMeta,
} from '../../../src/slack/views/snooze-modal.ts';
import { inEnglish, inputIdsOf, stateOf } from '../../support/form.ts';
import { prospectOf, TODAY, uuid } from '../../support/views.ts';

describe('Add a prospect', () => {
  const meta = { v: 1 as const, nonce: 'n1', responseUrl: 'https://hooks.example/1' };
  const build = (name: string | null = 'Dana Reyes') =>
    buildAddProspectModal({ meta, name, today: TODAY }, en);

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
    const view = buildAddProspectModal({ meta, name: 'Dana', likelySame, today: TODAY }, en);

    const read = readAddProspectForm(stateOf(view, { same_as: { selected_option: { value } } }));

    expect(read).toMatchObject({ ok: true, value: { sameAs } });
  });
});

describe('Snooze', () => {
  const meta = { v: 1 as const, nonce: 'n1', prospectId: uuid(1), version: 3 };
  const build = (change: { on: string | null; promised: boolean }) =>
    buildSnoozeModal({ meta, prospect: prospectOf(), ...change }, en);

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

    expect(inEnglish(read)).toEqual({ ok: false, problems: { on: 'Choose the new date.' } });
    expect(inputIdsOf(view)).toContain('on');
  });
});

test.each([readAddProspectMeta, readSnoozeMeta, readSettingsMeta, readOwnSettingsMeta])(
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
