import type { Middleware, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { sameNameKey } from '../../domain/typed-text.ts';
import { wordsFor } from '../../domain/words/words.ts';
import { localDateOf } from '../../domain/zone.ts';
import { findProspects, QUERY_LENGTH } from '../../services/find-prospects.ts';
import { findWarnings } from '../../services/find-warnings.ts';
import { actorOf } from '../identify.ts';
import { option, plainText } from '../views/blocks.ts';
import { buildAddOption } from '../views/log-touch/chosen-prospect.ts';
import { readLogTouchMeta } from '../views/log-touch/meta.ts';
import { labelText, warningText } from '../views/prospect-line.ts';

const SHOWN = 20;

type SearchArgs = SlackOptionsMiddlewareArgs<'block_suggestion'>;

/** Type to search; an empty search gives what the command asked for, else today and the latest. */
export const searchForProspect: Middleware<SearchArgs> = async ({
  options,
  body,
  context,
  ack,
}) => {
  const ctx = actorOf(context);
  const typedQuery = options.value.slice(0, QUERY_LENGTH);
  const asked = readLogTouchMeta(body.view?.private_metadata ?? '')?.query ?? '';
  const query = typedQuery.trim() === '' ? asked : typedQuery;
  const found = await findProspects(ctx, { query, limit: SHOWN });
  const exact = found.some((prospect) => sameNameKey(labelText(prospect)) === sameNameKey(query));
  const add =
    query.trim() === '' || exact ? [] : [buildAddOption(query.trim(), wordsFor(ctx.rep.locale))];
  const warnings = await findWarnings(ctx, found);
  const today = localDateOf(ctx.now, ctx.rep.zone);
  const words = wordsFor(ctx.rep.locale);
  const shownOptions = found.map((prospect) => {
    const shown = option(prospect.id, labelText(prospect));
    const warning = warnings.get(prospect.id);
    return warning
      ? { ...shown, description: plainText(warningText(warning, { words, today }), 75) }
      : shown;
  });
  await ack({ options: [...shownOptions, ...add] });
};
