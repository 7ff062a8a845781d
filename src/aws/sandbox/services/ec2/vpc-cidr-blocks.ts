import type * as Ec2 from '@aws-sdk/client-ec2';
import { defineOperation } from '../../operation/index.ts';
import {
  dependencyViolation,
  ec2Error,
  ec2MissingParameter,
  ec2NotSimulated,
  invalidCidr,
} from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { containsBlock, formatCidr, overlaps, parseCidr } from './ip-addresses.ts';
import { localRoute, networksOf, type Vpc } from './state/index.ts';
import { ec2PermissionToCreate, permissionToChange } from './tagged-resources.ts';

/** Reads a block of a VPC. "You can specify ... a /16 block or smaller, to /28" (API reference, CreateVpc). */
export function vpcBlock(text: string): string {
  const cidr = parseCidr(text);
  if (!cidr) throw invalidCidr(text, 'cidrBlock');
  if (cidr.prefix < 16 || cidr.prefix > 28)
    throw ec2Error('InvalidVpc.Range', `The CIDR '${text}' is invalid.`);
  return formatCidr(cidr);
}

export default {
  AssociateVpcCidrBlock: defineOperation<Ec2.AssociateVpcCidrBlockRequest, Ec2.AssociateVpcCidrBlockResult>({
    reads: ['CidrBlock', 'VpcId', 'AmazonProvidedIpv6CidrBlock'],
    access: permissionToChange('AssociateVpcCidrBlock', kinds.vpc, 'VpcId'),
    handle: ({ input, state, region, random }) => {
      const networks = networksOf(state);
      const vpc = find(networks.vpcs, input.VpcId, kinds.vpc, region);
      if (input.AmazonProvidedIpv6CidrBlock) throw ec2NotSimulated('IPv6 blocks of a VPC');
      if (input.CidrBlock === undefined) throw ec2MissingParameter('cidrBlock');
      const cidrBlock = vpcBlock(input.CidrBlock);
      const added = parseCidr(cidrBlock);
      const conflict = vpc.associations.some(({ cidrBlock: own }) => {
        const block = parseCidr(own);
        return added && block && overlaps(block, added);
      });
      if (conflict)
        throw ec2Error(
          'CidrConflict',
          `The CIDR '${cidrBlock}' conflicts with another CIDR block of the VPC`,
        );
      const association = { id: newId(random, 'vpc-cidr-assoc'), cidrBlock };
      vpc.associations = [...vpc.associations, association];
      for (const table of networks.routeTables.values())
        if (table.vpcId === vpc.id) table.routes = [...table.routes, localRoute(cidrBlock)];
      return { CidrBlockAssociation: toCidrAssociation(association, 'associating'), VpcId: vpc.id };
    },
  }),

  DisassociateVpcCidrBlock: defineOperation<
    Ec2.DisassociateVpcCidrBlockRequest,
    Ec2.DisassociateVpcCidrBlockResult
  >({
    reads: ['AssociationId'],
    access: ec2PermissionToCreate('DisassociateVpcCidrBlock', kinds.vpc),
    handle: ({ input, state, region }) => {
      const networks = networksOf(state);
      const { AssociationId } = input;
      const vpc = inRegion(networks.vpcs, region).find(({ associations }) =>
        associations.some(({ id }) => id === AssociationId),
      );
      const association = vpc?.associations.find(({ id }) => id === AssociationId);
      if (!vpc || !association)
        throw ec2Error(
          'InvalidVpcCidrBlockAssociationIdError.NotFound',
          `The vpc CIDR block association ID '${AssociationId}' does not exist`,
        );
      if (association === vpc.associations[0])
        throw ec2Error(
          'OperationNotPermitted',
          `The vpc CIDR block with association ID ${association.id} may not be disassociated. It is the primary IPv4 CIDR block of the VPC`,
        );
      const block = parseCidr(association.cidrBlock);
      for (const subnet of networks.subnets.values()) {
        const inner = parseCidr(subnet.cidrBlock);
        if (subnet.vpcId === vpc.id && block && inner && containsBlock(block, inner))
          throw dependencyViolation('vpc CIDR block', association.id);
      }
      vpc.associations = vpc.associations.filter(({ id }) => id !== association.id);
      for (const table of networks.routeTables.values())
        if (table.vpcId === vpc.id)
          table.routes = table.routes.filter(({ destination }) => destination !== association.cidrBlock);
      return { CidrBlockAssociation: toCidrAssociation(association, 'disassociating'), VpcId: vpc.id };
    },
  }),
};

/** Writes a block of a VPC as the API has it. */
export const toCidrAssociation = (
  { id, cidrBlock }: Vpc['associations'][number],
  state: Ec2.VpcCidrBlockStateCode = 'associated',
): Ec2.VpcCidrBlockAssociation => ({
  AssociationId: id,
  CidrBlock: cidrBlock,
  CidrBlockState: { State: state },
});
