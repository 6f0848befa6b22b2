import { perform } from './app.js';
import { h } from './dom.js';

const LANGUAGES = [
  ['en-US', 'English'],
  ['de-DE', 'Deutsch'],
];

/** Slack's own preference, not a setting of the bot. */
export function buildLanguages(me) {
  const choices = LANGUAGES.map(([locale, name]) =>
    h('option', { value: locale, selected: locale === me.locale }, name),
  );
  const choose = (event) =>
    void perform('chooseLanguage', { as: me.id, locale: event.target.value });
  return h(
    'select',
    {
      class: 'side-language',
      'aria-label': `Language ${me.realName} reads Slack in`,
      title: 'Language in Slack',
      'data-testid': 'language',
      on: { change: choose },
    },
    choices,
  );
}
