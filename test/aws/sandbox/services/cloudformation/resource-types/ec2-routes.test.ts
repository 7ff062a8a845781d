import { DescribeRouteTablesCommand } from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

const routes = (route: string) => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Gateway: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref Table }
  ${route}
`;
const ROUTE = `Route:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway }`;

test('a route leads to the gateway while the template has it; the association stays', async () => {
  const stack = openStacks();
  expect((await stack.create(routes(ROUTE)))?.StackStatus).toBe('CREATE_COMPLETE');
  const seen = async () => {
    const RouteTableIds = [(await stack.physical('Table')) ?? ''];
    const { RouteTables } = await stack.admin.ec2.send(new DescribeRouteTablesCommand({ RouteTableIds }));
    return {
      routes: RouteTables?.[0]?.Routes?.map((one) => [one.DestinationCidrBlock, one.GatewayId]),
      subnets: RouteTables?.[0]?.Associations?.map(({ SubnetId }) => SubnetId),
    };
  };
  const local = ['10.0.0.0/16', 'local'];
  const subnets = [await stack.physical('Subnet')];
  const gateway = await stack.physical('Gateway');
  expect((await seen()).routes).toEqual(expect.arrayContaining([local, ['0.0.0.0/0', gateway]]));
  expect((await seen()).subnets).toEqual(subnets);
  await stack.update(routes(''));
  expect(await seen()).toEqual({ routes: [local], subnets });
});
