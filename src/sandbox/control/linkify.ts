import type { Person } from '../contract.ts';
import { listPeople } from '../directory.ts';
import { escapeText } from '../escape.ts';
import type { World } from '../world.ts';

const EMAIL = String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;
const LINK = String.raw`https?://[^\s<>]+`;
const READY_MADE = String.raw`<[@#][A-Z0-9]+(?:\|[^<>]*)?>`;

/**
 * What a person typed, as Slack stores it: & < > as entities, and people, conversations, links and emails in angle
 * brackets. Commands name them too (`<@U0000002|ana>`), messages give ids alone.
 */
export function linkify(
  world: World,
  text: string,
  { person, withNames }: { person: Person; withNames: boolean },
): string {
  const ids = collectIds(world, person);
  const names = [...ids.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const mention =
    names.length > 0 ? String.raw`(?<![\w@#])(?:${names.join('|')})(?![\w@])` : '(?!)';
  const pattern = new RegExp(`${READY_MADE}|${LINK}|${EMAIL}|${mention}`, 'giu');

  let written = '';
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    written += escapeText(text.slice(last, match.index));
    written += link(world, match[0], { ids, withNames });
    last = match.index + match[0].length;
  }
  return written + escapeText(text.slice(last));
}

function link(
  world: World,
  found: string,
  { ids, withNames }: { ids: Map<string, string>; withNames: boolean },
): string {
  if (found.startsWith('http')) return `<${escapeText(found)}>`;
  const id = /^<[@#](\w+)/.exec(found)?.[1] ?? ids.get(found.toLowerCase());
  if (id === undefined) return `<mailto:${found}|${found}>`;
  const sign = found.startsWith('<') ? found[1] : found[0];
  const name = world.state.people.get(id)?.name ?? world.state.channels.get(id)?.name ?? '';
  return withNames ? `<${sign}${id}|${name}>` : `<${sign}${id}>`;
}

/** `@ana`, `@Ana Bell` and `#sales`, in lower case, with the id each stands for. */
function collectIds(world: World, { teamId }: Person): Map<string, string> {
  const ids = new Map<string, string>();
  for (const person of listPeople(world, teamId)) {
    ids.set(`@${person.name}`.toLowerCase(), person.id);
    ids.set(`@${person.realName}`.toLowerCase(), person.id);
  }
  for (const channel of world.state.channels.values()) {
    if (channel.teamId === teamId && channel.kind !== 'im') {
      ids.set(`#${channel.name}`.toLowerCase(), channel.id);
    }
  }
  return ids;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
