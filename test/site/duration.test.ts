import { expect, it } from 'vitest';
import { formatDuration } from '../../src/site/duration.ts';

it.each([
  ['15m', 'ja', '15分'],
  ['15m', 'en', '15 minutes'],
  ['1h', 'en', '1 hour'],
  ['36h', 'ja', '36時間'],
  ['30s', 'ja', '30秒'],
  ['2d', 'en', '2 days'],
  ['soon', 'en', 'soon'],
])('%s in %s reads %s', (duration, locale, words) => {
  expect(formatDuration(duration, locale)).toBe(words);
});
