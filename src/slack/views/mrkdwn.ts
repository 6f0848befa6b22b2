/**
 * A person's own words for a mrkdwn text or a top-level text: nothing in them can ping or link.
 * @example escapeMrkdwn('<!channel> & co') //=> '&lt;!channel&gt; &amp; co'
 */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
