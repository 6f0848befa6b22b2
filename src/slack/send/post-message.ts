import type { WebClient } from '@slack/web-api';
import { type AnswerClass, classifyFailure, classifyResponse } from './classify-answer.ts';
import { type Content, METADATA_EVENT } from './render.ts';

/** Posts once, with the delivery's id in the metadata, and says what the answer means. */
export async function postMessage(
  client: WebClient,
  {
    deliveryId,
    slackChannelId,
    content,
  }: { deliveryId: string; slackChannelId: string; content: Content },
): Promise<AnswerClass> {
  try {
    const response = await client.chat.postMessage({
      channel: slackChannelId,
      text: content.text,
      blocks: content.blocks,
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: METADATA_EVENT, event_payload: { d: deliveryId } },
    });
    return classifyResponse(response);
  } catch (error) {
    return classifyFailure(error);
  }
}
