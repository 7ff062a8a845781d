import { expect, test } from 'vitest';
import { promptRule } from '../../../../src/authoring/lint/rules/prompt.ts';
import { foundIn } from './texts.ts';

test.each([
  ['$ aws s3 ls', ['$']],
  ['[ec2-user@ip-10-0-0-1 ~]$ aws s3 ls', ['[ec2-user@ip-10-0-0-1 ~]$']],
  ['sh-4.2$ whoami\n~ $ pwd', ['sh-4.2$', '~ $']],
  ['PS C:\\> dir', ['PS C:\\>']],
  ['echo "$ 5"\n# $ aws s3 ls', ['$'].slice(1)],
  ["cat << 'END'\n$ not a prompt\nEND", []],
  ['$(aws s3 ls)\n$NAME', []],
])('prompts in %j', (script, found) => {
  expect(foundIn(promptRule, script)).toEqual(found);
});

test('the correction removes the prompt with its spaces', () => {
  const [found] = promptRule.find('  $   aws s3 ls');
  expect(found).toMatchObject({ index: 2, edit: { length: 4, replacement: '' } });
});
