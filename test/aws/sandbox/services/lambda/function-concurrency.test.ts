import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openFunction } from './open-function.ts';

standStill();

test('reserved concurrency is taken from that of the account, of which a hundred are left', async () => {
  const { call, refused } = await openFunction();
  const put = (ReservedConcurrentExecutions: number) => ({ FunctionName: 'f', ReservedConcurrentExecutions });
  expect(await call('PutFunctionConcurrency', put(900))).toEqual({ ReservedConcurrentExecutions: 900 });
  expect(await refused('PutFunctionConcurrency', put(901))).toMatchObject({
    code: 'InvalidParameterValueException',
    message:
      "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
  });
  expect((await call('GetAccountSettings')).AccountLimit).toMatchObject({
    ConcurrentExecutions: 1000,
    UnreservedConcurrentExecutions: 100,
  });
  await call('DeleteFunctionConcurrency', { FunctionName: 'f' });
  expect(await call('GetFunctionConcurrency', { FunctionName: 'f' })).toEqual({});
  expect((await call('GetAccountSettings')).AccountUsage).toMatchObject({ FunctionCount: 1 });
});

test('versions have none of their own', async () => {
  const { refused } = await openFunction();
  const put = { FunctionName: 'f:1', ReservedConcurrentExecutions: 1 };
  expect(await refused('PutFunctionConcurrency', put)).toMatchObject({
    message: expect.stringContaining('This operation is permitted on Lambda functions only.'),
  });
});
