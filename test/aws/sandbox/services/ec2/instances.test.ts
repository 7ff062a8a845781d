import { StartInstancesCommand, StopInstancesCommand } from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { open, SUBNET } from './open-instances.ts';

standStill();

test('a public address is lost at a stop, and another one comes with the next start', async () => {
  const { ec2, run, look, pass } = await open();
  const id = await run({
    SubnetId: undefined,
    NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: SUBNET, AssociatePublicIpAddress: true }],
  });
  pass(20);
  const first = (await look(id))?.PublicIpAddress;
  expect(first).toMatch(/^(198\.51\.100|203\.0\.113)\.\d+$/);
  await ec2.send(new StopInstancesCommand({ InstanceIds: [id] }));
  pass(40);
  expect((await look(id))?.PublicIpAddress).toBeUndefined();
  await ec2.send(new StartInstancesCommand({ InstanceIds: [id] }));
  expect((await look(id))?.PublicIpAddress).not.toBe(first);
});
