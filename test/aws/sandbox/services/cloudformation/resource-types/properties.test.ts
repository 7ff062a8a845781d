import { expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

test.each([
  ['{ Colour: red }', 'Encountered unsupported property Colour'],
  ['{ DelaySeconds: soon }', 'Value of property DelaySeconds must be of type Integer'],
  ['{ QueueName: [a] }', 'Value of property QueueName must be of type String'],
  ['{ Tags: [{ Key: a }] }', 'Property Value cannot be empty.'],
])('properties %s fail the resource', async (properties, reason) => {
  const stack = openStacks();
  await stack.create(`Resources: { Queue: { Type: AWS::SQS::Queue, Properties: ${properties} } }`);
  expect(await stack.events()).toContain(`Queue CREATE_FAILED: ${reason}`);
});
