import { expect, test } from 'vitest';
import {
  readList,
  readPlainParagraph,
  readRemark,
  readTabbedTable,
} from '../../../../../src/authoring/import/readers/plain/prose.ts';
import { readWith } from '../../places.ts';

test.each([
  ['注釈\n\n一つ目。\n二つ目。\n\n次', ['note [prose 一つ目。/二つ目。]', 'next 4']],
  ['注意: 消えます。', ['warning [prose 消えます。]', 'next 1']],
  ['【警告】消えます。', ['warning [prose 消えます。]', 'next 1']],
])('remark %j', (text, blocks) => {
  expect(readWith(readRemark, text)).toEqual(blocks);
});

test.each(['注意点は二つです。', '注釈', '本文'])('%s is no remark', (text) => {
  expect(readWith(readRemark, text)).toBeUndefined();
});

test.each([
  ['・一つ\n・二つ\n\nx', ['prose - 一つ/- 二つ', 'next 2']],
  ['1. a *b*\n2) c', ['prose 1. a \\*b\\*/2) c', 'next 2']],
])('list %j', (text, blocks) => {
  expect(readWith(readList, text)).toEqual(blocks);
});

test('a paragraph has no markup, and ends before a label', () => {
  expect(readWith(readPlainParagraph, '{a} <b>\n# c\nコマンド:\naws s3 ls')).toEqual([
    'prose \\{a\\} \\<b>/\\# c',
    'next 2',
  ]);
});

test('lines with as many tabs are a table', () => {
  expect(readWith(readTabbedTable, '名前\t値\na|b\t{1}\nx')).toEqual([
    'prose | 名前 | 値 |/|---|---|/| a\\|b | \\{1\\} |',
    'next 2',
  ]);
  expect(readWith(readTabbedTable, '名前\t値\nx')).toBeUndefined();
});
