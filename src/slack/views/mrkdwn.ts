/**
 * A person's own words for a mrkdwn text or a top-level text: nothing in them can ping or link.
 * @example escapeMrkdwn('<!channel> & co') //=> '&lt;!channel&gt; &amp; co'
 */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * Text as a person wrote it, from what Slack sends with `&`, `<` and `>` as entities.
 * @example unescapeMrkdwn('R&amp;D &lt;3') //=> 'R&D <3'
 */
export function unescapeMrkdwn(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
