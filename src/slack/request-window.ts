import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { WindowName } from '../domain/words/en/windows.ts';
import type { Logger } from '../logger.ts';
import type { Acknowledgement } from './acknowledge.ts';
import { isOvertaken } from './errors/is-overtaken.ts';
import type { SlackRequest } from './request.ts';
import { buildNothingMore, buildSkeleton } from './views/skeleton.ts';

/** Slack lets a request open a window for three seconds; a skeleton opens while half of them are left. */
const SKELETON_AFTER_MS = 1500;

/**
 * The window a request opens. When what it shows comes in time it is opened with that; when the
 * database is slow, a skeleton opens first and becomes that, or the sentence that says why not.
 */
export type RequestWindow = {
  /** Opens with this, on top of the window the click came from if there is one. */
  show(client: WebClient, view: ModalView): Promise<void>;
  /** Turns an open skeleton into this; false when there is none, so that it has to be said elsewhere. */
  fill(view: ModalView): Promise<boolean>;
  /** It opens none: no skeleton comes any more, and one that is there says that all is done. */
  end(): Promise<void>;
};

export type RequestWindowParts = {
  request: SlackRequest;
  /** What the skeleton is called; null for a request that opens no window. */
  name: WindowName | null;
  /** Known without the database, or null. */
  findClient: () => WebClient | null;
  /** Slack need not wait for an answer once the person sees the skeleton. */
  acknowledgement: Acknowledgement;
  log: Logger;
};

type Skeleton = { client: WebClient; viewId: string; hash: string };

export function createRequestWindow(parts: RequestWindowParts): RequestWindow {
  const { request, name, acknowledgement } = parts;
  let opening: Promise<Skeleton | null> | null = null;
  let isFilled = false;
  const begin = (named: WindowName) => {
    opening = openSkeleton(parts, named);
  };
  const timer = name === null ? undefined : setTimeout(begin, SKELETON_AFTER_MS, name);
  /** The skeleton, if it was begun; from here on none begins. */
  const take = async () => {
    clearTimeout(timer);
    const skeleton = await opening;
    return isFilled ? null : skeleton;
  };
  const become = async (skeleton: Skeleton, view: ModalView) => {
    await replace(skeleton, view);
    isFilled = true;
  };
  return {
    async show(client, view) {
      const skeleton = await take();
      if (skeleton) await become(skeleton, view);
      else await openWindow(client, request, view);
    },
    async fill(view) {
      const skeleton = await take();
      if (skeleton) await become(skeleton, view);
      return skeleton !== null;
    },
    async end() {
      const skeleton = await take();
      if (!skeleton) return;
      await become(skeleton, buildNothingMore(acknowledgement.words)).catch((error: unknown) => {
        parts.log.warn({ err: error, about: request.about }, 'A window was left loading.');
      });
    },
  };
}

async function openSkeleton(
  { request, findClient, acknowledgement, log }: RequestWindowParts,
  name: WindowName,
): Promise<Skeleton | null> {
  const client = findClient();
  if (!client) return null;
  const skeleton = buildSkeleton(name, acknowledgement.words);
  try {
    const { view } = await openWindow(client, request, skeleton);
    if (!view?.id || !view.hash) return null;
    await acknowledgement.send();
    return { client, viewId: view.id, hash: view.hash };
  } catch (error) {
    log.warn({ err: error, about: request.about }, 'A window could not be opened in time.');
    return null;
  }
}

/** On top of the window a click came from; for App Home, messages and commands there is none. */
function openWindow(client: WebClient, request: SlackRequest, view: ModalView) {
  const opening = { trigger_id: request.triggerId ?? '', view };
  const isOnTop = request.kind === 'action' && request.viewType === 'modal';
  return isOnTop ? client.views.push(opening) : client.views.open(opening);
}

/** Somebody who closed the skeleton meanwhile does not wait for it. */
async function replace({ client, viewId, hash }: Skeleton, view: ModalView): Promise<void> {
  await client.views.update({ view_id: viewId, hash, view }).catch((error: unknown) => {
    if (!isOvertaken(error)) throw error;
  });
}
