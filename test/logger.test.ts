import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createLogger, describeError } from '../src/logger.ts';

const PLANTED = [
  'xoxb-123-abc',
  'xapp-1-A0-secret',
  'xoxe.xoxp-1-secret',
  'hunter2',
  'dana@acme.example',
  'Dana Reyes',
  'T1/B2/hook',
];

test('a line holds no token, password, address or message of an error', () => {
  const lines: string[] = [];
  const log = createLogger({ level: 'debug' }, { write: (line) => lines.push(line) });
  const query = new DrizzleQueryError('select $1', ['Dana Reyes', 'dana@acme.example']);
  const outer = new Error('Dana Reyes was not saved', { cause: query });

  log.error({ err: outer, workspaceId: 7 }, 'A request failed.');
  log.warn({ err: query }, 'xoxb-123-abc and xapp-1-A0-secret');
  log.info({ botToken: 'hunter2', inner: { email: 'dana@acme.example', text: 'Dana Reyes' } }, '');
  log.info('postgres://followup:hunter2@db/followup and https://hooks.slack.com/T1/B2/hook');
  log.debug({ url: 'xoxe.xoxp-1-secret', to: 'dana@acme.example' }, 'x');

  expect(lines).toHaveLength(5);
  for (const planted of PLANTED) expect(lines.join('')).not.toContain(planted);
  expect(lines[0]).toContain('"workspaceId":7');
});

test('an error is described by its code and its frames', () => {
  const cause = Object.assign(new Error('Key (email)=(dana@acme.example)'), { code: '23505' });

  const described = describeError(new DrizzleQueryError('insert $1', ['Dana'], cause));

  expect(described).toMatchObject({ name: 'DrizzleQueryError', code: '23505', query: 'insert $1' });
  expect(described.stack[0]).toMatch(/^at .*logger\.test\.ts/);
});

test("an error of Slack's is described by Slack's word for it, and a page in its place is not", () => {
  const refused = Object.assign(new Error(''), { code: 'platform', data: { error: 'not_authed' } });
  const page = Object.assign(new Error(''), { data: { error: '<html>Dana</html>' } });

  expect(describeError(refused).code).toBe('not_authed');
  expect(describeError(page).code).toBeNull();
});
