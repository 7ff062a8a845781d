import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../project/folders.ts';
import { tejun } from './tejun.ts';

const fence = (info: string, ...lines: string[]) => [`\`\`\`${info}`, ...lines, '```', ''].join('\n');

const page = [
  '---\ntitle: Buckets\n---\n',
  fence('bash env', 'export AWS_REGION=ap-northeast-1'),
  fence('bash command', 'aws s3 mb s3://example-bucket'),
  fence('bash command', 'echo hello > a.txt; aws s3 cp a.txt s3://example-bucket/'),
  fence('bash command', 'aws s3 ls s3://example-bucket'),
  fence('bash command', 'aws iam get-user --user-name alice --query User.UserName'),
  fence('json result', '"alice"'),
  fence('bash command', 'aws ec2 describe-vpcs'),
  fence(
    'text result',
    'An error occurred (UnauthorizedOperation) when calling the DescribeVpcs operation: You are not authorized to perform this operation. User: arn:aws:iam::123456789012:user/alice is not authorized to perform: ec2:DescribeVpcs because no identity-based policy allows the ec2:DescribeVpcs action',
  ),
].join('\n');

const accountOf = (document: unknown) =>
  JSON.stringify({
    id: '123456789012',
    users: [{ name: 'alice', accessKeys: 1, policies: [{ name: 'own', document }] }],
  });

interface Statement {
  readonly Action: readonly string[];
}

test('the policy of a page is enough to run it, and no action of it can go', async () => {
  const all = {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: ['s3:*', 'iam:*', 'sqs:SendMessage'], Resource: '*' },
  };
  const root = folderOf({ 'docs/c/_account.yaml': accountOf(all), 'docs/c/a.mdx': page });
  const report = 'policy.json';
  const run = () => tejun(['doctest', '--output-file', `policy=${report}`], root);
  const account = join(root, 'docs/c/_account.yaml');

  const first = await run();
  expect(first.exitCode, first.stdout).toBe(0);
  const { pages, granted } = JSON.parse(readFileSync(join(root, report), 'utf8'));
  expect(granted).toEqual([
    {
      principal: 'arn:aws:iam::123456789012:user/alice',
      actions: ['iam:*', 's3:*', 'sqs:SendMessage'],
      unused: ['sqs:SendMessage'],
    },
  ]);
  const [{ policy }] = pages[0].needs as [{ policy: { Version: string; Statement: Statement[] } }];
  const actions = policy.Statement.flatMap(({ Action }) => Action);
  expect(actions.toSorted()).toEqual(['iam:GetUser', 's3:CreateBucket', 's3:ListBucket', 's3:PutObject']);

  writeFileSync(account, accountOf(policy));
  expect((await run()).exitCode).toBe(0);

  const without = policy.Statement.filter(({ Action }) => !Action.includes('s3:ListBucket'));
  writeFileSync(account, accountOf({ ...policy, Statement: without }));
  expect((await run()).exitCode).toBe(1);
});

test('only the sandbox of this process can derive it', async () => {
  const root = folderOf({ 'docs/c/_account.yaml': accountOf({}), 'docs/c/a.mdx': page });
  const run = await tejun(['doctest', '--reporter', 'policy', '--shell', 'bash'], root);
  expect(run).toMatchObject({ exitCode: 2, stdout: '' });
  expect(run.stderr).toContain('--report policy is derived by the sandbox in this process');
});
