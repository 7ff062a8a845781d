import { readFileSync } from 'node:fs';
import {
  DescribeAvailabilityZonesCommand,
  DescribeRegionsCommand,
  DescribeSubnetsCommand,
} from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createManualClock,
  createRandom,
  createSandbox,
  readAccount,
} from '../../../../../src/aws/sandbox/index.ts';
import { START } from '../../practice.ts';
import { clientsOf, refusal } from '../../sdk.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});

afterEach(() => {
  vi.useRealTimers();
});

function open(region = 'ap-northeast-1', userName = 'owner') {
  const file = 'test/fixtures/aws/sandbox/ec2-account.yaml';
  const { account, problems } = readAccount(readFileSync(file, 'utf8'), file);
  if (!account) throw new Error(JSON.stringify(problems, null, 2));
  const sandbox = createSandbox({ account, clock: createManualClock(START), random: createRandom('ec2') });
  const key = sandbox.longTermKeys.find((candidate) => candidate.userName === userName);
  if (!key) throw new Error(`${userName} has no key`);
  return clientsOf(sandbox, key, region).ec2;
}

test.each([
  new DescribeRegionsCommand({}),
  new DescribeAvailabilityZonesCommand({}),
  new DescribeSubnetsCommand({}),
])('%# needs leave', async (command) => {
  const action = `ec2:${command.constructor.name.replace('Command', '')}`;
  const call = open('ap-northeast-1', 'powerless').send(command as DescribeRegionsCommand);
  expect(await refusal(call)).toEqual({
    code: 'UnauthorizedOperation',
    message: `You are not authorized to perform this operation. User: arn:aws:iam::123456789012:user/powerless is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`,
    status: 403,
  });
});
