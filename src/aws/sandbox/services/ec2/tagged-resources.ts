import {
  type ConditionValues,
  requestTagConditions,
  resourceTagConditions,
} from '../../authorization/index.ts';
import type { AccountState, OperationContext } from '../../operation/index.ts';
import { type Ec2Kind, ec2Arn, ec2KindOf, kinds } from './ec2-kinds.ts';
import { type Compute, computeOf, type Ec2Resource, type Networks, networksOf } from './state/index.ts';

type Reader = (networks: Networks, compute: Compute) => Iterable<Ec2Resource>;

/** Every kind that has tags, in the order of DescribeTags, with the resources that an account has of it. */
const READERS: ReadonlyMap<Ec2Kind, Reader> = new Map<Ec2Kind, Reader>([
  [kinds.vpc, ({ vpcs }) => vpcs.values()],
  [kinds.subnet, ({ subnets }) => subnets.values()],
  [kinds.internetGateway, ({ internetGateways }) => internetGateways.values()],
  [kinds.routeTable, ({ routeTables }) => routeTables.values()],
  [kinds.securityGroup, ({ securityGroups }) => securityGroups.values()],
  [
    kinds.securityGroupRule,
    ({ securityGroups }) => [...securityGroups.values()].flatMap(({ rules }) => rules),
  ],
  [kinds.networkAcl, ({ networkAcls }) => networkAcls.values()],
  [kinds.dhcpOptions, ({ dhcpOptions }) => dhcpOptions.values()],
  [kinds.address, ({ addresses }) => addresses.values()],
  [kinds.natGateway, ({ natGateways }) => natGateways.values()],
  [kinds.networkInterface, ({ networkInterfaces }) => networkInterfaces.values()],
  [kinds.vpcEndpoint, ({ vpcEndpoints }) => vpcEndpoints.values()],
  [kinds.peering, ({ peerings }) => peerings.values()],
  [kinds.instance, (_, { instances }) => instances.values()],
  [kinds.keyPair, (_, { keyPairs }) => keyPairs.values()],
  [kinds.volume, (_, { volumes }) => volumes.values()],
  [kinds.snapshot, (_, { snapshots }) => snapshots.values()],
  [kinds.image, (_, { images }) => images.values()],
  [kinds.launchTemplate, (_, { launchTemplates }) => launchTemplates.values()],
]);

function ofKind(kind: Ec2Kind, state: AccountState, region: string): Ec2Resource[] {
  const resources = READERS.get(kind)?.(networksOf(state), computeOf(state)) ?? [];
  return [...resources].filter((resource) => resource.region === region);
}

/** Every resource of a Region that has tags, with its kind. */
export function taggedResources(
  state: AccountState,
  region: string,
): { readonly kind: Ec2Kind; readonly resource: Ec2Resource }[] {
  return [...READERS.keys()].flatMap((kind) =>
    ofKind(kind, state, region).map((resource) => ({ kind, resource })),
  );
}

/** The resource of an id, whatever its kind; undefined where the Region has none. */
export function findTagged(state: AccountState, region: string, id: string): Ec2Resource | undefined {
  const kind = ec2KindOf(id);
  return kind && ofKind(kind, state, region).find((resource) => resource.id === id);
}

type Context = OperationContext<object>;
type Members = Readonly<Record<string, unknown>>;

/** For `Describe...`: EC2's lists know no resource, and their denials name none (Service Authorization Reference). */
export const permissionToDescribe = (action: string) => ({
  action: `ec2:${action}`,
  resource: () => '*',
  namesResource: false,
});

/** For an operation that makes something: any resource of the kind. */
export const ec2PermissionToCreate = (action: string, kind: Ec2Kind) => ({
  action: `ec2:${action}`,
  resource: ({ state, region }: Context) => ec2Arn(state, region, kind, '*'),
  namesResource: true,
  conditions: ({ input, region }: Context) => ({ 'ec2:Region': region, ...requestTags(input as Members) }),
});

/** For an operation on the resource whose id is the value of an input member. */
export const permissionToChange = (action: string, kind: Ec2Kind, member: string) => ({
  action: `ec2:${action}`,
  resource: ({ input, state, region }: Context) =>
    ec2Arn(state, region, kind, String((input as Members)[member] ?? '*')),
  namesResource: true,
  conditions: (context: Context) => ({
    'ec2:Region': context.region,
    ...requestTags(context.input as Members),
    ...resourceTagConditions(tagsOf(context, String((context.input as Members)[member] ?? '')), 'ec2'),
  }),
});

/** Condition keys of the tags that a request gives to the resources it creates. */
export function requestTags({ TagSpecifications }: Members): ConditionValues {
  const specifications = (TagSpecifications ?? []) as readonly {
    readonly Tags?: readonly { readonly Key?: string; readonly Value?: string }[];
  }[];
  return requestTagConditions(specifications.flatMap(({ Tags = [] }) => Tags));
}

const tagsOf = ({ state, region }: Context, id: string) => findTagged(state, region, id)?.tags ?? [];
