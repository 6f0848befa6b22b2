import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { z } from 'zod';
import type { FormState } from './views/form-state.ts';

/** How an element calls what it was drawn with, and how a form calls what stands in it. */
const NAMES = {
  initial_value: 'value',
  initial_option: 'selected_option',
  initial_options: 'selected_options',
  initial_date: 'selected_date',
  initial_time: 'selected_time',
  initial_users: 'selected_users',
  initial_conversation: 'selected_conversation',
  initial_channel: 'selected_channel',
} as const;

const viewSchema = z.object({
  blocks: z.array(
    z.object({
      type: z.string(),
      block_id: z.string(),
      optional: z.boolean().nullish(),
      element: z.looseObject({ type: z.string(), action_id: z.string() }).nullish().catch(null),
    }),
  ),
  state: z.object({
    values: z.record(z.string(), z.record(z.string(), z.looseObject({}))),
  }),
});
type View = z.infer<typeof viewSchema>;

/**
 * Slack may leave out what an input was given when its form was drawn anew (bolt-js issue 1258): for
 * an input that is missing, and for a required one without a value, what it was drawn with counts.
 * An optional one without a value was emptied by somebody. Inputs of an earlier drawing are left out.
 */
export const completeForms: Middleware<AnyMiddlewareArgs> = async ({ body, next }) => {
  if ('view' in body && typeof body.view === 'object' && body.view) {
    const parsed = viewSchema.safeParse(body.view);
    if (parsed.success) Object.assign(body.view.state, { values: completeState(parsed.data) });
  }
  await next();
};

export function completeState({ blocks, state }: View): FormState {
  const complete: FormState = {};
  for (const { block_id: blockId, element, optional } of blocks) {
    if (!element) continue;
    const { action_id: actionId } = element;
    const given = state.values[blockId]?.[actionId];
    const isLeftOut = given === undefined || (optional !== true && !holdsSomething(given));
    complete[blockId] = { [actionId]: isLeftOut ? drawnWith(element) : given };
  }
  return complete;
}

function holdsSomething(given: Record<string, unknown>): boolean {
  return Object.values(NAMES).some((name) => {
    const value = given[name];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
  });
}

function drawnWith(element: Record<string, unknown>): FormState[string][string] {
  const values = Object.entries(NAMES).flatMap(([initial, name]) =>
    initial in element ? [[name, element[initial]] as const] : [],
  );
  return Object.fromEntries(values);
}
