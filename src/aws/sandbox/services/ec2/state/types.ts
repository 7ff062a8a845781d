import type { Tag } from '../../../account/index.ts';

export type { Tag };

/** A resource of EC2. */
export interface Ec2Resource {
  readonly id: string;
  readonly region: string;
  tags: readonly Tag[];
}

interface CidrAssociation {
  /** `vpc-cidr-assoc-...` */
  readonly id: string;
  readonly cidrBlock: string;
}

export interface Vpc extends Ec2Resource {
  readonly cidrBlock: string;
  /** The VPC's first block among them. */
  associations: readonly CidrAssociation[];
  dhcpOptionsId: string;
  readonly state: 'pending' | 'available';
  instanceTenancy: 'default' | 'dedicated' | 'host';
  readonly isDefault: boolean;
  enableDnsSupport: boolean;
  enableDnsHostnames: boolean;
  enableNetworkAddressUsageMetrics: boolean;
}

export interface Subnet extends Ec2Resource {
  readonly vpcId: string;
  readonly cidrBlock: string;
  /** `ap-northeast-1a` */
  readonly availabilityZone: string;
  readonly state: 'pending' | 'available';
  readonly defaultForAz: boolean;
  mapPublicIpOnLaunch: boolean;
}

export interface InternetGateway extends Ec2Resource {
  vpcId?: string | undefined;
}

/** Target of a route: one of the members is set. */
export interface RouteTarget {
  readonly gatewayId?: string | undefined;
  readonly natGatewayId?: string | undefined;
  readonly networkInterfaceId?: string | undefined;
  readonly instanceId?: string | undefined;
  readonly vpcPeeringConnectionId?: string | undefined;
}

export interface Route extends RouteTarget {
  readonly destination: string;
  readonly origin: 'CreateRouteTable' | 'CreateRoute';
}

export interface RouteTableAssociation {
  /** `rtbassoc-...` */
  readonly id: string;
  /** Without it, the association makes the table the VPC's main one. */
  readonly subnetId?: string;
}

export interface RouteTable extends Ec2Resource {
  readonly vpcId: string;
  routes: readonly Route[];
  associations: readonly RouteTableAssociation[];
}

export interface SecurityGroupRule extends Ec2Resource {
  readonly isEgress: boolean;
  /** `tcp`, `udp`, `icmp`, `-1` for all, or a number. */
  readonly protocol: string;
  readonly fromPort: number;
  readonly toPort: number;
  /** One of the next three. */
  readonly cidrIpv4?: string | undefined;
  readonly cidrIpv6?: string | undefined;
  readonly referencedGroupId?: string | undefined;
  readonly description?: string | undefined;
}

export interface SecurityGroup extends Ec2Resource {
  readonly name: string;
  readonly description: string;
  readonly vpcId: string;
  rules: readonly SecurityGroupRule[];
}

export interface NetworkAclEntry {
  readonly ruleNumber: number;
  readonly egress: boolean;
  /** `-1` for all, or a number. */
  readonly protocol: string;
  readonly action: 'allow' | 'deny';
  readonly cidrBlock: string;
  readonly ports?: { readonly From?: number | undefined; readonly To?: number | undefined } | undefined;
  readonly icmp?: { readonly Code?: number | undefined; readonly Type?: number | undefined } | undefined;
}

export interface NetworkAcl extends Ec2Resource {
  readonly vpcId: string;
  readonly isDefault: boolean;
  entries: readonly NetworkAclEntry[];
  associations: readonly { readonly id: string; readonly subnetId: string }[];
}

export interface DhcpOptions extends Ec2Resource {
  readonly configurations: readonly { readonly key: string; readonly values: readonly string[] }[];
}

/** An Elastic IP address. */
export interface Address extends Ec2Resource {
  readonly publicIp: string;
  association?: AddressAssociation | undefined;
}

interface AddressAssociation {
  /** `eipassoc-...` */
  readonly id: string;
  readonly networkInterfaceId: string;
  readonly privateIp: string;
}

export interface NatGateway extends Ec2Resource {
  readonly subnetId: string;
  readonly vpcId: string;
  readonly networkInterfaceId: string;
  readonly privateIp: string;
  /** Absent for a private gateway. */
  readonly allocationId?: string | undefined;
  readonly created: Date;
  /** Why it never works: it becomes `failed` instead of `available`. */
  readonly failure?: { readonly code: string; readonly message: string } | undefined;
  /** When its deletion began. */
  deleted?: Date | undefined;
}

export interface NetworkInterface extends Ec2Resource {
  readonly subnetId: string;
  readonly vpcId: string;
  readonly availabilityZone: string;
  readonly privateIp: string;
  /** Beside the primary one. */
  secondaryIps: readonly string[];
  readonly macAddress: string;
  readonly type: 'interface' | 'nat_gateway' | 'vpc_endpoint';
  description: string;
  groupIds: readonly string[];
  sourceDestCheck: boolean;
  /** A public address that is no Elastic IP address: EC2's own while the instance runs. */
  publicIp?: string | undefined;
  attachment?: Attachment | undefined;
}

/** A network interface's attachment: to an instance, or to what AWS itself runs. */
export interface Attachment {
  /** `eni-attach-...`, `ela-attach-...` of a NAT gateway. */
  readonly id: string;
  readonly instanceId?: string | undefined;
  readonly deviceIndex: number;
  readonly time: Date;
  deleteOnTermination: boolean;
}

/** A VPC endpoint. */
export interface VpcEndpoint extends Ec2Resource {
  readonly type: 'Gateway' | 'Interface';
  readonly vpcId: string;
  /** `com.amazonaws.ap-northeast-1.s3` */
  readonly serviceName: string;
  readonly created: Date;
  deleted?: Date | undefined;
  /** As JSON text. */
  policy: string;
  routeTableIds: readonly string[];
  subnetIds: readonly string[];
  groupIds: readonly string[];
  networkInterfaceIds: readonly string[];
  privateDnsEnabled: boolean;
}

/** A peering connection; its region is the requester's. */
export interface Peering extends Ec2Resource {
  readonly requester: PeeringSide;
  readonly accepter: PeeringSide;
  readonly created: Date;
  status: 'pending-acceptance' | 'active' | 'rejected' | 'deleted' | 'failed';
  /** When it was rejected or deleted. */
  ended?: Date | undefined;
}

export interface PeeringSide {
  readonly ownerId: string;
  readonly region: string;
  readonly vpcId: string;
  allowsDnsResolution: boolean;
}

/** The networks of the account, in all regions, by id. */
export interface Networks {
  readonly vpcs: Map<string, Vpc>;
  readonly subnets: Map<string, Subnet>;
  readonly internetGateways: Map<string, InternetGateway>;
  readonly routeTables: Map<string, RouteTable>;
  readonly securityGroups: Map<string, SecurityGroup>;
  readonly networkAcls: Map<string, NetworkAcl>;
  readonly dhcpOptions: Map<string, DhcpOptions>;
  readonly addresses: Map<string, Address>;
  readonly natGateways: Map<string, NatGateway>;
  readonly networkInterfaces: Map<string, NetworkInterface>;
  readonly vpcEndpoints: Map<string, VpcEndpoint>;
  readonly peerings: Map<string, Peering>;
}
