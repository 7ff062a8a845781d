import { describe, expect, test } from 'vitest';
import {
  addToHistory,
  beginSearch,
  beginWalk,
  type HistorySearch,
  searchOn,
  searchPrompt,
  walk,
} from '../../../src/session/terminal/history.ts';

describe('commands that are kept', () => {
  test.each([
    ['a new one', 'b', ['a', 'b']],
    ['the same again', 'a', ['a']],
    ['one that begins with a space', ' b', ['a']],
    ['nothing', '', ['a']],
    ['white space', '\t\n', ['a']],
  ])('%s', (_, command, kept) => {
    expect(addToHistory(['a'], command)).toEqual(kept);
  });

  test('the oldest go when there are too many', () => {
    let history: readonly string[] = [];
    for (let number = 0; number < 600; number++) history = addToHistory(history, `echo ${number}`);
    expect([history.length, history[0]]).toEqual([500, 'echo 100']);
  });
});

test('a walk goes back and forth, and keeps what was typed and changed', () => {
  const older = walk(beginWalk(['a', 'b'], 'draft'), 'draft', -1);
  expect(older?.lines[older.at]).toBe('b');
  const oldest = older && walk(older, 'b changed', -1);
  expect(oldest?.lines[oldest.at]).toBe('a');
  expect(oldest && walk(oldest, 'a', -1)).toBeUndefined();
  const newer = oldest && walk(oldest, 'a', 1);
  expect(newer?.lines[newer.at]).toBe('b changed');
  const draft = newer && walk(newer, 'b changed', 1);
  expect(draft?.lines[draft.at]).toBe('draft');
  expect(draft && walk(draft, 'draft', 1)).toBeUndefined();
});

describe('search', () => {
  const history = ['aws s3 ls', 'aws sts get-caller-identity', 'aws s3 mb', 'echo'];
  const type = (search: HistorySearch, text: string): HistorySearch =>
    [...text].reduce((so, char) => searchOn(so, { kind: 'text', text: char }, history) ?? so, search);
  const found = ({ at }: HistorySearch) => history[at];

  test('finds the newest command that holds the text, and older ones when it is asked for again', () => {
    const first = type(beginSearch(history), 's3');
    expect(found(first)).toBe('aws s3 mb');
    const second = searchOn(first, { kind: 'search' }, history) as HistorySearch;
    expect(found(second)).toBe('aws s3 ls');
    expect(searchOn(second, { kind: 'search' }, history)).toMatchObject({ isFailed: true, at: second.at });
  });

  test('stays where it is while the text still fits, and fails where it does not', () => {
    const failed = type(beginSearch(history), 's3x');
    expect(found(failed)).toBe('aws s3 mb');
    expect(searchPrompt(failed)).toBe("(failed reverse-i-search)`s3x': ");
    const mended = searchOn(failed, { kind: 'delete-left' }, history) as HistorySearch;
    expect(searchPrompt(mended)).toBe("(reverse-i-search)`s3': ");
  });

  test('begins anew without a text, and ends with any other key', () => {
    const empty = searchOn(type(beginSearch(history), 's'), { kind: 'delete-left' }, history);
    expect(empty).toEqual(beginSearch(history));
    expect(searchOn(beginSearch(history), { kind: 'search' }, history)).toEqual(beginSearch(history));
    expect(searchOn(beginSearch(history), { kind: 'enter' }, history)).toBeUndefined();
  });
});
