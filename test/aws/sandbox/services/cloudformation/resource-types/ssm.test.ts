import { GetParameterCommand } from '@aws-sdk/client-ssm';
import { expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

test('a parameter gets another version for another value, and is another one by another name', async () => {
  const stack = openStacks();
  const parameter = (Name: string, Value: string) =>
    `Resources: { One: { Type: AWS::SSM::Parameter, Properties: { Name: ${Name}, Type: String, Value: ${Value} } } }`;
  const seen = async (Name: string) => {
    const { Parameter } = await stack.admin.ssm.send(new GetParameterCommand({ Name }));
    return [Parameter?.Value, Parameter?.Version];
  };
  await stack.create(parameter('/shop/a', 'first'));
  expect(await seen('/shop/a')).toEqual(['first', 1]);
  await stack.update(parameter('/shop/a', 'second'));
  expect(await seen('/shop/a')).toEqual(['second', 2]);
  await stack.update(parameter('/shop/b', 'second'));
  expect(await seen('/shop/b')).toEqual(['second', 1]);
  await expect(seen('/shop/a')).rejects.toMatchObject({ name: 'ParameterNotFound' });
});
