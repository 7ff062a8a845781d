import { DescribeSecurityGroupsCommand } from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

const group = (ingress: string, description = 'web') => `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: ${description}
      VpcId: !Ref Vpc
      SecurityGroupIngress: [${ingress}]
`;
const from = (block: string) => `{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: ${block} }`;

test('the rules of a group follow the template; another description makes another group', async () => {
  const stack = openStacks();
  await stack.create(group(from('10.0.1.0/24')));
  const seen = async () => {
    const GroupIds = [(await stack.physical('Group')) ?? ''];
    const { SecurityGroups } = await stack.admin.ec2.send(new DescribeSecurityGroupsCommand({ GroupIds }));
    const [one] = SecurityGroups ?? [];
    return {
      id: one?.GroupId,
      ingress: one?.IpPermissions?.flatMap(({ IpRanges = [] }) => IpRanges.map(({ CidrIp }) => CidrIp)),
      egress: one?.IpPermissionsEgress?.map(({ IpProtocol }) => IpProtocol),
    };
  };
  const first = await seen();
  // Without a rule of its own a group lets all traffic out.
  expect(first).toMatchObject({ ingress: ['10.0.1.0/24'], egress: ['-1'] });
  await stack.update(group(from('10.0.2.0/24')));
  expect(await seen()).toEqual({ ...first, ingress: ['10.0.2.0/24'] });
  await stack.update(group(from('10.0.2.0/24'), 'other'));
  expect((await seen()).id).not.toBe(first.id);
});
