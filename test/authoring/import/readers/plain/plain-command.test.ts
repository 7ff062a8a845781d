import { expect, test } from 'vitest';
import {
  readCommand,
  readJsonDocument,
} from '../../../../../src/authoring/import/readers/plain/plain-command.ts';
import { readWith } from '../../places.ts';

test.each([
  ['aws s3 ls\nexport A=1\n\nx', ['code | aws s3 ls/export A=1', 'next 2']],
  ['aws s3 ls\n2021-12-20 09:00:00 a', ['code | aws s3 ls', 'code | 2021-12-20 09:00:00 a', 'next 2']],
  ['aws s3 ls \\\n  --recursive', ['code | aws s3 ls \\/  --recursive', 'next 2']],
  ['$ cat << END\na\n\nb\nEND\nout\n\nx', ['code | $ cat << END/a//b/END/out', 'next 6']],
  ['$ aws s3 ls\nコマンド:', ['code | $ aws s3 ls', 'next 1']],
])('%j', (text, blocks) => {
  expect(readWith(readCommand, text)).toEqual(blocks);
});

test.each(['手順の目的', 'aws s3 ls\nを実行します。', 'aws s3 ls で確認'])('%j is no command', (text) => {
  expect(readWith(readCommand, text)).toBeUndefined();
});

test('a JSON document that nothing announces', () => {
  expect(readWith(readJsonDocument, '{\n  "a": 1\n}\nx')).toEqual(['code json| {/  "a": 1/}', 'next 3']);
  expect(readWith(readJsonDocument, '{ a }')).toBeUndefined();
});
