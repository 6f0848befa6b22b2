import { describe, expect, test } from 'vitest';
import { findProspect } from '../../src/db/prospects.ts';
import { listTouches } from '../../src/db/touches.ts';
import { useDatabase } from '../support/database.ts';
import { openTwoWorkspaces } from '../support/journey-oauth.ts';
import { sendPayload } from '../support/signed.ts';

const database = useDatabase();
const NOT_HERE = 'That prospect is not here. Search for it again, or add it with /followup add.';

/** Ana of Northwind with Dana, Sam of Southwind with somebody of the same address. */
async function openBoth() {
  const both = await openTwoWorkspaces(database, '2026-11-16T12:00');
  const ana = await both.north.join('Ana Silva', { isManager: true });
  const sam = await both.south.join('Sam South', { isManager: true });
  const email = 'dana@acme.example';
  const dana = await ana.has({ email });
  const other = await sam.has({ name: 'D. Reyes', company: 'Zenith', email });
  await both.moveTo('2026-11-17T08:30');
  const sentBy = async (words: string) => {
    const traffic = await both.slack.control.traffic({});
    return traffic.findLast((one) => one.direction === 'to app' && one.title.includes(words));
  };
  return { ...both, ana, sam, dana, other, sentBy };
}

test('every verb shows a workspace only its own', async () => {
  const { ana, sam } = await openBoth();

  const digests = [await ana.reads(), await sam.reads()];
  for (const verb of [
    'list',
    'show reyes',
    'show acme',
    'show dana@acme',
    'board',
    'list @ana',
    'insights team 365',
    'status',
  ]) {
    await sam.types(`/followup ${verb}`);
  }
  const home = await sam.opensHome();

  expect(digests[0]).toContain('Dana Reyes, Acme. Due today');
  expect(digests[1]).toContain('D. Reyes, Zenith. Due today');
  const seen = [...(await sam.sees()), home].join('\n');
  expect(seen).not.toContain('Dana');
  expect(seen).not.toContain('Acme.');
  expect(seen).not.toContain('Ana Silva');
  expect(seen).toContain('Your follow-ups: 1 prospect');
});

test('the search and the question about duplicates stay at home', async () => {
  const { sam } = await openBoth();

  await sam.types('/followup log dana');
  await sam.fills({ Prospect: 'Add “Dana Reyes”', 'What happened': 'No answer' });
  const errors = await sam.submits({ Company: 'Acme' });

  expect(errors).toEqual({});
  expect(await sam.reads()).toContain('Logged: call, no answer. Dana Reyes, Acme, contact 1.');
});

describe('a request of one workspace with ids of the other', () => {
  test.each(['No answer', 'Tomorrow', 'More…', 'Pick a date…'])(
    '%s is answered as for nobody',
    async (entry) => {
      const { ana, sam, dana, other, sentBy, events, app, north } = await openBoth();
      await sam.chooses('D. Reyes', entry);
      if (await sam.modal()) await sam.closes();
      const sent = JSON.stringify((await sentBy('block_actions'))?.request)
        .replaceAll(other.id, dana.id)
        .replaceAll(/"action_ts":"[^"]+"/g, '"action_ts":"7.7"');

      await sendPayload(events, JSON.parse(sent));
      await app.settled();

      expect(await sam.reads()).toBe(NOT_HERE);
      const kept = await findProspect(database.db, { ...north.ctx(), prospectId: dana.id });
      expect(kept?.version).toBe(1);
      expect(await ana.reads()).toContain('Dana Reyes, Acme. Due today');
    },
  );

  test('a form, an undo and the settings change nothing', async () => {
    const { ana, sam, dana, other, sentBy, events, app, north } = await openBoth();
    await ana.types('/followup log dana');
    await ana.submits({ 'What happened': 'No answer' });
    const [touch] = await listTouches(database.db, { ...north.ctx(), prospectId: dana.id });
    await sam.types('/followup log reyes');
    await sam.submits({ 'What happened': 'No answer' });
    const submission = JSON.stringify((await sentBy('view_submission'))?.request)
      .replaceAll(other.id, dana.id)
      .replaceAll(/nonce\\":\\"[^\\]+/g, 'nonce\\":\\"other');
    await sam.presses('Undo', { row: '[Change]' });
    const undo = JSON.stringify((await sentBy('touch.undo'))?.request);
    const own = /"value":"([0-9a-f-]{36})"/.exec(undo)?.[1] ?? '';

    const answer = await sendPayload(events, JSON.parse(submission));
    await sendPayload(events, JSON.parse(undo.replaceAll(own, touch?.id ?? '')));
    await app.settled();

    expect(await answer.text()).toContain('That prospect is not here.');
    expect(await sam.reads()).toBe('That touch is not here.');
    const kept = await listTouches(database.db, { ...north.ctx(), prospectId: dana.id });
    expect(kept).toEqual([touch]);
  });

  test('a manager’s settings are not the other team’s', async () => {
    const { ana, sam, sentBy, events } = await openBoth();
    await sam.types('/followup settings');
    await sam.presses('Change', { row: 'Team', where: 'modal' });
    await sam.submits({ 'Time of the team post': '11:30' });
    const sent = JSON.stringify((await sentBy('view_submission'))?.request);
    const theirs = sent.replaceAll(sam.rep.teamId, ana.rep.teamId);

    const answer = await sendPayload(events, JSON.parse(theirs));

    expect(await answer.text()).toContain('That team is not here.');
    await ana.types('/followup settings');
    await ana.presses('Change', { row: 'Team', where: 'modal' });
    expect(await ana.finds('Time of the team post')).toBe('09:15');
  });
});

test('a digest is redrawn for its own workspace alone', async () => {
  const { ana, sam, slack } = await openBoth();
  const before = (await slack.control.traffic({})).length;

  await ana.chooses('Dana Reyes', 'No answer');

  const after = (await slack.control.traffic({})).slice(before);
  const updates = after.filter((entry) => entry.title === 'chat.update');
  expect(updates).toHaveLength(1);
  expect(await ana.reads()).toContain('1 of 1 done');
  expect(await sam.reads()).toContain('D. Reyes, Zenith. Due today');
});
