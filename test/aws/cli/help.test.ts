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
  ])('lists what may follow: %j', async (args, lines) => {
    expect(await linesOf(...args)).toEqual(expect.arrayContaining(lines));
  });

  it('is no help where the word is something else', async () => {
    expect((await aws(['configure', 'list', 'help', 'help'], host)).stdout).toBe('');
  });
});
