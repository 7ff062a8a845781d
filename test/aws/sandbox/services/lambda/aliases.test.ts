import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openFunction, zipOf } from './open-function.ts';

standStill();

async function open() {
  const account = await openFunction();
  await account.call('PublishVersion', { FunctionName: 'f' });
  await account.call('UpdateFunctionCode', { FunctionName: 'f', ZipFile: zipOf(2), Publish: true });
  account.clock.elapse(60_000);
  await account.call('CreateAlias', { FunctionName: 'f', Name: 'live', FunctionVersion: '1' });
  return account;
}
const live = { FunctionName: 'f', Name: 'live' };
const ARN = 'arn:aws:lambda:ap-northeast-1:123456789012:function:f';

test('an alias leads to its version, and to another one after a change', async () => {
  const { call } = await open();
  const run = async () =>
    new TextDecoder().decode((await call('Invoke', { FunctionName: 'f:live' })).Payload);
  expect(await run()).toBe('1');
  await call('UpdateAlias', { ...live, FunctionVersion: '2' });
  expect(await run()).toBe('2');
  expect(await call('GetAlias', live)).toMatchObject({ AliasArn: `${ARN}:live`, FunctionVersion: '2' });
});

test.each<[string, object, string]>([
  ['CreateAlias', { FunctionVersion: '1' }, `Alias already exists: ${ARN}:live`],
  ['CreateAlias', { Name: 'x', FunctionVersion: '9' }, `Function not found: ${ARN}:9`],
  ['GetAlias', { Name: 'none' }, `Cannot find alias arn: ${ARN}:none`],
  [
    'UpdateAlias',
    { RoutingConfig: { AdditionalVersionWeights: { '1': 0.5 } } },
    'Invalid function version 1. Function version 1 is already included in routing configuration.',
  ],
  [
    'UpdateAlias',
    { FunctionVersion: '$LATEST', RoutingConfig: { AdditionalVersionWeights: { '1': 0.5 } } },
    '$LATEST is not supported for an alias pointing to more than 1 version',
  ],
])('%s %j is refused', async (operation, more, message) => {
  const { refused } = await open();
  expect(await refused(operation, { ...live, ...more })).toMatchObject({ message });
});

test('an alias may share its invocations, is listed by name, and is deleted', async () => {
  const { call } = await open();
  const RoutingConfig = { AdditionalVersionWeights: { '2': 0.25 } };
  await call('UpdateAlias', { ...live, RoutingConfig });
  await call('CreateAlias', { ...live, Name: 'a', FunctionVersion: '2' });
  const { Aliases } = await call('ListAliases', { FunctionName: 'f' });
  expect(Aliases).toMatchObject([{ Name: 'a' }, { Name: 'live', RoutingConfig }]);
  await call('DeleteAlias', live);
  expect((await call('ListAliases', { FunctionName: 'f', FunctionVersion: '1' })).Aliases).toEqual([]);
});
