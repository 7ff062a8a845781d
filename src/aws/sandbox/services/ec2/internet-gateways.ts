import type * as Ec2 from '@aws-sdk/client-ec2';
import { defineOperation } from '../../operation/index.ts';
import { dependencyViolation, ec2Error, ec2LimitExceeded, invalidParameterValue } from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { type FilterValues, PAGE_LIMITS, selectPage } from './select.ts';
import { type InternetGateway, networksOf } from './state/index.ts';
import { tagsFor, toEc2Tags } from './tag-specifications.ts';
import { ec2PermissionToCreate, permissionToChange, permissionToDescribe } from './tagged-resources.ts';

const kind = kinds.internetGateway;
/** "Internet gateways per Region: 5" (VPC User Guide, "Amazon VPC quotas"). */
const MOST_GATEWAYS = 5;

export default {
  CreateInternetGateway: defineOperation<Ec2.CreateInternetGatewayRequest, Ec2.CreateInternetGatewayResult>({
    reads: ['DryRun', 'TagSpecifications'],
    access: ec2PermissionToCreate('CreateInternetGateway', kind),
    handle: ({ input, state, region, random }) => {
      const { internetGateways } = networksOf(state);
      if (inRegion(internetGateways, region).length >= MOST_GATEWAYS)
        throw ec2LimitExceeded('InternetGatewayLimitExceeded', 'internet gateways');
      const tags = tagsFor(input.TagSpecifications, kind);
      const gateway: InternetGateway = { id: newId(random, kind.prefix), region, tags };
      internetGateways.set(gateway.id, gateway);
      return { InternetGateway: toGateway(gateway, state.account.id) };
    },
  }),

  DescribeInternetGateways: defineOperation<
    Ec2.DescribeInternetGatewaysRequest,
    Ec2.DescribeInternetGatewaysResult
  >({
    constraints: PAGE_LIMITS,
    reads: ['DryRun', 'InternetGatewayIds', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribeInternetGateways'),
    handle: ({ input, state, region }) => {
      const { id: owner } = state.account;
      const gateways = inRegion(networksOf(state).internetGateways, region);
      const page = selectPage(gateways, input.InternetGatewayIds, kind, input, filters(owner));
      return { InternetGateways: page.items.map((one) => toGateway(one, owner)), NextToken: page.next };
    },
  }),

  AttachInternetGateway: defineOperation<Ec2.AttachInternetGatewayRequest, object>({
    reads: ['DryRun', 'InternetGatewayId', 'VpcId'],
    access: permissionToChange('AttachInternetGateway', kind, 'InternetGatewayId'),
    handle: ({ input, state, region }) => {
      const networks = networksOf(state);
      const gateway = find(networks.internetGateways, input.InternetGatewayId, kind, region);
      const vpc = find(networks.vpcs, input.VpcId, kinds.vpc, region);
      if (gateway.vpcId !== undefined)
        throw ec2Error(
          'Resource.AlreadyAssociated',
          `resource ${gateway.id} is already attached to network ${gateway.vpcId}`,
        );
      if ([...networks.internetGateways.values()].some(({ vpcId }) => vpcId === vpc.id))
        throw invalidParameterValue(`Network ${vpc.id} already has an internet gateway attached`);
      gateway.vpcId = vpc.id;
      return {};
    },
  }),

  DetachInternetGateway: defineOperation<Ec2.DetachInternetGatewayRequest, object>({
    reads: ['DryRun', 'InternetGatewayId', 'VpcId'],
    access: permissionToChange('DetachInternetGateway', kind, 'InternetGatewayId'),
    handle: ({ input, state, region }) => {
      const networks = networksOf(state);
      const gateway = find(networks.internetGateways, input.InternetGatewayId, kind, region);
      const vpc = find(networks.vpcs, input.VpcId, kinds.vpc, region);
      if (gateway.vpcId !== vpc.id)
        throw ec2Error('Gateway.NotAttached', `resource ${gateway.id} is not attached to network ${vpc.id}`);
      const mapped = [...networks.addresses.values()].some(({ association }) => {
        const face = networks.networkInterfaces.get(association?.networkInterfaceId ?? '');
        return face?.vpcId === vpc.id;
      });
      if (mapped)
        throw ec2Error(
          'DependencyViolation',
          `Network ${vpc.id} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway.`,
        );
      gateway.vpcId = undefined;
      return {};
    },
  }),

  DeleteInternetGateway: defineOperation<Ec2.DeleteInternetGatewayRequest, object>({
    reads: ['DryRun', 'InternetGatewayId'],
    access: permissionToChange('DeleteInternetGateway', kind, 'InternetGatewayId'),
    handle: ({ input, state, region }) => {
      const { internetGateways } = networksOf(state);
      const gateway = find(internetGateways, input.InternetGatewayId, kind, region);
      if (gateway.vpcId !== undefined) throw dependencyViolation('internetGateway', gateway.id);
      internetGateways.delete(gateway.id);
      return {};
    },
  }),
};

/** An attached gateway is `available` to its VPC (API reference, InternetGatewayAttachment). */
function toGateway({ id, vpcId, tags }: InternetGateway, owner: string): Ec2.InternetGateway {
  const attachments = vpcId === undefined ? [] : [{ State: 'available' as const, VpcId: vpcId }];
  return {
    Attachments: attachments as unknown as Ec2.InternetGatewayAttachment[],
    InternetGatewayId: id,
    OwnerId: owner,
    Tags: toEc2Tags(tags),
  };
}

function filters(owner: string): FilterValues<InternetGateway> {
  const vpcs = ({ vpcId }: InternetGateway) => (vpcId === undefined ? [] : [vpcId]);
  return {
    'attachment.state': (gateway) => vpcs(gateway).map(() => 'available'),
    'attachment.vpc-id': vpcs,
    'internet-gateway-id': ({ id }) => [id],
    'owner-id': () => [owner],
  };
}
