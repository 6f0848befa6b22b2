import { expect, test } from 'vitest';
import { findInstallation, upsertInstallation } from '../../../src/db/installations.ts';
import { findWorkspace } from '../../../src/db/workspaces.ts';
import { installWorkspace } from '../../../src/services/install-workspace.ts';
import { createTokenBox } from '../../../src/services/token-box.ts';
import { useApp } from '../../support/app.ts';
import { createWorkspace } from '../../support/factories.ts';
import { sendEvent } from '../../support/signed.ts';

const INSTALLED_AT = new Date('2026-11-17T09:00:00Z');
const BEFORE = new Date('2026-11-17T08:00:00Z');
const AFTER = new Date('2026-11-17T10:00:00Z');
const box = createTokenBox([Buffer.alloc(32, 1)]);
const bot = useApp();

const [GONE, REVOKED] = ['app_uninstalled', 'tokens_revoked'];

test.each([
  [GONE, REVOKED],
  [REVOKED, GONE],
  [GONE, GONE, REVOKED, REVOKED],
  [GONE, REVOKED, GONE, REVOKED],
  [GONE, REVOKED, REVOKED, GONE],
  [REVOKED, GONE, GONE, REVOKED],
  [REVOKED, GONE, REVOKED, GONE],
  [REVOKED, REVOKED, GONE, GONE],
])(
  'case 68: after %s, %s and what repeats it is uninstalled, its tokens gone',
  async (...types) => {
    const { workspaceId, slackTeamId } = await createInstalled();

    for (const type of types) await tell(slackTeamId, type, AFTER);

    expect((await findWorkspace(bot.db, workspaceId))?.state).toBe('uninstalled');
    expect(await findInstallation(bot.db, workspaceId)).toBeNull();
  },
);

test.each(['app_uninstalled', 'tokens_revoked'])(
  'case 68: an old %s that comes after a reinstall does nothing',
  async (type) => {
    const { workspaceId, slackTeamId } = await createInstalled();

    await tell(slackTeamId, type, BEFORE);

    expect((await findWorkspace(bot.db, workspaceId))?.state).toBe('active');
    expect(await findInstallation(bot.db, workspaceId)).not.toBeNull();
  },
);

const REINSTALLED_AT = new Date('2026-11-17T11:00:00Z');

test('tokens of people being revoked ends nothing', async () => {
  const { workspaceId, slackTeamId } = await createInstalled();

  await tell(slackTeamId, 'tokens_revoked', AFTER, { oauth: ['U1'], bot: [] });

  expect((await findWorkspace(bot.db, workspaceId))?.state).toBe('active');
});

test('case 68: a reinstall revives the same workspace, and what comes late from before leaves it', async () => {
  const { workspaceId, slackTeamId } = await createInstalled();
  await tell(slackTeamId, 'app_uninstalled', AFTER);

  const revived = await installWorkspace(
    bot.db,
    {
      slackTeamId,
      slackEnterpriseId: 'E1',
      slackTeamName: 'Northwind',
      tokens: { box, tokens: { botToken: 'xoxb-2', botId: 'B1', botUserId: 'U1' } },
    },
    { now: REINSTALLED_AT, machineNow: REINSTALLED_AT },
  );

  expect(revived).toMatchObject({ id: workspaceId, state: 'active', slackEnterpriseId: 'E1' });
  for (const type of [REVOKED, GONE]) await tell(slackTeamId, type, AFTER);
  expect((await findWorkspace(bot.db, workspaceId))?.state).toBe('active');
  const sealed = await findInstallation(bot.db, workspaceId);
  expect(sealed && box.open(workspaceId, sealed).botToken).toBe('xoxb-2');
});

async function createInstalled() {
  const workspace = await createWorkspace(bot.db, { installedAt: INSTALLED_AT });
  const { workspaceId } = workspace;
  const sealed = box.seal(workspaceId, { botToken: 'xoxb-1', botId: 'B1', botUserId: 'U1' });
  const installation = { ...sealed, installedAt: INSTALLED_AT };
  await upsertInstallation(bot.db, { workspaceId, installation });
  return workspace;
}

async function tell(
  teamId: string,
  type: string,
  at: Date,
  tokens: { oauth: string[]; bot: string[] } = { oauth: [], bot: ['UBOT'] },
): Promise<void> {
  const event_time = at.getTime() / 1000;
  await sendEvent(bot.events, { team_id: teamId, event_time, event: { type, tokens } });
  await bot.settled();
}
