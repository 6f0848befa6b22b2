import { expect, onTestFinished, test } from 'vitest';
import { listTeams } from '../../src/db/teams.ts';
import { findWorkspace } from '../../src/db/workspaces.ts';
import { seedSlack, seedTeam } from '../../src/stage/seed-team.ts';
import { useDatabase } from '../support/database.ts';
import { createWorkspace } from '../support/factories.ts';
import { createClock, openSlack } from '../support/journey.ts';

const database = useDatabase();

test('the story told again begins with the settings of a new team, whatever was set before', async () => {
  const { db } = database;
  const set = {
    ...{ managersAddPeople: true, pausedUntil: new Date('2027-01-01T00:00:00Z') },
    cadence: { pace: 3 },
    team: { locale: 'de-DE', summaryTime: '09:00', postTime: '07:00', totalsOnly: true },
  };
  const { workspaceId, slackTeamId } = await createWorkspace(db, set);
  const clock = createClock('2026-11-15T18:00');
  const slack = await openSlack(clock, null);
  onTestFinished(() => slack.close());
  slack.directory.addTeam({ id: slackTeamId, name: 'Northwind' });
  const scene = seedSlack(slack.directory, slackTeamId);

  await seedTeam({ db, workspaceId, now: clock.now() }, { ...scene, slackTeamId });

  const [team] = await listTeams(db, workspaceId);
  const unset = { managersAddPeople: false, pausedUntil: null, cadence: {} };
  expect(await findWorkspace(db, workspaceId)).toMatchObject(unset);
  expect(team).toMatchObject({ postTime: '09:15', summaryTime: '14:00', totalsOnly: false });
  expect(team?.locale).toMatch(/^en/);
});
