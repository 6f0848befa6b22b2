import { isRecord } from './blocks/rules.ts';

export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** What Slack echoes to an app: bare & < > have become entities in every text of a block. */
export function escapeEcho(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(escapeEcho);
  if (!isRecord(value)) return value;
  const markup = value.type === 'mrkdwn';
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      if (name !== 'text' || typeof item !== 'string') return [name, escapeEcho(item)];
      return [name, markup ? escapeBareAmpersands(item) : escapeOnce(item)];
    }),
  );
}

/** Markup keeps its angle brackets: they are mentions and links. */
export function escapeBareAmpersands(text: string): string {
  return text.replace(/&(?!(amp|lt|gt);)/g, '&amp;');
}

function escapeOnce(text: string): string {
  return escapeBareAmpersands(text).replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
