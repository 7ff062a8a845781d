import { expect, test } from 'vitest';
import { waitingCommand, withAnswers } from '../../src/procedure/answers.ts';

test.each([
  ["read -p 'MFA code: ' CODE", "read -p 'MFA code: ' CODE"],
  ['export A=1\nIFS= read -r LINE && echo "$LINE"', 'read -r LINE'],
  ['aws configure', 'aws configure'],
  ['aws configure --profile session', 'aws configure --profile session'],
  ['touch a; rm -ri a', 'rm -ri a'],
  ['cp --interactive a b', 'cp --interactive a b'],
  ['if [ -e a ]; then mv -i a b; fi', 'mv -i a b'],
])('%j waits', (script, command) => {
  expect(waitingCommand({ script })).toBe(command);
  expect(waitingCommand({ script, input: ['y'] })).toBeUndefined();
});

test.each([
  'read A B < file',
  "read A <<< '1'",
  'echo y | read A',
  'read -u 3 LINE',
  'while read -r LINE; do echo "$LINE"; done < file',
  'aws ec2 describe-vpcs | while read A; do :; done',
  '{\nread A\n} <<EOF\n1\nEOF',
  'aws configure list',
  'aws configure set region us-east-1 --profile a',
  'aws configure help',
  'rm -rf a',
  'cp --recursive a b',
  "echo 'read the manual'",
  '# read this\naws s3 ls',
  "cat > a.sh <<'EOF'\nread A\nEOF",
])('%j does not wait', (script) => {
  expect(waitingCommand({ script })).toBeUndefined();
});

test('answers end with a word that is none of them', () => {
  const answers = ['TEJUN_ANSWERS', ''];
  expect(withAnswers('read A', answers)).toBe(
    "{\nread A\n} <<'TEJUN_ANSWERS_'\nTEJUN_ANSWERS\n\nTEJUN_ANSWERS_",
  );
});
