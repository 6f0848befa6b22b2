/**
 * What the page, the tests and the entry share with the local Slack. Every control below is served as
 * `POST /control/<name>` with its argument as JSON, and called directly by tests: what is shown is what is tested.
 * Instants travel as ISO strings; Slack's own ids and timestamps keep Slack's forms.
 */
export type Block = { type: string; block_id?: string } & Record<string, unknown>;

/** A person in the local Slack, with the fields of Slack's `users.info` that the bot reads. */
export type Person = {
  id: string;
  teamId: string;
  name: string;
  realName: string;
  email: string;
  title: string;
  zone: string;
  locale: string;
  isAdmin: boolean;
  isOwner: boolean;
  isBot: boolean;
  isGuest: boolean;
  deleted: boolean;
};

export type Channel = {
  id: string;
  teamId: string;
  kind: 'channel' | 'private' | 'im';
  name: string;
  members: string[];
  archived: boolean;
};

/** A message as one viewer sees it. `shownAt` is sandbox time; `ts` is machine time and only identifies it. */
export type Message = {
  ts: string;
  channelId: string;
  from: string;
  text: string;
  blocks: Block[];
  shownAt: string;
  edited: boolean;
  ephemeralFor?: string;
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  /** Stands for a slash command the person typed, shown to them alone. */
  typedCommand?: boolean;
};

/** One value of a form, as Slack's `view.state.values[block][action]`. */
export type InputValue = { type: string } & Record<string, unknown>;
export type FormValues = Record<string, Record<string, InputValue>>;

/** A modal on somebody's screen. `errors` are keyed by block id, as the app answered them. */
export type OpenView = {
  id: string;
  hash: string;
  view: {
    type: 'modal';
    callback_id: string;
    title: unknown;
    submit?: unknown;
    close?: unknown;
    blocks: Block[];
    private_metadata?: string;
  };
};

export type TrafficEntry = {
  id: number;
  at: string;
  direction: 'to app' | 'from app';
  /** `/followup log`, `block_actions log`, `chat.postMessage`, … */
  title: string;
  transport: 'http' | 'socket';
  request: unknown;
  response: unknown;
  status: number;
  ms: number;
};

/**
 * How Slack fails; a fault stays until `times` calls have met it. `method` may be `*`, or `response_url`.
 * `cut_body` and the kinds ending in `_after` have their effect first; the others have none.
 */
export type Fault = {
  method: string;
  kind:
    | 'rate_limited'
    | 'error_before'
    | 'error_after'
    | 'reset_after'
    | 'hang_after'
    | 'cut_body'
    | 'html'
    | 'platform_error';
  times: number;
  /** The part of those calls that meets it, from 0 to 1; all unless told. */
  share?: number;
  /** Seconds, for `rate_limited`; sent as given, so that absurd headers can be tried; empty sends no header. */
  retryAfter?: string;
  /** The `error` of a `platform_error`, for instance `invalid_auth` or `msg_blocks_too_long`. */
  error?: string;
  /** HTTP status of `error_before` and `error_after`; 500 unless told. */
  status?: number;
};

/** All that the page draws for one viewer and one open conversation. */
export type Snapshot = {
  team: { id: string; name: string };
  appName: string;
  botUserId: string;
  /** Sandbox time and the time zone of the viewer. */
  clock: { now: string; zone: string; nextEvent: { at: string; label: string } | null };
  me: Person;
  people: Person[];
  /** Conversations of the viewer with the number of messages they have not seen. */
  conversations: (Channel & { label: string; unread: number })[];
  messages: Message[];
  /** The top of the viewer's stack of modals, with its depth, or null. */
  modal: (OpenView & { depth: number }) | null;
  home: Block[] | null;
  shortcuts: { callbackId: string; name: string; type: 'global' | 'message' }[];
  /** With `shouldEscape` (as in the manifest; true unless told) `@name` reaches the app as `<@U…|name>`. */
  commands: { command: string; usage: string; description: string; shouldEscape?: boolean }[];
  faults: Fault[];
  /** Lines a newcomer can try, given by whoever starts the sandbox. */
  tries: { label: string; text: string }[];
};

/** Where a button or menu stands: on a message, in a modal or on the viewer's App Home. */
export type Surface =
  | { kind: 'message'; channelId: string; ts: string }
  | { kind: 'modal'; viewId: string }
  | { kind: 'home' };

export type ActionInput = {
  as: string;
  on: Surface;
  blockId: string;
  actionId: string;
  /** What was chosen, in Slack's form: `{type:'button', value}`, `{type:'static_select', selected_option}`, … */
  element: { type: string } & Record<string, unknown>;
  /** The form as it stands on the screen, for modals. */
  values?: FormValues;
};

/** What a control answers when Slack would have shown the person a fault. */
export type ControlAnswer = { ok: boolean; problem?: string };

export type SubmitAnswer = ControlAnswer & { errors?: Record<string, string> };

