import { describe, expect, test } from 'vitest';
import type { Insights } from '../../../src/domain/insights.ts';
import type { InsightsModel } from '../../../src/domain/insights-model.ts';
import { CHANNELS, NO_REASONS } from '../../../src/domain/touch.ts';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import { validateBlocks } from '../../../src/sandbox/blocks/validate-blocks.ts';
import { buildInsightsMessage } from '../../../src/slack/views/insights-message.ts';

const NOTHING: Insights = {
  prospects: 0,
  contacts: { hits: 0, of: 0 },
  byContact: [],
  byChannel: [],
  byWeekday: [],
  byHour: [],
  yeses: { byContact: [], late: { hits: 0, of: 0 } },
  noes: { total: 0, reasons: [], lessons: [] },
};

function model(insights: Partial<Insights>, change: Partial<InsightsModel> = {}): InsightsModel {
  return {
    ...{ scope: 'me', days: 90, from: '2026-08-20', isCut: false, today: '2026-11-17' },
    insights: { ...NOTHING, ...insights },
    promises: { hits: 0, of: 0 },
    ...change,
  };
}

const SOME: Partial<Insights> = {
  prospects: 60,
  contacts: { hits: 60, of: 200 },
  byContact: [
    { at: 1, rate: { hits: 30, of: 60 } },
    { at: 10, rate: { hits: 3, of: 12 } },
  ],
  byChannel: [
    { at: 'call', rate: { hits: 50, of: 100 } },
    { at: 'email', rate: { hits: 10, of: 100 } },
  ],
  byWeekday: [{ at: 1, rate: { hits: 60, of: 200 } }],
  byHour: [
    { at: 9, rate: { hits: 30, of: 100 } },
    { at: 16, rate: { hits: 25, of: 100 } },
    { at: 20, rate: { hits: 1, of: 3 } },
  ],
  yeses: {
    byContact: [
      { at: 2, count: 9 },
      { at: 7, count: 17 },
    ],
    late: { hits: 17, of: 26 },
  },
};

function textOf(blocks: readonly unknown[]): string {
  return JSON.stringify(blocks);
}

test('with enough Yeses and hours both are charts, every contact number in its place', () => {
  const { drawn } = buildInsightsMessage(model(SOME), en);

  const charts = drawn.blocks.filter((block) => block.type === 'data_visualization');
  expect(charts).toMatchObject([
    { title: '26 Yeses, by contact' },
    { title: 'Answered, by hour of our touch' },
  ]);
  expect(charts[0]).toMatchObject({
    chart: { axis_config: { categories: ['1', '2', '3', '4', '5', '6', '7'] } },
  });
  expect(charts[1]).toMatchObject({
    chart: {
      series: [
        {
          data: [
            { label: '09:00 (100)', value: 30 },
            { label: '16:00 (100)', value: 25 },
          ],
        },
      ],
    },
  });
});

test('the form in text says the same without a chart', () => {
  const { plain } = buildInsightsMessage(model(SOME), en);

  const text = textOf(plain.blocks);
  expect(text).not.toContain('data_visualization');
  expect(text).toContain('At contact 5 or later: *17 of 26, 65% (46–81)*.');
  expect(text).toContain('09:00 30% (22–40) of 100 ▇▇▇▇▇▇\\n16:00 25% (18–34) of 100 ▇▇▇▇▇');
});

test('shares carry their range and n, few say too few yet, and only what stands out is named', () => {
  const text = textOf(buildInsightsMessage(model(SOME), en).plain.blocks);

  expect(text).toContain(
    '200 contacts with 60 prospects since Thu 20 Aug, 60 answered: 30% (24–37, the likely range).',
  );
  expect(text).toContain('Too few yet: contact 10+ (3 of 12).');
  expect(text).toContain('Most answered: Call 50% (40–60) of 100. Least: Email 10% (6–17) of 100.');
  expect(text).toContain('No hour stands out yet: the ranges overlap.');
  expect(text).toContain('Too few yet: 20:00 (1 of 3).');
});

test.each([
  [en, ['Contact 3: 4.', 'Contact 1: 50% (38–62) of 60.', 'Call: 50% (40–60) of 100.']],
  [
    de,
    ['Kontakt 3: 4.', 'Kontakt 1: 50\u00a0% (38–62) von 60.', 'Anruf: 50\u00a0% (40–60) von 100.'],
  ],
])('what there is one of is a sentence, no bar', (words, said) => {
  const one = {
    byContact: [{ at: 1, rate: { hits: 30, of: 60 } }],
    byChannel: [{ at: 'call' as const, rate: { hits: 50, of: 100 } }],
    ...{ byHour: [], yeses: { byContact: [{ at: 3, count: 4 }], late: { hits: 0, of: 4 } } },
  };

  const text = textOf(buildInsightsMessage(model({ ...SOME, ...one }), words).plain.blocks);

  for (const sentence of said) expect(text).toContain(sentence);
  expect(text).not.toContain('▇');
});

