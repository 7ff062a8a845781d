import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { START } from '../../../practice.ts';
import { openStacks } from '../stack.ts';

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});

afterAll(() => {
  vi.useRealTimers();
});

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
