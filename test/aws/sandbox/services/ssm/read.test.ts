import { GetParametersByPathCommand, PutParameterCommand } from '@aws-sdk/client-ssm';
import { expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { open } from './open-parameters.ts';

standStill();

test('a path is read page by page', async () => {
  const { ssm } = open();
  for (let n = 10; n < 22; n++)
    await ssm.send(new PutParameterCommand({ Name: `/app/deep/p${n}`, Value: 'x', Type: 'String' }));
  const read = (more: object) =>
    ssm.send(new GetParametersByPathCommand({ Path: '/app', Recursive: true, ...more }));
  const first = await read({});
  expect(first.Parameters).toHaveLength(10);
  const second = await read({ NextToken: first.NextToken });
  expect(second.Parameters?.map(({ Name }) => Name)).toEqual(['/app/deep/p20', '/app/deep/p21']);
  expect(second.NextToken).toBeUndefined();
  expect((await read({ Recursive: false })).Parameters).toEqual([]);
  expect(await refusal(read({ NextToken: 'x' }))).toMatchObject({ code: 'InvalidNextToken' });
});
