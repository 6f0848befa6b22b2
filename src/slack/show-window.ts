import type { AllMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { RequestWindow } from './request-window.ts';

/** What of a request shows its window. */
export type Opening = Pick<AllMiddlewareArgs, 'client' | 'context'>;

/** Shows the window a request opens, on top of the one the click came from if there is one. */
export function showWindow({ client, context }: Opening, view: ModalView): Promise<void> {
  return windowOf(context).show(client, view);
}

/** Set by `BoltApp` for every request. */
export function windowOf(context: AllMiddlewareArgs['context']): RequestWindow {
  return context.window;
}
