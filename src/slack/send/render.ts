import type { KnownBlock } from '@slack/types';
import type { Announcement } from '../../domain/cracks.ts';
import type {
  ClaimedDelivery,
  DeliveryItem,
  DeliveryKind,
  SentDelivery,
  SkipReason,
} from '../../domain/delivery.ts';

export type Content = { text: string; blocks: KnownBlock[] };

export type Rendered =
  | (Content & {
      kind: 'message';
      to: { slackUserId: string } | { slackChannelId: string };
      /** The rows shown, kept with the delivery so that the message can be redrawn. */
      items?: DeliveryItem[];
      /** What it says goes to the manager. */
      announces?: Announcement | undefined;
      /** The same in few plain blocks, for when Slack refuses the full form. */
      compact: () => Content;
    })
  | { kind: 'skip'; reason: SkipReason };

export type RenderMoment = {
  /** Business time. */
  now: Date;
  /** When it was planned, if it is so late that the message has to say so. */
  lateSince: Date | null;
};

/**
 * Builds a message when it is sent, so that it is fresh. It may be asked again for the same delivery
 * and must change nothing; an error it throws counts against this delivery only.
 */
export type Renderer = (delivery: ClaimedDelivery, moment: RenderMoment) => Promise<Rendered>;
/** Kinds that nothing schedules yet have no renderer; a delivery without one is our own fault. */
export type Renderers = Partial<Record<DeliveryKind, Renderer>>;

/** Builds what a sent message is to show by now, from its stored rows; null leaves it as it stands. */
export type Redrawer = (
  delivery: SentDelivery,
  moment: Pick<RenderMoment, 'now'>,
) => Promise<Content | null>;
export type Redrawers = Partial<Record<DeliveryKind, Redrawer>>;

/** Slack's metadata of a message: the delivery's id and nothing else, for every app can read it. */
export const METADATA_EVENT = 'fu_delivery';
