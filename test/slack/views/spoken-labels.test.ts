import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/domain/words/words.ts';
import { DIGEST_SCREENS } from '../../support/digest-screens.ts';
import { SCREENS } from '../../support/screens.ts';

const { buildTouchAnswer, buildAnswerModal, buildEndingAnswer } = SCREENS;
const SPOKEN = { ...DIGEST_SCREENS, buildTouchAnswer, buildAnswerModal, buildEndingAnswer };

type Button = { type: 'button'; text: { text: string }; accessibility_label?: string };

/** Who speaks to their phone says what stands on the button (WCAG 2.5.3). */
describe.each(LANGUAGES)('in $name', ({ words }) => {
  test.each(Object.entries(SPOKEN))('%s has buttons called by the words they show', (_name, of) => {
    const buttons = buttonsOf(of?.('Dana Reyes', words) ?? []);

    expect(buttons.filter((button) => !spoken(button).includes(shown(button)))).toEqual([]);
  });
});

function shown({ text }: Button): string {
  return text.text.replace(/…$/, '').toLowerCase();
}

function spoken(button: Button): string {
  return (button.accessibility_label ?? button.text.text).toLowerCase();
}

function buttonsOf(part: unknown): Button[] {
  if (typeof part !== 'object' || part === null) return [];
  return [...(isButton(part) ? [part] : []), ...Object.values(part).flatMap(buttonsOf)];
}

function isButton(part: object): part is Button {
  return 'type' in part && part.type === 'button';
}
