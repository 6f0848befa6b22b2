import { randomUUID } from 'node:crypto';
import { InvalidError } from '../../domain/errors.ts';
import { addDays, firstOfMonth, isLocalDate, mondayOf } from '../../domain/local-date.ts';
import { PAGE_ROWS } from '../../domain/paging.ts';
import { cleanLine, cutText, NAME_LENGTH } from '../../domain/typed-text.ts';
import { wordsFor } from '../../domain/words/words.ts';
import { localDateOf } from '../../domain/zone.ts';
import type { RepContext } from '../../services/context.ts';
import { findProspects } from '../../services/find-prospects.ts';
import { findHeldIds } from '../../services/list-held.ts';
import { loadBoard } from '../../services/load-board.ts';
import { showProspect } from '../../services/show-prospect.ts';
import { showWindow } from '../show-window.ts';
import { buildAddProspectModal } from '../views/add-prospect-modal.ts';
import { buildBoardMessage } from '../views/board-message.ts';
import { typed } from '../views/compose.ts';
import type { Message } from '../views/digest-message.ts';
import { buildEmptyMessage } from '../views/empty-state.ts';
import { LIST_SCOPES, type ListChoice } from '../views/list-value.ts';
import { buildProspectCard } from '../views/prospect-card.ts';
import { buildListMessage } from '../views/prospect-list.ts';
import type { CommandVerb, Opened } from './command-verb.ts';
import { answerCracks } from './cracks.ts';
import { DELIVERY_VERBS } from './delivery-verbs.ts';
import { ENDING_VERBS } from './ending-verbs.ts';
import { answerPreview } from './first-run.ts';
import { answerHandOver } from './hand-over.ts';
import { answerInsights } from './insights.ts';
import { loadList } from './list.ts';
import { openLogModal } from './open-log.ts';
import { openOwnSettings } from './own-settings.ts';
import { openSettings } from './settings.ts';
import { UNDO_VERB } from './undo-verb.ts';

/** The command's table of contents; help is printed from it. */
export const VERBS: readonly CommandVerb[] = [
  {
    name: 'log',
    group: 'daily',
    window: 'log',
    opens: (ctx, { opening, rest, responseUrl }) =>
      openLogModal(ctx, opening, { from: 'command', responseUrl, query: rest }),
  },
  UNDO_VERB,
  {
    name: 'add',
    group: 'daily',
    window: 'add',
    opens: openAdd,
  },
  {
    name: 'list',
    group: 'daily',
    answers: answerList,
  },
  {
    name: 'show',
    group: 'daily',
    answers: answerShow,
  },
  {
    name: 'board',
    group: 'rarely',
    answers: answerBoard,
  },
  {
    name: 'insights',
    group: 'rarely',
    opens: answerInsights,
  },
  {
    name: 'me',
    group: 'rarely',
    window: 'ownSettings',
    opens: (ctx, { opening, responseUrl }) => openOwnSettings(ctx, opening, { responseUrl }),
  },
  {
    name: 'cracks',
    group: 'rarely',
    answers: answerCracks,
  },
  {
    name: 'handover',
    group: 'managers',
    answers: answerHandOver,
  },
  {
    name: 'preview',
    group: 'rarely',
    opens: answerPreview,
  },
  {
    name: 'settings',
    group: 'managers',
    window: 'settings',
    opens: (ctx, { opening }) => openSettings(ctx, opening),
  },
  ...ENDING_VERBS,
  ...DELIVERY_VERBS,
  { name: 'help' },
];

async function openAdd(ctx: RepContext, { opening, rest, responseUrl }: Opened) {
  const name = cleanLine(rest);
  const view = buildAddProspectModal(
    {
      meta: { v: 1, nonce: randomUUID(), responseUrl },
      name: name === null ? null : cutText(name, NAME_LENGTH),
      today: localDateOf(ctx.now, ctx.rep.zone),
    },
    wordsFor(ctx.rep.locale),
  );
  await showWindow(opening, view);
}

async function answerList(ctx: RepContext, rest: string): Promise<Message> {
  const words = wordsFor(ctx.rep.locale);
  const list = await loadList(ctx, { scope: readScope(rest), from: 0 });
  return list.ownsNone ? buildEmptyMessage(words) : buildListMessage(list, words);
}

function readScope(rest: string): ListChoice['scope'] {
  const word = rest.trim().toLowerCase() || 'open';
  const named = LIST_SCOPES.find((scope) => scope === word);
  if (named !== undefined) return named;
  const mention = /^<@([UW][A-Z0-9]+)(\|[^>]*)?>$/i.exec(rest.trim());
  if (mention?.[1]) return { slackUserId: mention[1].toUpperCase() };
  throw new InvalidError(({ card }) => card.list.which);
}

async function answerShow(ctx: RepContext, rest: string): Promise<Message> {
  const query = cleanLine(rest);
  if (query === null) throw new InvalidError(({ card }) => card.list.whom);
  const words = wordsFor(ctx.rep.locale);
  // One more than is shown tells whether there are more.
  const matches = await findProspects(ctx, { query, limit: PAGE_ROWS + 1 });
  const found = matches.slice(0, PAGE_ROWS);
  const [first] = found;
  if (first && found.length === 1) {
    return buildProspectCard(await showProspect(ctx, { prospectId: first.id }), words);
  }
  const heldIds = await findHeldIds(
    ctx,
    found.map(({ id }) => id),
  );
  const { zone } = ctx.rep;
  const asked = typed(query, 60);
  const many = { count: found.length, hasMore: matches.length > found.length };
  const list = {
    title: words.labels.quoted(asked),
    ...(first ? { question: words.card.list.whichOne(asked, many) } : {}),
    ...{ rows: found, from: 0, total: found.length, scope: null, heldIds },
    ...{ today: localDateOf(ctx.now, zone), zone },
    empty: words.card.list.nobodyCalledThat,
  };
  return buildListMessage(list, words);
}

async function answerBoard(ctx: RepContext, rest: string): Promise<Message> {
  const today = localDateOf(ctx.now, ctx.rep.zone);
  const words = rest.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const mineOnly = words.includes('me');
  const { from, to } = readPeriod(words.find((word) => word !== 'me') ?? 'week', today);
  const board = await loadBoard(ctx, { from, to });
  return buildBoardMessage(
    { ...board, today, ownRepId: ctx.rep.id, mineOnly },
    wordsFor(ctx.rep.locale),
  );
}

function readPeriod(word: string, today: string): { from: string; to: string } {
  if (word === 'week') return { from: mondayOf(today), to: addDays(mondayOf(today), 6) };
  if (word === 'month') return { from: firstOfMonth(today), to: today };
  const [from = '', to = ''] = word.split('..');
  if (isLocalDate(from) && isLocalDate(to) && from <= to) return { from, to };
  throw new InvalidError(({ team }) => team.board.whichDays);
}
