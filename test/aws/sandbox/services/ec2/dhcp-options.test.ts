import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

test('options in use cannot be deleted; `default` gives a VPC those of the Region again', async () => {
  const { call, refused } = openService('ec2');
  const DhcpConfigurations = [{ Key: 'domain-name', Values: ['example.com'] }];
  const { DhcpOptions } = await call('CreateDhcpOptions', { DhcpConfigurations });
  const { DhcpOptionsId } = DhcpOptions;
  const { Vpc } = await call('CreateVpc', { CidrBlock: '10.0.0.0/16' });
  const associate = (id: string) => call('AssociateDhcpOptions', { DhcpOptionsId: id, VpcId: Vpc.VpcId });
  await associate(DhcpOptionsId);
  const current = async () => (await call('DescribeVpcs', { VpcIds: [Vpc.VpcId] })).Vpcs[0].DhcpOptionsId;
  expect(await current()).toBe(DhcpOptionsId);
  expect(await refused('DeleteDhcpOptions', { DhcpOptionsId })).toEqual({
    ...{ code: 'DependencyViolation', status: 400 },
    message: `The dhcpOptions '${DhcpOptionsId}' has dependencies and cannot be deleted.`,
  });
  await associate('default');
  expect(await current()).not.toBe(DhcpOptionsId);
  await call('DeleteDhcpOptions', { DhcpOptionsId });
  expect(await refused('DescribeDhcpOptions', { DhcpOptionsIds: [DhcpOptionsId] })).toMatchObject({
    status: 400,
  });
});

test('another option is refused', async () => {
  const { refused } = openService('ec2');
  expect(
    await refused('CreateDhcpOptions', { DhcpConfigurations: [{ Key: 'colour', Values: ['red'] }] }),
  ).toMatchObject({
    code: 'InvalidParameterValue',
    message: 'Value (colour) for parameter name is invalid. Unknown DHCP option',
  });
});
