import { describe, expect, test } from 'vitest';
import { OUTCOMES, type Outcome } from '../../../src/domain/touch.ts';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import { fieldBlocksOf, LOG_TOUCH_BLOCKS } from '../../../src/slack/views/log-touch/blocks.ts';
import { buildLogTouchModal } from '../../../src/slack/views/log-touch/build-log-touch.ts';
import {
  buildAddOption,
  readProspectChoice,
} from '../../../src/slack/views/log-touch/chosen-prospect.ts';
import type { LogTouchForm } from '../../../src/slack/views/log-touch/form.ts';
import { withKept } from '../../../src/slack/views/log-touch/kept.ts';
import { readLogTouchMeta } from '../../../src/slack/views/log-touch/meta.ts';
import {
  readLogTouchChoices,
  readLogTouchForm,
} from '../../../src/slack/views/log-touch/read-log-touch.ts';
import { fieldsOf } from '../../support/fill-form.ts';
import { inputIdsOf, stateOf } from '../../support/form.ts';
import { prospectOf, TODAY, touchOf, uuid, ZONE } from '../../support/views.ts';

const DANA = { kind: 'known' as const, prospectId: uuid(1), label: 'Dana Reyes, Acme' };

function form(change: Partial<LogTouchForm> = {}): LogTouchForm {
  return {
    meta: { v: 1, nonce: 'n1', from: 'command' },
    prospect: DANA,
    outcome: 'no_answer',
    channel: 'email',
    advice: [],
    today: TODAY,
    zone: ZONE,
    ...change,
  };
}

const EMPTY = {
  nextOn: null,
  nextTime: null,
  nextStep: null,
  agreed: false,
  revisitOn: null,
  noReason: null,
  lesson: null,
  stopChannel: null,
  note: null,
  points: null,
  touchedOn: TODAY,
  interest: null,
};

describe('a form submitted as it was opened', () => {
  test('gives back all it was filled with', () => {
    const initial = {
      note: 'First line\nsecond',
      points: 'budget in Jan; needs SSO',
      nextStep: 'Send pricing',
      nextOn: '2026-11-20',
      nextTime: '10:00',
      agreed: true,
      touchedOn: '2026-11-16',
      interest: 'hot' as const,
    };

    const read = readLogTouchForm(stateOf(buildLogTouchModal(form({ initial }), en)));

    expect(read).toMatchObject({
      ok: true,
      value: {
        prospect: DANA,
        sameAs: null,
        touch: { ...EMPTY, ...initial, outcome: 'no_answer', channel: 'email' },
      },
    });
  });

  test.each(OUTCOMES)('reads back “%s” and shows only blocks that are named', (outcome) => {
    const view = buildLogTouchModal(form({ outcome }), en);

    const read = readLogTouchForm(stateOf(view));

    expect(read).toMatchObject({ ok: true, value: { touch: { ...EMPTY, outcome } } });
    const named: string[] = Object.values(LOG_TOUCH_BLOCKS);
    expect(inputIdsOf(view).filter((id) => !named.includes(id))).toEqual([]);
  });

  test('keeps a new prospect’s name', () => {
    const prospect = { kind: 'new' as const, name: 'Tom Okafor' };

    const read = readLogTouchForm(stateOf(buildLogTouchModal(form({ prospect }), en)));

    expect(read).toMatchObject({
      ok: true,
      value: { prospect, person: { name: 'Tom Okafor', company: null, email: null, phone: null } },
    });
  });
});

test.each([
  ['yes', 'revisit_on', { selected_date: '2026-12-01' }, { revisitOn: '2026-12-01' }],
  ['no', 'ask_again_on', { selected_date: '2027-05-03' }, { revisitOn: '2027-05-03' }],
  ['no', 'no_reason', { selected_option: { value: 'price' } }, { noReason: 'price' }],
  ['no', 'lesson', { value: 'Ask for the budget first' }, { lesson: 'Ask for the budget first' }],
  ['stop', 'stop_scope', { selected_option: { value: 'channel' } }, { stopChannel: 'email' }],
  ['not_now', 'next_on', { selected_date: '2027-02-01' }, { nextOn: '2027-02-01' }],
] as [Outcome, string, object, object][])(
  'after “%s”, what is put in %s is read',
  (outcome, block, input, touch) => {
    const view = buildLogTouchModal(form({ outcome }), en);

    expect(readLogTouchForm(stateOf(view, { [block]: input }))).toMatchObject({
      ok: true,
      value: { touch },
    });
  },
);

test.each(['yes', 'no'] as const)('after “%s” the day to look again has its field', (outcome) => {
  const view = buildLogTouchModal(form({ outcome }), en);

  expect(inputIdsOf(view)).toContain(fieldBlocksOf(stateOf(view)).revisitOn);
});

describe('problems stand beside fields of the form', () => {
  test.each([
    ['nothing chosen', { prospect: null, outcome: null }, {}, ['outcome', 'prospect']],
    ['a made-up outcome', {}, { outcome: { selected_option: { value: 'won' } } }, ['outcome']],
    ['a made-up channel', {}, { channel: { selected_option: { value: 'fax' } } }, ['channel']],
    ['a NUL in the note', {}, { note: { value: 'a\0b' } }, ['note']],
  ])('%s', (_what, change, typed, blocks) => {
    const view = buildLogTouchModal(form(change), en);

    const read = readLogTouchForm(stateOf(view, typed));

    expect(read.ok ? [] : Object.keys(read.problems).sort()).toEqual(blocks);
    expect(inputIdsOf(view)).toEqual(expect.arrayContaining(blocks));
  });
});

