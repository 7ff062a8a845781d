import { expect, test } from 'vitest';
import { refusal } from '../../../sdk.ts';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

test('resources of IAM need a capability', async () => {
  const stack = openStacks();
  const body = (properties: string) =>
    `Resources: { User: { Type: AWS::IAM::User, Properties: ${properties} } }`;
  expect(await refusal(stack.create(body('{}')))).toEqual({
    code: 'InsufficientCapabilitiesException',
    message: 'Requires capabilities : [CAPABILITY_IAM]',
    status: 400,
  });
  const named = stack.create(body('{ UserName: bob }'), { Capabilities: ['CAPABILITY_IAM'] });
  expect((await refusal(named)).message).toBe('Requires capabilities : [CAPABILITY_NAMED_IAM]');
});
