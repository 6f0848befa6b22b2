import type { BlockAction, RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { wordsFor } from '../../domain/words/words.ts';
import { localDateOf } from '../../domain/zone.ts';
import type { RepContext } from '../../services/context.ts';
import { findOneProspect } from '../../services/get-prospect.ts';
import type { Message } from '../views/digest-message.ts';
import { buildEndingAnswer, buildEndingModal, type EndingAnswer } from '../views/ending-answer.ts';

type Shown = { body: BlockAction; client: WebClient; respond: RespondFn };

/** An answer as a message, and as a modal. */
export type Drawn = { message: Message; modal: ModalView };

/** Puts an answer where the button stood: in the modal, or in place of the message. */
export async function showInstead({ body, client, respond }: Shown, answer: Drawn): Promise<void> {
  if (body.view) await client.views.update({ view_id: body.view.id, view: answer.modal });
  else await respond({ replace_original: true, ...answer.message });
}

/** The answer to a prospect that was closed or opened again, as it stands. */
export async function loadEnding(
  ctx: RepContext,
  prospectId: string,
  done: EndingAnswer['done'] = { kind: 'not_a_prospect' },
): Promise<EndingAnswer> {
  const { zone } = ctx.rep;
  const prospect = await findOneProspect(ctx, prospectId);
  return { prospect, today: localDateOf(ctx.now, zone), zone, done };
}

export function drawEnding({ rep }: RepContext, model: EndingAnswer): Drawn {
  const words = wordsFor(rep.locale);
  return { message: buildEndingAnswer(model, words), modal: buildEndingModal(model, words) };
}
