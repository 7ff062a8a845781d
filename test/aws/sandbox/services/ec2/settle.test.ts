import {
  AllocateAddressCommand,
  AssociateAddressCommand,
  DeleteSubnetCommand,
  DescribeAddressesCommand,
  DescribeNetworkInterfacesCommand,
  DescribeVolumesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { open, SUBNET } from './open-instances.ts';

standStill();

test('a terminated instance gives back its volume and its interface, and keeps the Elastic IP address', async () => {
  const { ec2, run, pass } = await open();
  const id = await run();
  const { AllocationId } = await ec2.send(new AllocateAddressCommand({ Domain: 'vpc' }));
  expect(
    await refusal(ec2.send(new AssociateAddressCommand({ AllocationId, InstanceId: id }))),
  ).toMatchObject({ code: 'Gateway.NotAttached' });
  const subnetIsInUse = () => refusal(ec2.send(new DeleteSubnetCommand({ SubnetId: SUBNET })));
  expect(await subnetIsInUse()).toMatchObject({ code: 'DependencyViolation' });
  await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] }));
  expect(await subnetIsInUse()).toMatchObject({ code: 'DependencyViolation' });
  pass(60);
  expect((await ec2.send(new DescribeVolumesCommand({}))).Volumes).toEqual([]);
  expect((await ec2.send(new DescribeNetworkInterfacesCommand({}))).NetworkInterfaces).toEqual([]);
  expect((await ec2.send(new DescribeAddressesCommand({}))).Addresses).toHaveLength(1);
  await ec2.send(new DeleteSubnetCommand({ SubnetId: SUBNET }));
});
