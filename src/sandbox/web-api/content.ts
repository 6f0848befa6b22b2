import { isRecord } from '../blocks/rules.ts';
import { validateBlocks } from '../blocks/validate-blocks.ts';
import type { Block, Message } from '../contract.ts';
import { ATTACHMENTS, POST_TEXT } from '../limits.ts';
import type { Content } from '../post-message.ts';
import { structure, text } from './arguments.ts';
import { type Arguments, fromProblems, SlackError } from './call.ts';

/** What a message says, or Slack's refusal of it. */
export function readContent(
  args: Arguments,
  { maxText = POST_TEXT, truncate = false } = {},
): Content {
  const given = text(args, 'text') ?? text(args, 'markdown_text') ?? '';
  if (given.length > maxText && !truncate) throw new SlackError('msg_too_long');
  const attachments = structure(args, 'attachments').value;
  if (Array.isArray(attachments) && attachments.length > ATTACHMENTS) {
    throw new SlackError('too_many_attachments');
  }
  const blocks = readBlocks(args);
  const both = text(args, 'text') !== undefined || blocks.length > 0;
  if (text(args, 'markdown_text') && both) throw new SlackError('markdown_text_conflict');
  if (given === '' && blocks.length === 0) throw new SlackError('no_text');

  const metadata = readMetadata(args);
  const threadTs = text(args, 'thread_ts');
  return {
    text: given.slice(0, maxText),
    blocks,
    ...(metadata ? { metadata } : {}),
    ...(threadTs ? { threadTs } : {}),
  };
}

function readBlocks(args: Arguments): Block[] {
  const { given, value } = structure(args, 'blocks');
  if (!given) return [];
  if (!Array.isArray(value)) throw new SlackError('invalid_blocks_format');
  const answer = validateBlocks(value, 'message');
  if (!answer.ok) throw fromProblems(answer.error, answer.problems);
  return answer.blocks;
}

function readMetadata(args: Arguments): Message['metadata'] {
  const { given, value } = structure(args, 'metadata');
  if (!given) return undefined;
  const payload = isRecord(value) ? value.event_payload : undefined;
  if (!isRecord(value) || typeof value.event_type !== 'string' || !isRecord(payload)) {
    throw new SlackError('invalid_metadata_format');
  }
  return { event_type: value.event_type, event_payload: payload };
}
