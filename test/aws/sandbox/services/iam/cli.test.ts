import { expect, test } from 'vitest';
import { aws } from '../../../../../src/aws/cli/index.ts';
import { ALLOW, openIam, S3_READ, TRUST } from './open.ts';

/** Commands of a reader, in order; transcript.txt has every answer. */
const commands: readonly (readonly string[])[] = [
  ['create-user', '--user-name', 'bob', '--path', '/developers/', '--tags', 'Key=team,Value=blue'],
  ['create-user', '--user-name', 'Bob'],
  ['get-user', '--user-name', 'bob', '--query', 'User.Arn', '--output', 'text'],
  ['create-group', '--group-name', 'team'],
  ['add-user-to-group', '--group-name', 'team', '--user-name', 'bob'],
  ['list-groups-for-user', '--user-name', 'bob'],
  ['put-user-policy', '--user-name', 'bob', '--policy-name', 'read', '--policy-document', ALLOW],
  ['get-user-policy', '--user-name', 'bob', '--policy-name', 'read'],
  ['attach-user-policy', '--user-name', 'bob', '--policy-arn', S3_READ],
  ['list-attached-user-policies', '--user-name', 'bob', '--output', 'table'],
  ['create-policy', '--policy-name', 'rules', '--policy-document', ALLOW, '--description', 'Reads objects'],
  [
    'create-policy-version',
    '--policy-arn',
    'arn:aws:iam::123456789012:policy/rules',
    '--policy-document',
    ALLOW,
  ],
  ['list-policy-versions', '--policy-arn', 'arn:aws:iam::123456789012:policy/rules', '--output', 'text'],
  ['delete-policy', '--policy-arn', 'arn:aws:iam::123456789012:policy/rules'],
  ['create-role', '--role-name', 'deployer', '--assume-role-policy-document', TRUST],
  ['get-role', '--role-name', 'deployer'],
  ['create-role', '--role-name', 'broken', '--assume-role-policy-document', '{'],
  ['list-users', '--max-items', '1', '--query', 'Users[].UserName'],
  ['create-access-key', '--user-name', 'bob', '--query', 'AccessKey.[UserName,Status]'],
  ['delete-user', '--user-name', 'bob'],
  ['list-access-keys', '--user-name', 'ghost'],
  ['get-account-summary', '--query', 'SummaryMap.Users'],
];

test('the built-in aws works with IAM as a reader would', async () => {
  const { sandbox, clock, keyOf } = openIam();
  const { accessKeyId, secretAccessKey } = keyOf('admin');
  const env = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, TZ: 'UTC' };
  const lines: string[] = [];
  for (const command of commands) {
    const { stdout, stderr, exitCode } = await aws(['iam', ...command], {
      env,
      cwd: '/home/ec2-user',
      readFile: async () => undefined,
      transport: sandbox.handleMessage,
      now: () => clock.wall(),
    });
    const shown = command.map((word) => (/^[\w./:,=-]+$/.test(word) ? word : `'${word}'`));
    lines.push(
      `$ aws iam ${shown.join(' ')}\n${stdout}${stderr}${exitCode === 0 ? '' : `exit ${exitCode}\n`}`,
    );
  }
  await expect(lines.join('')).toMatchFileSnapshot('../../../../fixtures/aws/sandbox/iam/transcript.txt');
});
