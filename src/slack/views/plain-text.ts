import { unescapeMrkdwn } from './mrkdwn.ts';

/** What Slack sends for a mention, a channel or a link: `<sign target|label>`. */
const MARKED = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;
const SCHEME = /^(?:https?:\/\/|mailto:|tel:)/;

/**
 * A message's text as its writer saw it: people by name, links and channels by what stood there.
 * @example plainTextOf('<@U1> at <mailto:b@birch.example|b@birch.example>', () => 'Ben Okoro')
 * //=> 'Ben Okoro at b@birch.example'
 */
export function plainTextOf(
  text: string,
  nameOf: (slackUserId: string, label: string | undefined) => string,
): string {
  const said = text.replace(MARKED, (_, sign: string, target: string, label?: string) => {
    if (sign === '@') return nameOf(target, label);
    if (sign === '#') return `#${label || target}`;
    if (sign === '!') return label || `@${target.replace(/^subteam\^.*|\^.*/, '')}`;
    return linkText(target, label);
  });
  return unescapeMrkdwn(said);
}

/** Whom a text mentions, each once. */
export function mentionedIn(text: string): string[] {
  const ids = [...text.matchAll(MARKED)].flatMap(([, sign, target]) =>
    sign === '@' && target ? [target] : [],
  );
  return [...new Set(ids)];
}

/** Slack links addresses by itself: those are what was typed. A name for one needs its address. */
function linkText(target: string, label: string | undefined): string {
  const address = target.replace(SCHEME, '');
  if (!label) return target.startsWith('http') ? target : address;
  const isTyped = address.replace(/\/$/, '') === label.replace(SCHEME, '').replace(/\/$/, '');
  return isTyped || !target.startsWith('http') ? label : `${label} (${target})`;
}
