import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

async function open() {
  const account = openService('ssm');
  await account.call('PutParameter', { Name: 'a', Value: '1', Type: 'String' });
  await account.call('PutParameter', { Name: 'a', Value: '2', Overwrite: true });
  return account;
}

// User Guide, "Working with parameter labels": no number, `aws` or `ssm` at the beginning.
test('labels that are not valid are told, the others are set on the newest version', async () => {
  const { call } = await open();
  const Labels = ['live', '1st', 'aws-x', 'SSMx', 'a b', 'ok_1.-'];
  expect(await call('LabelParameterVersion', { Name: 'a', Labels })).toEqual({
    InvalidLabels: ['1st', 'aws-x', 'SSMx', 'a b'],
    ParameterVersion: 2,
  });
  const { Parameter } = await call('GetParameter', { Name: 'a:ok_1.-' });
  expect(Parameter).toMatchObject({ Value: '2', Selector: ':ok_1.-' });
});

test('a version has ten labels at most', async () => {
  const { call, refused } = await open();
  await call('LabelParameterVersion', { Name: 'a', Labels: [...'abcdefghij'] });
  expect(await refused('LabelParameterVersion', { Name: 'a', Labels: ['k'] })).toMatchObject({
    code: 'ParameterVersionLabelLimitExceeded',
  });
  // Those that are there count once.
  await call('LabelParameterVersion', { Name: 'a', Labels: ['j'] });
});

test('labels are removed from the version that has them', async () => {
  const { call, refused } = await open();
  await call('LabelParameterVersion', { Name: 'a', ParameterVersion: 1, Labels: ['old'] });
  const remove = (ParameterVersion: number) =>
    call('UnlabelParameterVersion', { Name: 'a', ParameterVersion, Labels: ['old'] });
  expect(await remove(2)).toEqual({ RemovedLabels: [], InvalidLabels: ['old'] });
  expect(await remove(1)).toEqual({ RemovedLabels: ['old'], InvalidLabels: [] });
  expect(
    await refused('LabelParameterVersion', { Name: 'a', ParameterVersion: 9, Labels: ['x'] }),
  ).toMatchObject({
    code: 'ParameterVersionNotFound',
    message: 'Systems Manager could not find version 9 of a. Verify the version and try again.',
  });
});
