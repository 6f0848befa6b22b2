import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/domain/words/words.ts';
import { SCREENS, type Screen } from '../../support/screens.ts';

/** Stands wherever a person is named, so that a label that holds it says whom it is about. */
const WHOM = 'Dana Reyes';
/** Slack reads no more of a label aloud than this. */
const SPOKEN_LENGTH = 75;
/** One word that says what it opens, wherever it is heard. */
const CLEAR_ALONE = [
  ...['Insights', 'Import', 'Preview'],
  ...['Auswertung', 'Importieren', 'Vorschau', 'Teameinstellungen'],
];
const FIELDS = /_select$|^(date|time)picker$|_input$|^checkboxes$|^radio_buttons$/;
const EMOJI = /^\s*(:[\w+-]+:|\p{Extended_Pictographic})/u;

type Json = Record<string, unknown>;

const SPOKEN = Object.entries(SCREENS).flatMap(([builder, screensOf]) =>
  LANGUAGES.map(({ name, words }) => [builder, name, { screensOf, words }] as const),
);

describe.each(SPOKEN)('%s in %s', (_builder, _language, { screensOf, words }) => {
  const screens = screensOf(WHOM, words).map(partsOf);

  test('shows no picture or chart without words for it', () => {
    expect(screens.flatMap((parts) => parts.filter(isWordless))).toEqual([]);
  });

  test('has buttons that say alone what they do', () => {
    expect(unique(screens.flatMap(buttonsOf).filter(isUnclear).map(spokenOf))).toEqual([]);
  });

  test('has buttons that are told apart by ear', () => {
    expect(unique(screens.flatMap(heardTwice))).toEqual([]);
  });

  test('has buttons whose spoken label holds the words they show', () => {
    const differing = screens.flatMap(buttonsOf).filter((button) => !holdsItsWords(button));
    expect(unique(differing.map((one) => `${shownOf(one)}: ${spokenOf(one)}`))).toEqual([]);
  });

  test('has fields and menus that say what they are for', () => {
    expect(screens.flatMap(namelessFields)).toEqual([]);
  });

  test('tells nothing by an emoji alone', () => {
    const texts = screens.flat().filter(({ type }) => type === 'mrkdwn' || type === 'plain_text');
    expect(
      unique(texts.map(({ text }) => String(text)).filter((text) => EMOJI.test(text))),
    ).toEqual([]);
  });
});

/** Every object of a screen, the outermost first. */
function partsOf(screen: Screen): Json[] {
  const walk = (value: unknown): Json[] => {
    if (Array.isArray(value)) return value.flatMap(walk);
    if (typeof value !== 'object' || value === null) return [];
    return [value as Json, ...Object.values(value).flatMap(walk)];
  };
  return walk(JSON.parse(JSON.stringify(screen)));
}

function isWordless({ type, alt_text: alt, title }: Json): boolean {
  if (type === 'image') return isBlank(alt);
  return type === 'data_visualization' && isBlank(title);
}

function buttonsOf(parts: Json[]): Json[] {
  return parts.filter(({ type }) => type === 'button');
}

function isUnclear(button: Json): boolean {
  const spoken = spokenOf(button);
  if (isBlank(spoken) || spoken.length > SPOKEN_LENGTH) return true;
  const isOneWord = !spoken.trim().replace(/…$/, '').includes(' ');
  return isOneWord && !CLEAR_ALONE.includes(spoken);
}

/** Two with one name are told apart by whom they name; the same person may stand on a screen twice. */
function heardTwice(parts: Json[]): string[] {
  const heard = buttonsOf(parts).map(spokenOf);
  return heard.filter((label, at) => heard.indexOf(label) !== at && !label.includes('Dana'));
}

/** Who speaks to their computer says what they see. */
function holdsItsWords(button: Json): boolean {
  const words = shownOf(button).replace(/…$/, '').toLowerCase();
  return spokenOf(button).toLowerCase().includes(words);
}

/** Slack has no other name for a menu outside a form than what stands in it. */
function namelessFields(parts: Json[]): Json[] {
  const labelled = parts
    .filter(({ type, label }) => type === 'input' && !isBlank(textOf(label)))
    .map(({ element }) => element);
  return parts.filter(
    (part) =>
      FIELDS.test(String(part.type)) &&
      !labelled.includes(part) &&
      isBlank(textOf(part.placeholder)),
  );
}

function shownOf({ text }: Json): string {
  return textOf(text);
}

function spokenOf(button: Json): string {
  return String(button.accessibility_label ?? shownOf(button));
}

function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? String((value as Json).text ?? '') : '';
}

function isBlank(text: unknown): boolean {
  return typeof text !== 'string' || text.trim() === '';
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)];
}
