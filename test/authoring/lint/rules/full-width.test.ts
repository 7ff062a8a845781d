import { expect, test } from 'vitest';
import { fixText } from '../../../../src/authoring/lint/lint.ts';
import { fullWidthRule } from '../../../../src/authoring/lint/rules/full-width.ts';

const fixed = (script: string): string =>
  fixText(
    script,
    fullWidthRule.find(script).map(({ index, edit, message, fix }) => {
      const above = script.slice(0, index).split('\n');
      const [line, column] = [above.length, (above.at(-1) ?? '').length + 1];
      return { file: 'f', line, column, code: 'full-width', message, fix, edit };
    }),
  );

test.each([
  ['aws\u3000s3 ls', 'aws s3 ls'],
  ['aws s3 ls \u2010-recursive', 'aws s3 ls --recursive'],
  ['echo \u201ca\u201d', 'echo "a"'],
  ['aws\u00a0s3 ls', 'aws s3 ls'],
])('%j is corrected', (script, right) => {
  expect(fixed(script)).toBe(right);
});

test.each(['echo "全角　の文"', '# 注：コメント', "echo 'あ'"])('%s is Japanese text', (script) => {
  expect(fullWidthRule.find(script)).toEqual([]);
});

test('a dash may stand for one or two: that is for the writer to say', () => {
  const [found] = fullWidthRule.find('aws s3 ls \u2013recursive');
  expect(found).toMatchObject({ fix: 'Write -- or -.', edit: undefined });
});

test('a substitution is a command, whose own strings may be Japanese', () => {
  expect(fullWidthRule.find('NAME=$(aws\u3000s3 ls)').map(({ index }) => index)).toEqual([10]);
  expect(fullWidthRule.find('NAME=$(echo "結果：a")')).toEqual([]);
});