test('what is chosen so far is read from a form half filled', () => {
  const view = buildLogTouchModal(form({ outcome: null }), en);

  expect(readLogTouchChoices(stateOf(view))).toEqual({
    prospect: DANA,
    outcome: null,
    channel: 'email',
  });
});

test.each([
  ['', null],
  ['{', null],
  ['{"v":2,"nonce":"n","from":"row"}', null],
  ['{"v":1,"nonce":"n","from":"elsewhere"}', null],
  ['{"v":1,"nonce":"n","from":"row"}', { v: 1, nonce: 'n', from: 'row' }],
])('of the metadata %j the form remembers %j', (text, meta) => {
  expect(readLogTouchMeta(text)).toEqual(meta);
});

test.each(['Tom Okafor', 'add:', '<!channel>', '👩‍👩‍👧‍👦'])(
  '“%s” comes back from the option that offers to add it',
  (name) => {
    expect(readProspectChoice(buildAddOption(name, en))).toEqual({ kind: 'new', name });
  },
);

describe('a name longer than an option carries', () => {
  const LONG =
    `Dr. Dana María Reyes de la Cruz y Montenegro, ${'Head of Purchasing '.repeat(3)}`.trim();

  test('comes back as its beginning, and known to be one', () => {
    const option = buildAddOption(LONG, en);
    const read = readProspectChoice(option);

    expect(option.value?.length).toBeLessThanOrEqual(75);
    expect(read).toMatchObject({ kind: 'new', isCut: true });
    expect(LONG.startsWith(read?.kind === 'new' ? read.name : '?')).toBe(true);
  });

  test('is asked for at its field', () => {
    const view = buildLogTouchModal(
      form({ prospect: readProspectChoice(buildAddOption(LONG, en)) }),
      en,
    );

    expect(JSON.stringify(view.blocks[1])).toContain('Add the rest.');
  });

  test('is whole where the form was opened with it', () => {
    const prospect = readProspectChoice(buildAddOption(LONG, en));
    const meta = { v: 1 as const, nonce: 'n1', from: 'command' as const, query: LONG };
    const view = buildLogTouchModal(form({ prospect, meta }), en);

    const read = readLogTouchForm(stateOf(view));

    expect(read).toMatchObject({ ok: true, value: { person: { name: LONG } } });
    expect(JSON.stringify(view.blocks[1])).not.toContain('Add the rest.');
  });
});

test('what a form remembers never outgrows what Slack carries', () => {
  const long = '"\\'.repeat(150);
  const entries = { lesson: 'x'.repeat(3000), nextStep: long, company: long, email: long };

  const meta = withKept({ v: 1 as const, nonce: 'n1', from: 'row' as const }, entries);

  expect(JSON.stringify(meta).length).toBeLessThanOrEqual(3000);
  expect(meta.kept).toEqual({ nextStep: long, company: long, email: long });
  expect(readLogTouchMeta(JSON.stringify(meta))).toEqual(meta);
});

test('a German form asks and proposes in German', () => {
  const likelySame = [
    { prospect: prospectOf(), ownerName: 'Ana Silva', lastTouch: touchOf({ touchedOn: TODAY }) },
  ];
  const prospect = { kind: 'new' as const, name: 'Dana Reyes' };
  const advice = [de.logForm.proposed(['Anrufen, Fr 20. Nov'])];
  const view = buildLogTouchModal(form({ prospect, likelySame, advice, outcome: 'not_now' }), de);

  expect([view.title.text, view.submit?.text, view.close?.text]).toEqual([
    'Kontakt eintragen',
    'Eintragen',
    'Abbrechen',
  ]);
  const shown = JSON.stringify(view.blocks);
  expect(shown).toContain('„Dana Reyes“ anlegen');
  expect(shown).toContain('Dana Reyes, Acme nehmen');
  expect(shown).toContain('zuständig: Ana Silva, Anruf, nicht erreicht, heute');
  expect(shown).toContain('Vorschlag: Anrufen, Fr 20. Nov.');
  expect(shown).toContain('Er wird eine Zusage.');
});

test('what is missing is said in the language of the form', () => {
  const read = readLogTouchForm(stateOf(buildLogTouchModal(form({ prospect: null }), de)));

  expect(read.ok ? [] : Object.values(read.problems).map((say) => say(de))).toEqual([
    'Um wen geht es? Wähle einen Interessenten.',
  ]);
});

test('somebody new is asked for a name first, and for the rest below what every touch needs', () => {
  const view = buildLogTouchModal(form({ prospect: { kind: 'new', name: 'Tom' } }), en);

  const asked = fieldsOf(JSON.parse(JSON.stringify(view.blocks)));
  expect(asked).toEqual([
    ...['Prospect', 'Name', 'What happened', 'How', 'Next step', 'Next date', 'Promise', 'Time'],
    ...['Company', 'Email', 'Phone', 'Note', 'Two points from their side', 'When', 'Interest'],
  ]);
});
