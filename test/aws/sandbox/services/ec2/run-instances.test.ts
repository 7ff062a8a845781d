import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { open } from './open-instances.ts';

standStill();

test('a parameter that the sandbox does not read is refused before anything is made', async () => {
  const { ec2, run } = await open();
  expect(await refusal(run({ HibernationOptions: { Configured: true } }))).toMatchObject({
    code: 'NotImplemented',
  });
  expect((await ec2.send(new DescribeInstancesCommand({}))).Reservations).toEqual([]);
});
