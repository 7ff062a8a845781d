import { expect, test } from 'vitest';
import { createManualClock, readAccount } from '../../src/aws/sandbox/index.ts';
import { openPractice } from '../../src/practice/index.ts';
import { watchAccount } from '../../src/session/account-view.ts';

const ACCOUNT = `
id: "123456789012"
users:
  - name: anna
    accessKeys: 1
    policies:
      - name: all
        document:
          Version: "2012-10-17"
          Statement:
            - { Effect: Allow, Action: "*", Resource: "*" }
            - { Effect: Deny, Action: "sqs:DeleteQueue", Resource: "*" }
vpcs:
  - id: vpc-00000001
    region: us-east-1
    cidrBlock: 172.31.0.0/16
    dhcpOptionsId: dopt-00000001
    subnets:
      - { id: subnet-00000001, cidrBlock: 172.31.0.0/20, availabilityZone: us-east-1a, defaultForAz: true }
`;

function open() {
  const { account } = readAccount(ACCOUNT, 'account.yaml');
  if (!account) throw new Error('The account is not valid.');
  const clock = createManualClock(new Date('2026-04-01T00:00:00Z'));
  const { shell, sandbox } = openPractice({ account, seed: 'view', clock });
  const watch = watchAccount(sandbox);
  return async (script: string, elapsed = 0) => {
    clock.elapse(elapsed);
    await shell.run(`export AWS_DEFAULT_REGION=us-east-1 AWS_PAGER=\n${script}`, { timeoutMs: 30_000 });
    watch.note();
    const { calls, changes, resources } = watch.view();
    return {
      calls: calls.map(({ service, operation, error }) =>
        [service, operation, error].filter(Boolean).join(' '),
      ),
      changes: changes.map(({ kind, resource: { type, id, details } }) => ({ kind, type, id, details })),
      types: [...new Set(resources.map(({ type }) => type))],
    };
  };
}

test('shows what each step calls, and what it changes', async () => {
  const run = open();
  expect(await run('echo hello')).toMatchObject({
    ...{ calls: [], changes: [], types: ['AWS::IAM::User', 'AWS::IAM::AccessKey'] },
  });
  expect(await run('aws s3 mb s3://a-bucket')).toMatchObject({
    calls: ['s3 CreateBucket'],
    changes: [{ kind: 'created', type: 'AWS::S3::Bucket', id: 'a-bucket', details: { Objects: '0' } }],
  });
  expect(await run('echo 1 > a; aws s3 cp a s3://a-bucket/')).toMatchObject({
    calls: ['s3 PutObject'],
    changes: [{ kind: 'changed', id: 'a-bucket', details: { Objects: '1' } }],
  });
  expect((await run('aws s3 ls')).changes).toEqual([]);
  expect(await run('aws s3 rb s3://a-bucket')).toMatchObject({
    ...{ calls: ['s3 DeleteBucket BucketNotEmpty'], changes: [] },
  });
  expect(await run('aws s3 rb s3://a-bucket --force')).toMatchObject({
    changes: [{ kind: 'deleted', id: 'a-bucket' }],
  });
});

test('shows a refusal of a policy, and the queue that it left', async () => {
  const run = open();
  await run('aws sqs create-queue --queue-name jobs');
  const { calls, changes, types } = await run(
    'aws sqs delete-queue --queue-url "$(aws sqs get-queue-url --queue-name jobs --query QueueUrl --output text)"',
  );
  expect(calls).toEqual([
    expect.stringMatching(/^sqs GetQueueUrl$/),
    expect.stringMatching(/^sqs DeleteQueue \S+/),
  ]);
  expect(changes).toEqual([]);
  expect(types).toContain('AWS::SQS::Queue');
});

test('takes the default network, there from the first request, for no change', async () => {
  const run = open();
  const { changes, types } = await run('aws ec2 describe-vpcs');
  expect(changes).toEqual([]);
  expect(types).toEqual(
    expect.arrayContaining(['AWS::EC2::VPC', 'AWS::EC2::Subnet', 'AWS::EC2::SecurityGroup']),
  );
});

test('shows what time changes', async () => {
  const run = open();
  await run('aws secretsmanager create-secret --name password --secret-string hunter2');
  expect((await run('aws secretsmanager delete-secret --secret-id password')).changes).toMatchObject([
    { kind: 'changed', id: 'password', details: { DeletionDate: '2026-05-01T00:00:00.000Z' } },
  ]);
  expect((await run('', 31 * 86_400_000)).changes).toMatchObject([{ kind: 'deleted', id: 'password' }]);
});

test('shows functions with their logs, rules and event sources', async () => {
  const run = open();
  const trust = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ],
  };
  await run(
    `aws iam create-role --role-name r --assume-role-policy-document '${JSON.stringify(trust)}'; aws iam attach-role-policy --role-name r --policy-arn arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole; aws sqs create-queue --queue-name jobs; echo 'export const handler = async () => 1' > index.mjs; zip -q f.zip index.mjs`,
  );
  const created = (type: string, id: string, details: object) => ({ kind: 'created', type, id, details });
  expect(
    (
      await run(
        'aws lambda create-function --function-name f --runtime nodejs22.x --handler index.handler --role arn:aws:iam::123456789012:role/r --zip-file fileb://f.zip; sleep 5',
      )
    ).changes,
  ).toEqual([created('AWS::Lambda::Function', 'f', { Runtime: 'nodejs22.x', Versions: '0' })]);
  expect((await run('aws lambda invoke --function-name f out.json')).changes).toEqual([
    created('AWS::Logs::LogGroup', '/aws/lambda/f', { Streams: '1' }),
  ]);
  expect((await run("aws events put-rule --name tick --schedule-expression 'rate(1 hour)'")).changes).toEqual(
    [
      created('AWS::Events::Rule', 'tick', {
        ...{ State: 'ENABLED', Targets: '0', ScheduleExpression: 'rate(1 hour)' },
      }),
    ],
  );
  const { changes } = await run(
    'aws lambda create-event-source-mapping --function-name f --event-source-arn arn:aws:sqs:us-east-1:123456789012:jobs',
  );
  expect(changes).toEqual([
    created('AWS::Lambda::EventSourceMapping', expect.any(String) as string, {
      Function: 'f',
      Source: 'jobs',
    }),
  ]);
});
