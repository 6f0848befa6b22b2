import type { VerbName } from '../../domain/words/en/command.ts';
import type { WindowName } from '../../domain/words/en/windows.ts';
import type { RepContext } from '../../services/context.ts';
import type { Opening } from '../show-window.ts';
import type { Message } from '../views/digest-message.ts';
import type { VerbGroup } from '../views/help-message.ts';

export type Opened = { opening: Opening; rest: string; responseUrl: string };

/** A verb of the command: it answers in words, or opens a view or answers later by itself. */
export type CommandVerb = {
  name: VerbName;
  /** Where help tells of it. */
  group?: VerbGroup;
  answers?: (ctx: RepContext, rest: string, request: { key: string }) => Promise<Message>;
  /** What it answers changed something that screens show. */
  changes?: boolean;
  /** The window it may open, where it opens one. */
  window?: WindowName;
  opens?: (ctx: RepContext, opened: Opened) => Promise<void>;
};
