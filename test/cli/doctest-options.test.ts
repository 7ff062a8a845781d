import { expect, test } from 'vitest';
import { shellOf } from '../../src/cli/doctest-options.ts';
import { parsed } from './doctest-parsed.ts';

test.each([
  [['--locale', 'ja, en'], { locale: ['ja', 'en'] }],
  [['--shard', '2/4'], { shard: { index: 2, count: 4 } }],
  [['--account-id', '1234-5678-9012'], { accountId: '123456789012' }],
  [['--max-age', '90d'], { maxAge: 90 * 86_400_000 }],
  [['--bail', '--retry', '2'], { bail: true, retry: 2 }],
  [['--report', 'json', '--reporter', 'junit'], { reporter: ['json', 'junit'] }],
  [['--upstream', 'http://127.0.0.1:5000'], { upstream: 'http://127.0.0.1:5000/' }],
  [[], { target: 'sandbox', wait: true, cache: true }],
])('%j', (args, options) => {
  expect(parsed(...args)).toMatchObject(options);
});

test.each([
  [['--locale', ','], 'Write one or more'],
  [['--shard', '0/4'], 'Write index/count'],
  [['--shard', '5/4'], 'Write index/count'],
  [['--account-id', '123'], 'has 12 digits'],
  [['--max-age', '90'], 'a number with s, m, h or d'],
  [['--retry', '0'], 'a number from 1'],
  [['--target', 'aws'], 'There are: sandbox, recording, live'],
  [['-t', '('], 'regular expression'],
])('%j is refused', (args, reason) => {
  expect(() => parsed(...args)).toThrow(reason);
});

test('a real account needs a real bash; all else nothing but Node.js', () => {
  expect([shellOf({ target: 'live' }), shellOf({ target: 'sandbox' })]).toEqual(['bash', 'simulated']);
  expect(shellOf({ target: 'sandbox', shell: 'bash' })).toBe('bash');
});
