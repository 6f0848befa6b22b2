import { expect, test } from 'vitest';
import { en } from '../../../src/domain/words/en.ts';
import { buildUnsentNotice } from '../../../src/slack/views/unsent-notice.ts';
import { readBlocks } from '../../support/read-blocks.ts';

const DAY = { today: '2026-11-23', zone: 'Europe/Berlin' };
const NOTHING = { due: 2, sent: 0, lastSentAt: null, underWay: 0 };

test('says what did not go out, to whom, why, and that nothing is lost', () => {
  const notice = buildUnsentNotice(
    {
      ...{ since: new Date('2026-11-20T07:00:00Z'), ...DAY },
      kinds: [
        {
          ...{ kind: 'digest', ...NOTHING },
          others: [{ state: 'expired', reason: 'outage', count: 2, names: ['Ana', 'Ben'] }],
        },
      ],
    },
    en,
  );

  expect(readBlocks(notice.blocks)).toBe(
    [
      '*Not everything went out since Fri 20 Nov, 08:00.*',
      'Digests: 2 not sent: Ana, Ben (the bot was down).',
      'What a digest held stands in App Home, and the next one carries everything.',
    ].join('\n'),
  );
});

test('a team post without a channel asks for another one', () => {
  const { blocks } = buildUnsentNotice(
    {
      ...{ since: new Date('2026-11-20T07:00:00Z'), ...DAY },
      kinds: [
        {
          ...{ kind: 'team_post', ...NOTHING },
          others: [{ state: 'dead', reason: 'is_archived', count: 1, names: [] }],
        },
      ],
    },
    en,
  );

  expect(readBlocks(blocks)).toContain('Team posts: 1 not sent: Slack said is_archived.');
  expect(readBlocks(blocks)).toContain('Choose another channel for the team post');
});
