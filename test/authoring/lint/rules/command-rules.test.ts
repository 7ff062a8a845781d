import { expect, test } from 'vitest';
import { commandOf } from '../../../../src/authoring/lint/rules/command-rules.ts';

test.each([
  ['aws s3 ls', 'aws', ['s3', 'ls']],
  ['A=1 B=2 aws s3 ls', 'aws', ['s3', 'ls']],
  ['A=1 sudo -E /usr/bin/aws s3 ls', 'aws', ['s3', 'ls']],
  ['env X=1 command \\less file', 'less', ['file']],
  ['A=1', '', []],
  ['sudo', '', []],
])('%s runs "%s"', (line, name, args) => {
  expect(commandOf(line.split(' '))).toEqual({ name, args });
});
