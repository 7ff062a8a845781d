import { expect, test } from 'vitest';
import { lessonFor } from '../happenings.ts';

test.each([
  ["The term 'aws' is not recognized as the name of a cmdlet", {}, 'aws-not-installed'],
  ['bash: line 3: jq: command not found', {}, 'command-not-found program=jq program2=undefined'],
  ['zsh: command not found: jq', {}, 'command-not-found program=undefined program2=jq'],
  ['Invalid endpoint: https://ec2..amazonaws.com', {}, 'no-region'],
  ['Could not connect to the endpoint URL: "https://a.invalid/"', {}, 'no-endpoint url=https://a.invalid/'],
  ['', { unset: ['A', 'B'] }, 'unset-variable names=A, B'],
  ['cat: policy.json: No such file or directory', {}, 'no-file file=policy.json'],
])('%j with %j: %s', (printed, facts, lesson) => {
  expect(lessonFor(printed, facts)).toBe(lesson);
});

test('a wrong option is one only where the CLI says so by its exit code', () => {
  const printed = 'aws: error: argument --bucket: expected one argument';
  expect(lessonFor(printed, { exitCode: 252 })).toMatch(/^bad-option/);
  expect(lessonFor(printed, { exitCode: 1 })).toBe('none');
});
