import { expect, test } from 'vitest';
import type { TeamPostModel } from '../../../src/domain/team-post-model.ts';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import { buildBoardMessage } from '../../../src/slack/views/board-message.ts';
import { buildTeamPost } from '../../../src/slack/views/team-post.ts';
import { readBlocks } from '../../support/read-blocks.ts';

const TODAY = '2026-11-17';

const ranked = (name: string, followUps: number, rank: number) => ({
  ...{ repId: name, name, followUps, rank, hidden: false },
});

function model(change: Partial<TeamPostModel> = {}): TeamPostModel {
  return {
    ...{ today: TODAY, lastDay: '2026-11-16', followUps: 58, promises: { kept: 9, due: 10 } },
    slipping: [
      { name: 'Ana', count: 2 },
      { name: 'Ben', count: 13 },
      { name: 'Chi', count: 5 },
    ],
    away: [{ name: 'Dee', until: '2026-11-20' }],
    nothingSlipping: ['Eli', 'Fay', 'Gus'],
    most: [ranked('Ben', 12, 1), ranked('Ana', 9, 2), ranked('Hana', 8, 3)],
    totalsOnly: false,
    lastWeek: null,
    ...change,
  };
}

test('a team’s morning reads like this', () => {
  const { text, blocks } = buildTeamPost(model(), en);

  expect(text).toBe('Tue 17 Nov. 58 follow-ups yesterday; promises kept this week 9 of 10.');
  expect(
    readBlocks(blocks),
  ).toBe(`*Tue 17 Nov. 58 follow-ups yesterday; promises kept this week 9 of 10.*
Slipping: Ana 2, Ben 12+, Chi 5. Away: Dee until Fri.
Nothing slipping: Eli, Fay, Gus.
Most this week: Ben 12, Ana 9, Hana 8.`);
});

test('with totals only nobody is named beside what slips, nor by being left out', () => {
  const text = readBlocks(buildTeamPost(model({ totalsOnly: true }), en).blocks);

  expect(text).toContain('Slipping: 20. Away: Dee until Fri.');
  expect(text).not.toContain('Nothing slipping');
  expect(readBlocks(buildTeamPost(model({ totalsOnly: true, slipping: [] }), en).blocks)).toContain(
    'All clear: nothing is slipping.',
  );
});

test('all clear says so, and one follow-up is one', () => {
  const post = buildTeamPost(
    model({
      ...{ today: '2026-11-16', lastDay: '2026-11-13', followUps: 1, slipping: [], away: [] },
      ...{ promises: { kept: 0, due: 0 }, most: [] },
    }),
    en,
  );

  expect(readBlocks(post.blocks)).toBe(`*Mon 16 Nov. 1 follow-up on Fri.*
All clear: nothing is slipping.
No follow-ups logged this week yet.`);
});

test('the week’s first post closes the last one', () => {
  const board = [ranked('Ana', 30, 1), ranked('Ben', 30, 1), ranked('Chi', 1, 3)];
  const lastWeek = { monday: '2026-11-09', board, followUps: 61 };

  expect(readBlocks(buildTeamPost(model({ lastWeek }), en).blocks)).toContain(`---
*Last week, from Mon 9 Nov: 61 follow-ups*
1. Ana, 30
1. Ben, 30
3. Chi, 1`);
});

test('names beyond a readable line are counted', () => {
  const names = Array.from({ length: 200 }, (_, i) => `Rep ${i}`);

  const { blocks } = buildTeamPost(model({ nothingSlipping: names }), en);

  expect(readBlocks(blocks)).toContain('Rep 39 and 160 more.');
});

test('the board shows everybody and, to the one who asked, the own place', () => {
  const { blocks } = buildBoardMessage(
    {
      ...{ from: '2026-11-16', to: '2026-11-22', today: TODAY, followUps: 22 },
      rows: [ranked('Ben', 12, 1), { ...ranked('Ana', 9, 2), hidden: true }, ranked('Chi', 1, 3)],
      ...{ ownRepId: 'Ana', mineOnly: false },
    },
    en,
  );

  expect(readBlocks(blocks)).toBe(`*22 follow-ups, Mon 16 Nov to Sun 22 Nov*
1. Ben, 12
3. Chi, 1
You: 9 follow-ups, place 2 of 3. Others do not see you.`);
});

test('a German team’s morning reads like this', () => {
  const lastWeek = { monday: '2026-11-09', board: [ranked('Ana', 30, 1)], followUps: 1 };
  const { blocks } = buildTeamPost(model({ lastWeek }), de);

  expect(
    readBlocks(blocks),
  ).toBe(`*Di 17. Nov: 58 Follow-ups gestern; Zusagen diese Woche gehalten: 9 von 10.*
Liegen geblieben: Ana 2, Ben 12+, Chi 5. Abwesend: Dee bis Fr.
Nichts liegen geblieben: Eli, Fay, Gus.
Am meisten diese Woche: Ben 12, Ana 9, Hana 8.
---
*Letzte Woche, ab Mo 9. Nov: 1 Follow-up*
1. Ana, 30`);
});
