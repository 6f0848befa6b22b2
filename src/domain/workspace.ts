export const WORKSPACE_STATES = ['active', 'token_invalid', 'uninstalled'] as const;
export type WorkspaceState = (typeof WORKSPACE_STATES)[number];

/** A Slack team that installed the bot. */
export type Workspace = {
  id: number;
  slackTeamId: string;
  slackEnterpriseId: string | null;
  name: string;
  state: WorkspaceState;
  pausedUntil: Date | null;
  /** What the workspace changed of the cadence's numbers; read through `readCadenceNumbers`. */
  cadence: Record<string, unknown>;
  /** Nobody becomes a rep by using the bot: managers add people. */
  managersAddPeople: boolean;
  hashKey: Buffer;
  /** Machine time: Slack's events are compared with it. */
  installedAt: Date;
  /** Business time since when messages are owed; moves with each installation. */
  activeFrom: Date;
};

/** How people join, and how many reps there are. */
export type PeopleSettings = Pick<Workspace, 'managersAddPeople'> & { reps: number };
