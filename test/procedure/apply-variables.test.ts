import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applyVariables,
  invalidityOf,
  type Step,
  substitute,
  type Variable,
} from '../../src/procedure/index.ts';

const bucket: Variable = { name: 'BUCKET', default: 'example-bucket' };
const prefix: Variable = { name: 'PREFIX', default: 'example' };
const variables = [prefix, bucket];

test.for([
  ['aws s3 ls s3://example-bucket/key', 'aws s3 ls s3://mine/key'],
  ["--bucket=example-bucket 'example-bucket'", "--bucket=mine 'mine'"],
  ['example-bucket.s3.amazonaws.com', 'mine.s3.amazonaws.com'],
  ['example-bucketを作成', 'mineを作成'],
  ['example-bucket-2 my-example-bucket example-buckets EXAMPLE-BUCKET', undefined],
])('writes the value in the place of whole words: %s', ([text, expected]) => {
  expect(substitute(text as string, variables, { BUCKET: 'mine' })).toBe(expected ?? text);
});

test('replaces all at once, the longer default first', () => {
  const text = 'example-bucket example';
  expect(substitute(text, variables, { BUCKET: 'example', PREFIX: 'p' })).toBe('example p');
  expect(substitute(text, variables, { PREFIX: 'p' })).toBe('example-bucket p');
});

test('does not cut a longer default up by a shorter one inside it', () => {
  const paths: Variable[] = [
    { name: 'FOLDER', default: 'logs' },
    { name: 'FILE', default: 'logs/today' },
  ];
  expect(substitute('logs/today logs/old', paths, { FOLDER: 'a', FILE: 'b' })).toBe('b a/old');
  expect(substitute('logs/today logs/old', paths, { FOLDER: 'a' })).toBe('logs/today a/old');
});

test('changes nothing without values, and knows no inherited names', () => {
  expect(substitute('example', variables, {})).toBe('example');
  expect(substitute('x', [{ name: 'toString', default: 'x' }], {})).toBe('x');
  expect(substitute('a.b axb', [{ name: 'A', default: 'a.b' }], { A: 'x' })).toBe('x axb');
});

test.each(["x'; rm -rf ~; '", '$(id)', '-x', 'my/folder', '', '$&'])(
  'leaves the default where what was kept cannot stand in a command: %s',
  (kept) => {
    expect(substitute('s3://example-bucket', variables, { BUCKET: kept })).toBe('s3://example-bucket');
  },
);

test('fills a value into the command and the result example of a step, and into nothing else', () => {
  const at = { line: 1, column: 1, offset: 0 };
  const span = { start: at, end: at };
  const result = { form: 'text', body: 'made example-bucket', span, bodySpan: span } as const;
  const step: Step = {
    ...{ role: 'command', id: 'example-bucket', script: 'aws s3 mb s3://example-bucket', result },
    ...{ span, bodySpan: span, headings: ['example-bucket'] },
  };
  expect(applyVariables(step, variables, { BUCKET: 'mine' })).toEqual({
    ...step,
    script: 'aws s3 mb s3://mine',
    result: { ...result, body: 'made mine' },
  });
  const elapse: Step = { role: 'elapse', id: 'wait', durationMs: 1, span, headings: [] };
  expect(applyVariables(elapse, variables, { BUCKET: 'mine' })).toEqual(elapse);
});

const STANDARD = 'example';

test.each(['mine', 'my-bucket.2', 'A_b@c+d', '0', 'a'.repeat(1024)])('takes %s', (value) => {
  expect(invalidityOf(value, STANDARD)).toBeUndefined();
});

test.each([
  ['', 'empty'],
  ['a'.repeat(1025), 'too-long'],
  ['-rf', 'first-character'],
  ['.', 'first-character'],
  [' a', 'first-character'],
  ...['a b', "a'b", 'a"b', 'a$b', 'a`b', 'a\\b', 'a;b', 'a\nb', 'a/b', 'a:b', 'a[b', 'あ'].map((value) => [
    value,
    /^[a-z]/.test(value) ? 'character' : 'first-character',
  ]),
])('refuses %j', (value = '', reason) => {
  expect(invalidityOf(value, STANDARD)).toBe(reason);
});

const ARN = 'arn:aws:iam::123456789012:role/handson';

test.each([
  ['logs/today.txt', 'reports/2024/a+b.csv'],
  ['logs/', 'a/b/'],
  ['/tmp/handson', '/var/tmp/x'],
  ['/tmp/handson', 'x'],
  [ARN, 'arn:aws-cn:iam::111122223333:role/path/My_Role@x'],
  ['Owner=me,Stage=test', 'Owner=you'],
  ['日本語 $x', '日本語 $x'],
])('takes in the place of %s what is of its kind: %s', (standard, value) => {
  expect(invalidityOf(value, standard)).toBeUndefined();
});

test.each([
  ['logs/today.txt', '/etc/passwd', 'first-character'],
  ['logs/today.txt', '../secret', 'first-character'],
  ['logs/today.txt', 'a/../../b', 'dots'],
  ['logs/today.txt', 'a/..', 'dots'],
  ['logs/today.txt', 'a/./b', 'dots'],
  ['logs/today.txt', 'a:b', 'character'],
  ['/tmp/handson', '/', 'first-character'],
  ['/tmp/handson', '//x', 'first-character'],
  [ARN, 'arn:aws:iam::1:role/$(id)', 'character'],
  [ARN, 'arn:aws:iam::1:role/a b', 'character'],
  ['Owner=me,Stage=test', 'a=~', 'character'],
  ['Owner=me', 'a;b', 'character'],
  ['a:b', 'a,b', 'character'],
  ['a;b', 'c;d', 'character'],
])('refuses in the place of %s what is not: %s', (standard, value, reason) => {
  expect(invalidityOf(value, standard)).toBe(reason);
});

test('what it takes means nothing to a shell, whatever the default is', () => {
  const text = fc.string({ unit: 'binary-ascii', maxLength: 4 });
  fc.assert(
    fc.property(text, text, (typed, standard) => {
      const value = `a${typed}`;
      fc.pre(value !== standard);
      const isTaken = invalidityOf(value, standard) === undefined;
      expect(isTaken && /[^\w.@+/:=,-]/.test(value), value).toBe(false);
    }),
    { numRuns: 5_000 },
  );
});
