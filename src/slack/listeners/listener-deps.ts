import type { App } from '@slack/bolt';
import type { IdentifyDeps } from '../identify.ts';

/** What listeners are built with. */
export type ListenerDeps = IdentifyDeps & {
  apiUrl: string;
  /** Draws the workspace's sent messages whose content changed. */
  redrawMessages(workspaceId: number): Promise<void>;
};

export type RegisterListeners = (app: App, deps: ListenerDeps) => void;
