import { expect, test } from 'vitest';
import { commandOf, pagerRule } from '../../../../src/authoring/lint/rules/pager.ts';
import { type Page, readPage } from '../../../../src/procedure/index.ts';

const pageOf = (...fences: string[]): Page => {
  const { page } = readPage(fences.join('\n'), { id: 'c/p', file: 'p.mdx', locale: 'en' });
  if (!page) throw new Error('The page of the test cannot be read.');
  return page;
};
const command = (script: string, result = ''): string =>
  `\`\`\`bash command\n${script}\n\`\`\`\n${result && `\n\`\`\`text result\n${result}\n\`\`\`\n`}`;
const found = (...fences: string[]): string[] => pagerRule.find([pageOf(...fences)]).map(({ text }) => text);
const long = Array.from({ length: 30 }, (_, index) => `line ${index}`).join('\n');

test.each([
  ['less file', ['less file']],
  ['cat file | more', ['more']],
  ['man aws', ['man aws']],
  ['aws s3 help', ['aws s3 help']],
  ['git log', ['git log']],
  ['systemctl status sshd', ['systemctl status sshd']],
  ['git --no-pager log', []],
  ['git log | head', []],
  ['AWS_PAGER="" aws ec2 describe-vpcs', []],
])('%s', (script, texts) => {
  expect(found(command(script))).toEqual(texts);
});

test('long output of version 2 of the AWS CLI opens its pager, unless a step before has turned it off', () => {
  const vpcs = command('aws ec2 describe-vpcs', long);
  expect(found(vpcs)).toEqual(['aws ec2 describe-vpcs']);
  expect(found('```bash env\nexport AWS_PAGER=""\n```\n', vpcs)).toEqual([]);
  expect(found(command('aws s3 ls', long))).toEqual([]);
  expect(found(command('aws ec2 describe-vpcs | cat', long))).toEqual([]);
});

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
