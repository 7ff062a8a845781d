import { expect, test } from 'vitest';
import { readLabel } from '../../../src/authoring/import/labels.ts';

test.for([
  [
    'command',
    [
      'コマンド:',
      'コマンド：',
      '**コマンド:**',
      '**実行コマンド**：',
      '■ コマンド',
      '【コマンド例】',
      '- コマンド:',
      'Command::',
      'コマンド',
    ],
  ],
  ['env', ['環境変数の設定:', '変数の設定', 'Environment variables:']],
  ['check', ['変数の確認:', '変数の確認', 'Check the variables:']],
  [
    'result',
    [
      '結果(例):',
      '結果（例）：',
      '結果の例',
      '出力例',
      '出力例：',
      '実行結果（例）',
      '**実行結果(例):**',
      '結果 (例)',
      '- 実行結果（例）',
      'Output::',
      'Example output:',
      'Sample Output',
      '[出力例]',
      'Expected output:',
    ],
  ],
] as const)('%s', ([role, labels]) => {
  expect(labels.filter((label) => readLabel(label)?.role !== role)).toEqual([]);
});

test('a command or a result may stand on the same line', () => {
  expect(readLabel('コマンド： aws s3 ls')).toEqual({ role: 'command', rest: 'aws s3 ls' });
  expect(readLabel('Output: 2021-12-20')).toEqual({ role: 'result', rest: '2021-12-20' });
});

test.for([
  '結果',
  '出力',
  '実行',
  'コマンドを実行します。',
  '結果を確認します:',
  'aws s3 ls',
  '1. 環境変数の設定',
  '手順の目的',
  'Output of the command',
  '',
])('%j is none', (line) => {
  expect(readLabel(line)).toBeUndefined();
});