test('below 20 Yeses they are counted, not charted', () => {
  const yeses = { byContact: [{ at: 3, count: 4 }], late: { hits: 0, of: 4 } };

  const { drawn } = buildInsightsMessage(model({ ...SOME, yeses }), en);

  const text = textOf(drawn.blocks);
  expect(text).not.toContain('Contact at which they said Yes');
  expect(text).toContain('0 of 4, too few yet for a share');
});

test('no contacts is a sentence and the buttons', () => {
  const { drawn, plain } = buildInsightsMessage(model({}), en);

  expect(drawn).toEqual(plain);
  expect(drawn.blocks.map(({ type }) => type)).toEqual(['section', 'actions']);
  expect(textOf(drawn.blocks)).toContain('You have no contacts in these days.');
});

test('the buttons say what is shown and carry the other choices', () => {
  const actions = buildInsightsMessage(model({}), en).plain.blocks.at(-1);

  expect(actions).toMatchObject({
    elements: [
      { value: '1.me.30' },
      { value: '1.me.90', style: 'primary' },
      { value: '1.me.365' },
      { value: '1.me.90', style: 'primary' },
      { value: '1.team.90' },
    ],
  });
});

test('lessons are shown as typed, newest five', () => {
  const lessons = Array.from({ length: 7 }, (_, i) => ({
    reason: 'price' as const,
    text: `<!channel> *${i}*`,
    on: '2026-11-16',
  }));
  const noes = { total: 9, reasons: [{ reason: 'price' as const, count: 9 }], lessons };

  const text = textOf(buildInsightsMessage(model({ ...SOME, noes }), en).plain.blocks);

  expect(text).toContain('<!channel> *4*');
  expect(text).toContain('"type":"plain_text"');
  expect(text).not.toContain('*5*');
  expect(text).toContain('And 2 earlier ones.');
});

test('in German shares are written as Germans write them', () => {
  const noes = {
    total: 9,
    reasons: [{ reason: 'price' as const, count: 9 }],
    lessons: [{ reason: 'price' as const, text: 'Zu spät gefragt', on: '2026-11-16' }],
  };

  const { drawn, plain } = buildInsightsMessage(model({ ...SOME, noes }), de);

  const text = textOf(plain.blocks);
  expect(drawn.text).toBe(
    'Deine Auswertung, letzte 90 Tage: 60 von 200 Kontakten beantwortet, 26-mal Ja.',
  );
  expect(text).toContain(
    '200 Kontakte mit 60 Interessenten seit Do 20. Aug, 60 beantwortet: 30\u00a0% (24–37, die wahrscheinliche Spanne).',
  );
  expect(text).toContain('Ab Kontakt 5: *17 von 26, 65\u00a0% (46–81)*.');
  expect(text).toContain('Noch zu wenige: Kontakt 10+ (3 von 12).');
  expect(text).toContain(
    'Am häufigsten beantwortet: Anruf 50\u00a0% (40–60) von 100. Am seltensten: E-Mail 10\u00a0% (6–17) von 100.',
  );
  expect(text).toContain('Mo 16. Nov, Preis: Zu spät gefragt');
  expect(drawn.blocks).toContainEqual(
    expect.objectContaining({ title: 'Beantwortet, nach Uhrzeit unseres Kontakts' }),
  );
});

describe('at the extremes', () => {
  const many = (length: number, hits: number) =>
    Array.from({ length }, (_, at) => ({ at, rate: { hits, of: 99_999 } }));
  const huge: Insights = {
    prospects: 99_999,
    contacts: { hits: 99_999, of: 99_999 },
    byContact: many(11, 12_345).slice(1),
    byChannel: CHANNELS.map((at) => ({ at, rate: { hits: 9, of: 99_999 } })),
    byWeekday: many(7, 0),
    byHour: many(24, 99_999),
    yeses: {
      byContact: Array.from({ length: 10 }, (_, i) => ({ at: i + 1, count: 99_999 })),
      late: { hits: 99_999, of: 999_990 },
    },
    noes: {
      total: 99_999,
      reasons: [...NO_REASONS, null].map((reason) => ({ reason, count: 99_999 })),
      lessons: Array.from({ length: 99 }, () => ({
        reason: 'no_authority',
        text: '&'.repeat(3000),
        on: '2025-11-16',
      })),
    },
  };

  test.each([
    ['nothing', NOTHING],
    ['everything', huge],
  ])('%s is taken by Slack in both forms', (_title, insights) => {
    const { drawn, plain } = buildInsightsMessage(
      model(insights, { scope: 'team', days: 365, isCut: true, promises: { hits: 9, of: 99_999 } }),
      en,
    );

    expect(validateBlocks(drawn.blocks, 'message')).toMatchObject({ ok: true });
    expect(validateBlocks(plain.blocks, 'message')).toMatchObject({ ok: true });
    expect(validateBlocks(plain.blocks, 'modal')).toMatchObject({ ok: true });
  });
});
