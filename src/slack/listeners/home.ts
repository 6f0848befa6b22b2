import type {
  BlockAction,
  ButtonAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackEventMiddlewareArgs,
} from '@slack/bolt';
import { standOnHome } from '../../services/stand-on-home.ts';
import { publishHome } from '../after-change.ts';
import { actorOf } from '../identify.ts';
import { readHomeValue } from '../views/home-value.ts';
import type { ListenerDeps } from './listener-deps.ts';

/** App Home is drawn fresh each time somebody opens it. */
export function openHome(
  deps: ListenerDeps,
): Middleware<SlackEventMiddlewareArgs<'app_home_opened'>> {
  return async ({ event, context, client }) => {
    if (event.tab === 'home') await publishHome(actorOf(context), { ...deps, client });
  };
}

/** Another part of App Home, or another page of it. */
export function turnHomePage(
  deps: ListenerDeps,
): Middleware<SlackActionMiddlewareArgs<BlockAction<ButtonAction>>> {
  return async ({ ack, action, context, client }) => {
    await ack();
    const ctx = actorOf(context);
    await standOnHome(ctx, readHomeValue(action.value));
    await publishHome(ctx, { ...deps, client });
  };
}
