import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import { menuOption } from '../../../src/sandbox/blocks/composition-rules.ts';
import { escapedLength, textsOf } from '../../../src/sandbox/blocks/read-blocks.ts';
import { validateBlocks } from '../../../src/sandbox/blocks/validate-blocks.ts';
import { validateView } from '../../../src/sandbox/blocks/validate-view.ts';
import { NASTY_TEXTS } from '../../support/extremes.ts';
import { SCREENS, type Screen } from '../../support/screens.ts';

const VIEWS = join(import.meta.dirname, '../../../src/slack/views');

test('every builder has its screens here', async () => {
  const names: string[] = [];
  for (const file of await readdir(VIEWS, { recursive: true })) {
    if (!file.endsWith('.ts')) continue;
    const exported: object = await import(join(VIEWS, file));
    names.push(...Object.keys(exported).filter((name) => name.startsWith('build')));
  }

  expect(Object.keys(SCREENS).sort()).toEqual(names.sort());
});

describe.each(Object.entries(SCREENS))('%s', (_name, screensOf) => {
  test.each(NASTY_TEXTS)('is a screen Slack takes, with %s', (_what, text) => {
    for (const words of [en, de]) {
      for (const screen of screensOf(text, words)) expect(problemsOf(screen)).toEqual([]);
    }
  });
});

test.each(Object.entries(SCREENS))('%s cuts no word of ours', (_name, screensOf) => {
  const shown = [en, de].flatMap((words) => screensOf('Dana', words).flatMap(plainTextsOf));

  expect(shown.filter(isCut)).toEqual([]);
});

/** Of titles, and of buttons and options. */
const CUT_AT = [24, 75];

function isCut(text: string): boolean {
  return text.endsWith('…') && CUT_AT.includes(text.length);
}

function plainTextsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(plainTextsOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'accessibility_label' in value ? [String(value.accessibility_label)] : [];
  if ('type' in value && value.type === 'plain_text' && 'text' in value)
    return [String(value.text)];
  return [...own, ...Object.values(value).flatMap(plainTextsOf)];
}

function problemsOf(screen: Screen): unknown[] {
  const wire: unknown = JSON.parse(JSON.stringify(screen));
  const rules = rulesFor(screen, wire);
  return [...rules, ...markupOf(wire).filter(isUnsafe)];
}

function rulesFor(screen: Screen, wire: unknown): unknown[] {
  if (Array.isArray(screen)) return problemsOfBlocks(wire);
  if ('value' in screen) return menuOption(wire, '/option');
  return 'type' in screen ? problemsOfView(wire, screen.type) : problemsOfMessage(screen);
}

function problemsOfBlocks(wire: unknown): unknown[] {
  const answer = validateBlocks(wire, 'modal');
  return answer.ok ? [] : answer.problems;
}

function problemsOfView(wire: unknown, type: 'modal' | 'home'): unknown[] {
  const answer = validateView(wire, type);
  return answer.ok ? [] : [answer.error, ...answer.problems];
}

function problemsOfMessage({ text, blocks }: { text: string; blocks: object[] }): unknown[] {
  const answer = validateBlocks(JSON.parse(JSON.stringify(blocks)), 'message');
  const total = textsOf(blocks).reduce((sum, each) => sum + escapedLength(each), 0);
  return [
    ...(answer.ok ? [] : [answer.error, ...answer.problems]),
    ...(total > 12_000 ? [`${total} characters in all`] : []),
    ...(blocks.length > 45 ? [`${blocks.length} blocks`] : []),
    ...(text.length < 1 || text.length > 4000 ? [`a text of ${text.length} characters`] : []),
    ...(RAW.test(text) ? [text] : []),
  ];
}

/** `<` and `>` stand for themselves nowhere, `&` only begins an entity. */
const RAW = /[<>]|&(?!(amp|lt|gt);)/;
/** Links and channels of ours. */
const LINK = /<mailto:[\w.+@-]+\|[\w.+@-]+>|<#C\w+>/g;
/** What the nasty texts would make of a mrkdwn text. */
const FORMATTED = /_it_|~gone~|`code|\*bold\* _|:smile:|&gt; (said|twice)/;

function isUnsafe(markup: string): boolean {
  return RAW.test(markup.replace(LINK, '')) || FORMATTED.test(markup) || !markup.isWellFormed();
}

function markupOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(markupOf);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(markupOf);
}
