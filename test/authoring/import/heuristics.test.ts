import { describe, expect, test } from 'vitest';
import {
  isPlain,
  isPrinted,
  isShell,
  looksLikeCommand,
  looksLikeSentence,
  saysNothingIsShown,
} from '../../../src/authoring/import/heuristics.ts';

describe('a command', () => {
  test.each(['aws s3 ls', 'aws --version', 'NAME=x', '  ls -l', 'for x in a; do'])('%s is one', (line) => {
    expect(looksLikeCommand(line)).toBe(true);
  });

  test.each(['aws S3', 'aws is a tool.', 'AWS CLI', 'lsof', 'コマンド', ''])('%j is none', (line) => {
    expect(looksLikeCommand(line)).toBe(false);
  });
});

describe('a sentence', () => {
  test.each(['確認します。', '確認します', 'Run it.', '次に(念のため)、', 'できました（下図）。(※1)'])(
    '%s is one',
    (line) => {
      expect(looksLikeSentence(line)).toBe(true);
    },
  );

  test.each(['手順の目的', 'v1.2.', 'file.txt', '完了条件1'])('%s is none', (line) => {
    expect(looksLikeSentence(line)).toBe(false);
  });
});

test.each(['(なし)', '（何も表示されません）', 'None', 'No output.', '出力なし。'])(
  '%s: no output',
  (line) => {
    expect(saysNothingIsShown(line)).toBe(true);
  },
);

test.each(['なしの木', 'nothing else', '0'])('%s may be output', (line) => {
  expect(saysNothingIsShown(line)).toBe(false);
});

test.each([
  ['console', true, true, false],
  ['none', false, true, true],
  ['json', false, true, false],
  ['css', false, false, false],
])('the language %s: shell %s, printed %s, plain %s', (lang, shell, printed, plain) => {
  expect([isShell(lang), isPrinted(lang), isPlain(lang)]).toEqual([shell, printed, plain]);
});
