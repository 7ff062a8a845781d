import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  anchors,
  type Block,
  blocks,
  headingCount,
  isTranslated,
  locales,
  pageIds,
  source,
} from './pages.ts';

const published = 'test/fixtures/site/run-commands/expected.json';

describe.each(pageIds)('%s', (id) => {
  it('has the same anchors in both languages, one for each heading', () => {
    expect(anchors(id, 'en')).toEqual(anchors(id, 'ja'));
    expect(new Set(anchors(id, 'ja')).size).toBe(headingCount(id, 'ja'));
  });

  it.each(locales)('holds nothing that looks like a real key (%s)', (locale) => {
    expect(source(id, locale)).not.toMatch(/\bA(?:KIA|SIA|IDA)(?!X+\b|\w*EXAMPLE\b)[A-Z2-7]{16,}/);
    // The source of a translation is named by a hash of 40 digits.
    expect(source(id, locale).replace(/^ {4}source: [0-9a-f]{40}$/m, '')).not.toMatch(/[A-Za-z0-9+/]{40}/);
  });

  it.each(locales)('leaves its captions to the theme (%s)', (locale) => {
    expect(source(id, locale)).not.toMatch(/^(?:コマンド|環境変数の設定|変数の確認|Command|Result).*:$/m);
  });
});

it('the course on session tokens is there in both languages, whole', () => {
  const course = pageIds.filter((id) => id.startsWith('sts-session-token/'));
  expect(course.length).toBeGreaterThanOrEqual(4);
  expect(course.filter((id) => !isTranslated(id, 'en'))).toEqual([]);
});

describe('1.2', () => {
  it('shows the published procedure, block by block, byte for byte', () => {
    const expected: Block[] = JSON.parse(readFileSync(published, 'utf8'));
    expect(blocks('sts-session-token/run-commands', 'ja')).toEqual(expected);
  });
});
