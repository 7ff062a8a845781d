import { expect, test } from 'vitest';
import { createHeadings } from '../../../../../src/authoring/import/readers/plain/heading.ts';
import { numberedLines } from '../../../../../src/authoring/import/readers/source-lines.ts';
import { summary } from '../../places.ts';

/** The headings among lines that each stand alone. */
function headings(...lines: string[]): string[] {
  const read = createHeadings();
  const all = numberedLines(lines.join('\n\n'));
  return all.flatMap((line, index) => {
    const blocks = line.text ? read(all, index, undefined)?.blocks : [];
    return blocks?.map(summary) ?? ['none'];
  });
}

test('numbers tell how deep a heading is, from the first one on', () => {
  expect(headings('1.2. 題名', '1.2.1. 準備', '1.2.1.1. 詳細')).toEqual([
    ...['h2 1.2. 題名', 'h2 1.2.1. 準備', 'h3 1.2.1.1. 詳細'],
  ]);
});

test('sections have their levels; twice the same title is a section and its part', () => {
  expect(headings('手順の目的', '設定値の指定', '設定値の指定', '１．実行')).toEqual([
    ...['h2 手順の目的', 'h2 設定値の指定', 'h3 設定値の指定', 'h2 １．実行'],
  ]);
});

test('a short line that ends no sentence is a heading with a doubt', () => {
  const [first, remark, second] = headings('最初', 'バケット');
  expect([first, second]).toEqual(['h2 最初', 'h2 バケット']);
  expect(remark).toMatch(/^doubt This was taken for a heading \(level 2\)/);
});

test.each(['確認します。', 'aws s3 ls', '- item', 'https://example.com/', 'a: b:', 'あ'.repeat(49), '123'])(
  '%s is none',
  (line) => {
    expect(headings(line)).toEqual(['none']);
  },
);
