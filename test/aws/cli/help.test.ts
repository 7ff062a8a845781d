import { describe, expect, it } from 'vitest';
import { type AwsHost, aws } from '../../../src/aws/cli/index.ts';

const host: AwsHost = {
  env: { HOME: '/home/ec2-user' },
  cwd: '/home/ec2-user',
  readFile: async () => undefined,
  transport: async () => new Response('', { status: 500 }),
  now: () => new Date('2021-12-20T09:00:00Z'),
};
const linesOf = async (...args: string[]) => (await aws(args, host)).stdout.split('\n');

describe('help of the built-in aws', () => {
  it.each([
    [['help'], ['Commands:', '  dynamodb', '  s3api', '  configure']],
    [
      ['iam', 'help'],
      ['Commands:', '  list-users', '  wait'],
    ],
    [
      ['iam', 'wait', 'help'],
      ['Commands:', '  user-exists'],
    ],
    [
      ['s3', 'help'],
      ['Commands:', '  presign'],
    ],
    [
      ['sts', 'get-session-token', 'help'],
      ['Options:', '  --duration-seconds <value>', '  --serial-number <value>'],
    ],
    [
      ['sts', 'assume-role', 'help'],
      ['  --role-arn <value> (required)', '  --policy-arns <value>...'],
    ],
    [
      ['s3api', 'list-objects-v2', 'help'],
      ['  --bucket <value> (required)', '  --max-items <integer>'],
    ],
    [
      ['sts', 'get-caller-identity', 'help'],
      ['  --output json|text|table|yaml|yaml-stream', '  --region <value>'],
    ],
    [
      ['--region', 'us-east-1', 'iam', 'help'],
      ['aws iam', 'Commands:', '  list-users'],
    ],
    [
      ['sts', '--output', 'text', 'get-caller-identity', 'help'],
      ['aws sts get-caller-identity', 'Options:', '  --region <value>'],
    ],
  ])('lists what may follow: %j', async (args, lines) => {
    expect(await linesOf(...args)).toEqual(expect.arrayContaining(lines));
  });

  it.each([
    [['iam', 'help'], 'create-user', 'Creates a new IAM user for your Amazon Web Services account.'],
    [['help'], 'sns', 'Amazon Simple Notification Service (Amazon SNS) is a web service'],
    [
      ['sts', 'assume-role', 'help'],
      '--role-arn <value> (required)',
      'The Amazon Resource Name (ARN) of the role',
    ],
    // Of the CLI's own, and of all commands.
    [['s3', 'ls', 'help'], '--recursive', 'Command is performed on all files or objects'],
    [['logs', 'tail', 'help'], '--since <value>', 'From what time to begin displaying logs.'],
    [['iam', 'list-users', 'help'], '--max-items <integer>', 'The total number of items to return'],
    [['ec2', 'wait', 'vpc-available', 'help'], '--vpc-ids <value>...', 'One or more VPC IDs.'],
    [['configure', 'help'], 'list-profiles', 'List the profiles available to the AWS CLI.'],
  ])('says of each what the CLI says: %j', async (args, usage, text) => {
    const lines = await linesOf(...args);
    expect(lines[lines.indexOf(`  ${usage}`) + 1]).toContain(`      ${text}`);
  });

  it('says what the command itself does, and whose words these are', async () => {
    const lines = await linesOf('sts', 'get-session-token', 'help');
    expect(lines).toContain(
      'Returns a set of temporary credentials for an Amazon Web Services account or IAM user.',
    );
    expect(lines.at(-2)).toContain('AWS CLI 2.9.19 (Apache License 2.0)');
  });

  it('is no help where the word is something else', async () => {
    expect((await aws(['configure', 'list', 'help', 'help'], host)).stdout).toBe('');
  });
});
