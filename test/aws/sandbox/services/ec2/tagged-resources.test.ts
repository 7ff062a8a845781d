import {
  DescribeAvailabilityZonesCommand,
  DescribeRegionsCommand,
  DescribeSubnetsCommand,
} from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { open } from './open-network.ts';

standStill();

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
