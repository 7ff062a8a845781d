import {
  DescribeInstanceStatusCommand,
  StartInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { open } from './open-instances.ts';

standStill();

test('an instance goes from pending to terminated by the clock, and is forgotten after an hour', async () => {
  const { ec2, run, look, pass } = await open();
  const id = await run();
  const state = async () => (await look(id))?.State?.Name;
  expect(await state()).toBe('pending');
  pass(20);
  expect(await state()).toBe('running');
  const status = async () =>
    (await ec2.send(new DescribeInstanceStatusCommand({ InstanceIds: [id] }))).InstanceStatuses?.[0]
      ?.InstanceStatus?.Status;
  expect(await status()).toBe('initializing');
  pass(180);
  expect(await status()).toBe('ok');
  await ec2.send(new StopInstancesCommand({ InstanceIds: [id] }));
  expect(await state()).toBe('stopping');
  expect(await refusal(ec2.send(new StartInstancesCommand({ InstanceIds: [id] })))).toMatchObject({
    code: 'IncorrectInstanceState',
  });
  pass(40);
  expect(await state()).toBe('stopped');
  await ec2.send(new StartInstancesCommand({ InstanceIds: [id] }));
  pass(20);
  await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] }));
  expect(await state()).toBe('shutting-down');
  pass(40);
  expect(await state()).toBe('terminated');
  pass(3600);
  expect(await refusal(look(id))).toMatchObject({ code: 'InvalidInstanceID.NotFound' });
});
