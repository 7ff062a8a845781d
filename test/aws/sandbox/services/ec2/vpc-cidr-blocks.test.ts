import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

async function open() {
  const account = openService('ec2');
  const { Vpc } = await account.call('CreateVpc', { CidrBlock: '10.0.0.0/16' });
  return { ...account, VpcId: Vpc.VpcId as string };
}

test('a second block is routed, and holds subnets until it goes', async () => {
  const { call, refused, VpcId } = await open();
  const { CidrBlockAssociation } = await call('AssociateVpcCidrBlock', { VpcId, CidrBlock: '10.1.0.0/16' });
  expect(CidrBlockAssociation).toMatchObject({
    CidrBlock: '10.1.0.0/16',
    CidrBlockState: { State: 'associating' },
  });
  const routes = async () => {
    const Filters = [{ Name: 'vpc-id', Values: [VpcId] }];
    const { RouteTables } = await call('DescribeRouteTables', { Filters });
    return RouteTables[0].Routes.map((route: { DestinationCidrBlock: string }) => route.DestinationCidrBlock);
  };
  expect(await routes()).toEqual(['10.0.0.0/16', '10.1.0.0/16']);
  const { Subnet } = await call('CreateSubnet', { VpcId, CidrBlock: '10.1.1.0/24' });
  const { AssociationId } = CidrBlockAssociation;
  expect(await refused('DisassociateVpcCidrBlock', { AssociationId })).toMatchObject({
    code: 'DependencyViolation',
  });
  await call('DeleteSubnet', { SubnetId: Subnet.SubnetId });
  await call('DisassociateVpcCidrBlock', { AssociationId });
  expect(await routes()).toEqual(['10.0.0.0/16']);
});

test.each([
  ['10.0.128.0/17', 'CidrConflict'],
  ['10.2.0.0/8', 'InvalidVpc.Range'],
  ['10.2.0.0', 'InvalidParameterValue'],
])('the block %s is refused: %s', async (CidrBlock, code) => {
  const { refused, VpcId } = await open();
  expect(await refused('AssociateVpcCidrBlock', { VpcId, CidrBlock })).toMatchObject({ code });
});

test('the first block stays', async () => {
  const { call, refused, VpcId } = await open();
  const { Vpcs } = await call('DescribeVpcs', { VpcIds: [VpcId] });
  const [{ AssociationId }] = Vpcs[0].CidrBlockAssociationSet;
  expect(await refused('DisassociateVpcCidrBlock', { AssociationId })).toMatchObject({
    code: 'OperationNotPermitted',
  });
});
