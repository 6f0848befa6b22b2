import { APP_METHODS } from './apps.ts';
import type { Method } from './call.ts';
import { CHAT_METHODS } from './chat.ts';
import { CONVERSATION_METHODS } from './conversations.ts';
import { USER_METHODS } from './users.ts';
import { VIEW_METHODS } from './views.ts';

export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...APP_METHODS,
    ...CHAT_METHODS,
    ...CONVERSATION_METHODS,
    ...USER_METHODS,
    ...VIEW_METHODS,
  }),
);