export type Suggestion = { text: { type: string; text: string }; value: string };
export type SuggestAnswer = ControlAnswer & {
  options?: Suggestion[];
  groups?: { label: { type: string; text: string }; options: Suggestion[] }[];
};

/** A person's hands: what somebody in front of Slack can do. */
export type Control = {
  /** `as` may be empty for a page that knows nobody yet; `me` says who was taken. */
  snapshot(input: { as: string; channelId?: string }): Promise<Snapshot>;
  /** Posts a message, or runs a slash command when the text begins with `/`. */
  type(input: { as: string; channelId: string; text: string }): Promise<ControlAnswer>;
  act(input: ActionInput): Promise<ControlAnswer>;
  suggest(input: {
    as: string;
    on: Surface;
    blockId: string;
    actionId: string;
    query: string;
    values?: FormValues;
  }): Promise<SuggestAnswer>;
  submit(input: { as: string; viewId: string; values: FormValues }): Promise<SubmitAnswer>;
  closeModal(input: { as: string; viewId: string }): Promise<ControlAnswer>;
  openHome(input: { as: string }): Promise<ControlAnswer>;
  shortcut(input: { as: string; callbackId: string }): Promise<ControlAnswer>;
  messageShortcut(input: {
    as: string;
    callbackId: string;
    channelId: string;
    ts: string;
  }): Promise<ControlAnswer>;
  markRead(input: { as: string; channelId: string }): Promise<ControlAnswer>;
  /** The language somebody reads Slack in, like `de-DE`; the app hears of it as Slack tells: by a change without it. */
  chooseLanguage(input: { as: string; locale: string }): Promise<ControlAnswer>;
  fail(input: Fault): Promise<ControlAnswer>;
  clearFaults(input: Record<string, never>): Promise<ControlAnswer>;
  traffic(input: { after?: number }): Promise<TrafficEntry[]>;
  /** Moves sandbox time through the hook given at start; `nextMorning` is 09:30 of the next working day. */
  moveClock(input: {
    to: 'nextEvent' | 'nextMorning' | { at: string };
    as: string;
  }): Promise<ControlAnswer>;
  startOver(input: Record<string, never>): Promise<ControlAnswer>;
};

/** Server-sent on `GET /control/events`: something changed; the page asks for a new snapshot. */
export type ChangeEvent = {
  kind: 'message' | 'modal' | 'home' | 'clock' | 'traffic' | 'people' | 'fault';
};

/** A local Slack that is running. */
export type LocalSlack = {
  /** Page address, for instance `http://127.0.0.1:4390`. */
  url: string;
  /** For `SLACK_API_URL`: the same address with `/api/`. */
  apiUrl: string;
  control: Control;
  directory: Directory;
  close(): Promise<void>;
};

/**
 * Setting up workspaces, people and channels: what an administrator of Slack does. Adding what is already there
 * (a team's id or name, a person's id, email or else name, a channel's name) answers what was kept, so a start can repeat it.
 */
export type Directory = {
  addTeam(input: { id?: string; name: string }): {
    id: string;
    botToken: string;
    botUserId: string;
  };
  addPerson(input: Partial<Person> & { teamId: string; realName: string }): Person;
  /** Sends `user_change` to the app when something changed. */
  changePerson(id: string, change: Partial<Person>): Promise<Person>;
  /** Members unless told: everybody and the bot in a public channel, nobody in a private one. */
  addChannel(input: {
    teamId: string;
    name: string;
    kind?: 'channel' | 'private';
    members?: string[];
  }): Channel;
  changeChannel(id: string, change: Partial<Channel>): Channel;
  /** Revokes the bot's token and sends `tokens_revoked` and `app_uninstalled`. */
  uninstall(teamId: string): Promise<void>;
  people(teamId: string): Person[];
  channels(teamId: string): Channel[];
  /** Every message in a conversation, the app's and the people's, oldest first; ephemerals included. */
  messages(channelId: string): Message[];
  /** The direct message channel of the bot and this person; made when it does not exist. */
  dmOf(personId: string): Channel;
};

export type LocalSlackOptions = {
  port: number;
  host?: string;
  appName: string;
  appId: string;
  signingSecret: string;
  appToken: string;
  /** OAuth client of the app, for `oauth.v2.access`. */
  clientId?: string;
  clientSecret?: string;
  /** Where requests go; over signed HTTP, or through the sockets the app opens. */
  deliver: { kind: 'http'; url: string } | { kind: 'socket' };
  shortcuts: Snapshot['shortcuts'];
  commands: Snapshot['commands'];
  tries?: Snapshot['tries'];
  scopes: string[];
  clock: { now(): Date };
  /** Slack's three seconds and its waits before an event is sent again, for tests that cannot wait as long. */
  ackTimeoutMs?: number;
  eventRetryDelaysMs?: number[];
  /** Written after changes and read at start, so that a second start finds its messages again. */
  stateFile?: string;
  hooks?: {
    moveClock(to: Date): Promise<void>;
    nextEvent(): Promise<{ at: string; label: string } | null>;
    startOver(): Promise<void>;
  };
};
