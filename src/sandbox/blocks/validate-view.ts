import type { Block } from '../contract.ts';
import * as limits from '../limits.ts';
import { plainText } from './composition-rules.ts';
import {
  anything,
  type Fields,
  fields,
  flag,
  isRecord,
  type Problem,
  problem,
  string,
} from './rules.ts';
import { validateBlocks } from './validate-blocks.ts';

export type ViewPayload = {
  type: 'modal' | 'home';
  blocks: Block[];
  title?: unknown;
  submit?: unknown;
  close?: unknown;
  callback_id?: string;
  private_metadata?: string;
  external_id?: string;
  clear_on_close?: boolean;
  notify_on_close?: boolean;
  submit_disabled?: boolean;
};

export type ViewAnswer =
  | { ok: true; view: ViewPayload }
  | { ok: false; error: 'invalid_arguments' | 'view_too_large'; problems: Problem[] };

const shared: Fields = {
  callback_id: string(limits.CALLBACK_ID),
  external_id: string(limits.EXTERNAL_ID),
  private_metadata: string(limits.PRIVATE_METADATA),
};
const home = fields({ blocks: anything }, shared);
const modal = fields(
  { blocks: anything, title: plainText(limits.VIEW_TITLE) },
  {
    ...shared,
    submit: plainText(limits.VIEW_BUTTON),
    close: plainText(limits.VIEW_BUTTON),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
  },
);

/** What Slack would say of this view; a Home tab is published, a modal opened. */
export function validateView(value: unknown, type: 'modal' | 'home'): ViewAnswer {
  if (Buffer.byteLength(JSON.stringify(value) ?? '') > limits.VIEW_BYTES) {
    return { ok: false, error: 'view_too_large', problems: [] };
  }
  const problems = findProblems(value, type);
  if (problems.length > 0) return { ok: false, error: 'invalid_arguments', problems };
  // Safe because every field has just been checked.
  return { ok: true, view: value as ViewPayload };
}

function findProblems(value: unknown, type: 'modal' | 'home'): Problem[] {
  if (!isRecord(value)) return problem('must be an object', '/view');
  if (value.type !== type) return problem(`must be of type ${type}`, '/view/type');
  const problems = (type === 'modal' ? modal : home)(value, '/view');
  if (problems.length > 0) return problems;

  const answer = validateBlocks(value.blocks, type);
  if (!answer.ok) return answer.problems;
  if (answer.blocks.length === 0) return problem('no fewer than 1 items allowed', '/view/blocks');
  const asks = answer.blocks.some((block) => block.type === 'input');
  if (type === 'modal' && asks && !value.submit) {
    return problem('missing required field: submit (the view has input blocks)', '/view');
  }
  return [];
}
