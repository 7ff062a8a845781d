import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openFunction, zipOf } from './open-function.ts';

standStill();

test('a version is published once for the same code and settings', async () => {
  const { call, clock } = await openFunction();
  const publish = async () => (await call('PublishVersion', { FunctionName: 'f' })).Version;
  expect([await publish(), await publish()]).toEqual(['1', '1']);
  await call('UpdateFunctionCode', { FunctionName: 'f', ZipFile: zipOf(2) });
  clock.elapse(60_000);
  expect(await publish()).toBe('2');
  const run = async (name: string) => {
    const { Payload } = await call('Invoke', { FunctionName: name });
    return new TextDecoder().decode(Payload);
  };
  expect([await run('f:1'), await run('f:2'), await run('f')]).toEqual(['1', '2', '2']);
  const { Versions } = await call('ListVersionsByFunction', { FunctionName: 'f' });
  expect(Versions.map(({ Version }: { Version: string }) => Version)).toEqual(['$LATEST', '1', '2']);
});

test('code that is not the expected one is not published', async () => {
  const { refused } = await openFunction();
  expect(await refused('PublishVersion', { FunctionName: 'f', CodeSha256: 'x' })).toMatchObject({
    code: 'InvalidParameterValueException',
    message: expect.stringContaining('CodeSHA256 (x) is different from current CodeSHA256 in $LATEST'),
  });
});
