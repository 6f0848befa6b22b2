import type { DeliveryDeps } from '../../services/delivery-context.ts';
import type { Redrawers, Renderers } from './render.ts';
import type { SenderClients } from './sender-client.ts';

/** Something a person should hear of; codes and ids only, never a message's words. */
export type Trouble = {
  kind:
    | 'workspace_disconnected'
    | 'scope_missing'
    | 'destination_lost'
    | 'recipient_gone'
    | 'delivery_dead'
    | 'unconfirmed'
    | 'look_failed'
    | 'redraw_failed'
    | 'audit'
    | 'schedule_faulty'
    | 'clock_skew'
    | 'sweep_failed';
  workspaceId?: number;
  deliveryId?: string;
  subjectKey?: string;
  error: string;
};

export type SenderDeps = DeliveryDeps & {
  clients: SenderClients;
  renderers: Renderers;
  redrawers: Redrawers;
  /** Remembers for some hours which people Slack said are still there. */
  presence: Presence;
  /** This computer's clock: held against the database's, and never asked what is due. */
  ownClock(): Date;
  onTrouble(trouble: Trouble): void;
};

export type Presence = Map<string, { untilMs: number }>;
