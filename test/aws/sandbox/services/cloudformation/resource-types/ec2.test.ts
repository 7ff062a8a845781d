import {
  DescribeSubnetsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcsCommand,
} from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

const network = (name: string, on: boolean, cidr = '10.0.1.0/24') => `
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16, EnableDnsHostnames: ${on}, Tags: [{ Key: Name, Value: ${name} }] }
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: ${cidr}, MapPublicIpOnLaunch: ${on} }
Outputs:
  Group: { Value: !GetAtt Vpc.DefaultSecurityGroup }
`;

test('a VPC and a subnet have their attributes; only another block makes another subnet', async () => {
  const stack = openStacks();
  const { ec2 } = stack.admin;
  const made = await stack.create(network('first', true));
  expect(made?.Outputs?.[0]?.OutputValue).toMatch(/^sg-[0-9a-f]{17}$/);
  const VpcId = await stack.physical('Vpc');
  const seen = async () => {
    const SubnetId = (await stack.physical('Subnet')) ?? '';
    const { Vpcs } = await ec2.send(new DescribeVpcsCommand({ VpcIds: [VpcId ?? ''] }));
    const { Subnets } = await ec2.send(new DescribeSubnetsCommand({ SubnetIds: [SubnetId] }));
    const names = await ec2.send(new DescribeVpcAttributeCommand({ VpcId, Attribute: 'enableDnsHostnames' }));
    return {
      subnet: SubnetId,
      name: Vpcs?.[0]?.Tags?.find(({ Key }) => Key === 'Name')?.Value,
      public: Subnets?.[0]?.MapPublicIpOnLaunch,
      names: names.EnableDnsHostnames?.Value,
    };
  };
  const first = await seen();
  expect(first).toMatchObject({ name: 'first', public: true, names: true });
  await stack.update(network('second', false));
  expect(await seen()).toEqual({ subnet: first.subnet, name: 'second', public: false, names: false });
  await stack.update(network('second', false, '10.0.2.0/24'));
  expect((await seen()).subnet).not.toBe(first.subnet);
});
