import { expect, test } from 'vitest';
import { jsonIn, readLabelled } from '../../../../../src/authoring/import/readers/plain/labelled.ts';
import { numberedLines, texts } from '../../../../../src/authoring/import/readers/source-lines.ts';
import { readWith } from '../../places.ts';

test.each([
  ['コマンド:\naws s3 ls\n\nprose', ['label command', 'code | aws s3 ls', 'next 2']],
  ['コマンド: aws s3 ls', ['label command', 'code | aws s3 ls', 'next 1']],
  ['コマンド:\ncat << END\na\n\nb\nEND\n\nprose', ['label command', 'code | cat << END/a//b/END', 'next 6']],
  [
    'コマンド:\naws s3 ls \\\n  --recursive\n結果(例):\nx',
    ['label command', 'code | aws s3 ls \\/  --recursive', 'next 3'],
  ],
  ['結果(例):\n{\n\n"a": 1\n}\nmore', ['label result', 'code | {//"a": 1/}', 'next 5']],
  ['結果(例): なし', ['prose 結果(例): なし', 'next 1']],
  ['結果(例):\n（何も表示されません）', ['prose 結果(例): （何も表示されません）', 'next 2']],
])('%j', (text, blocks) => {
  expect(readWith(readLabelled, text)).toEqual(blocks);
});

test('a label that its text does not follow is prose, and says so', () => {
  const read = readWith(readLabelled, 'コマンド:\n\n次の手順に進みます。');
  expect(read).toEqual([
    'prose コマンド:',
    expect.stringMatching(/^doubt Nothing that looks like a command/),
    'next 1',
  ]);
});

test.each(['結果を確認します。', 'コマンド: 実行します。', 'ただの文'])('%s is no label', (text) => {
  expect(readWith(readLabelled, text)).toBeUndefined();
});

test('JSON ends with the line that closes it', () => {
  expect(texts(jsonIn(numberedLines('{\n"a": [\n]\n}\n}')))).toEqual(['{', '"a": [', ']', '}']);
  expect(jsonIn(numberedLines('{ not JSON'))).toEqual([]);
  expect(jsonIn(numberedLines('text {}'))).toEqual([]);
});
